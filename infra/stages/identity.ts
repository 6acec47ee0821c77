/** Who people and programs are: a Cognito user pool whose tokens carry the scopes that the API knows. */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  type UserPoolDomain,
  UserPoolGroup,
  UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { SignInSettings } from '#functions/shared/sign-in-settings.ts';
import type { Environment } from '#infra/environments.ts';

/** The resource server; its name stands before each scope in a token. */
const AUDIENCE = 'datalandkort';

const OPERATOR = new ResourceServerScope({ scopeName: 'operator', scopeDescription: 'Everything that operators do' });

/** Whose members are operators: an account alone lets nobody in. */
const OPERATORS = 'operators';

/** Scopes that there always are beside it; those of owners are named in infra/environments.ts. */
const SCOPES = [{ scopeName: 'subscriber', scopeDescription: 'To have changes sent to an address of one’s own' }];

/** Guessing a password of this length is hopeless, also without the second factor that is asked for. */
const PASSWORD_LENGTH = 14;

/**
 * How long an operator's token lasts, and how long a new one is had without signing in again: a working day. A page keeps both
 * no longer than its tab.
 */
const TOKEN_LASTS = Duration.hours(1);
const SESSION_LASTS = Duration.hours(10);

/** The console, in each language: where Cognito sends a person back to (web/pages/operator). */
const CONSOLES = ['/da/operator', '/en/operator'];

/** Cognito's own addresses, at the host where people sign in, and its own name for the way back from signing out. */
const signInOf = (host: string, client: string): SignInSettings => ({
  client,
  authorize: `${host}/oauth2/authorize`,
  token: `${host}/oauth2/token`,
  scopes: ['openid', 'email', `${AUDIENCE}/operator`],
  logout: { address: `${host}/logout`, returnTo: 'logout_uri' },
  group: OPERATORS,
});

export interface IdentityProps {
  readonly environment: Environment;
  /** Where the pages stand. */
  readonly url: string;
  /** Where people sign in. */
  readonly signIn: SignIn;
}

/** What the API is told of the issuer, and the pages of where people sign in. */
export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: string;
  /** How people sign in, by the client of the pages. */
  readonly signIn: SignInSettings;
}

/**
 * The accounts, and the host that people sign in at. Apart from the clients: those are told where the pages stand, and the
 * pages' policy where people sign in.
 */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly host: UserPoolDomain;

  constructor(scope: Construct, id: string, { name, kept }: Environment) {
    super(scope, id);
    this.pool = new UserPool(this, 'users', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: PASSWORD_LENGTH,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      // Who was let in is part of what the audit log tells.
      deletionProtection: kept,
      removalPolicy: kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // The name is one for all accounts of a region together.
    const domainPrefix = `datalandkort-${name}-${Stack.of(this).account}`;
    this.host = this.pool.addDomain('host', { cognitoDomain: { domainPrefix } });
  }
}

export class Identity extends Construct {
  readonly issuer: Issuer;

  constructor(scope: Construct, id: string, { environment, url, signIn: { pool, host } }: IdentityProps) {
    super(scope, id);
    new UserPoolGroup(this, 'operators', {
      userPool: pool,
      groupName: OPERATORS,
      description: 'May do everything that operators do',
    });
    const others = [
      ...SCOPES,
      ...environment.owners.map((owner) => ({
        scopeName: `owner:${owner}`,
        scopeDescription: `What is ${owner}’s own`,
      })),
    ].map((one) => new ResourceServerScope(one));
    const scopes = [OPERATOR, ...others];
    const server = new UserPoolResourceServer(this, 'api', { userPool: pool, identifier: AUDIENCE, scopes });
    const programs = scopes.map((granted) => this.#client(pool, server, granted));
    const people = this.#people(pool, { server, url });
    const { region } = Stack.of(this);
    const issuer = `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`;
    this.issuer = {
      issuer,
      // Cognito's access tokens name the client and no audience.
      audience: [AUDIENCE, ...[...programs, people].map(({ userPoolClientId }) => userPoolClientId)].join(','),
      signIn: signInOf(host.baseUrl(), people.userPoolClientId),
      jwks: `${issuer}/.well-known/jwks.json`,
    };
  }

  /** A program's way in for one scope: who has its secret gets that scope and no other. */
  #client(pool: UserPool, server: UserPoolResourceServer, granted: ResourceServerScope): UserPoolClient {
    return new UserPoolClient(this, `client-${granted.scopeName.replace(':', '-')}`, {
      userPool: pool,
      generateSecret: true,
      oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(server, granted)] },
    });
  }

  /**
   * The pages' way in for people: a code that only the page that asked can turn into a token (PKCE). Cognito gives each account
   * of the pool whatever its client may ask for, so the API lets the scope count for members of the group alone. The mail
   * address is what the page calls somebody. Owners and subscribers come by a link of their own or as programs.
   */
  #people(
    pool: UserPool,
    { server, url }: { readonly server: UserPoolResourceServer; readonly url: string },
  ): UserPoolClient {
    const addresses = CONSOLES.map((path) => url + path);
    return new UserPoolClient(this, 'people', {
      userPool: pool,
      generateSecret: false,
      authFlows: {},
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: TOKEN_LASTS,
      idTokenValidity: TOKEN_LASTS,
      refreshTokenValidity: SESSION_LASTS,
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.resourceServer(server, OPERATOR)],
        callbackUrls: addresses,
        logoutUrls: addresses,
      },
    });
  }
}
