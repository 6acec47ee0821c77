/** Who people and programs are: a Cognito user pool whose tokens carry the scopes that the API knows. */
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClient,
  UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

/** The resource server; its name stands before each scope in a token. */
const AUDIENCE = 'datalandkort';

/** Scopes that there always are; those of owners are named when the stack is deployed (`-c owners=sds,ssi`). */
const SCOPES = [
  { scopeName: 'operator', scopeDescription: 'Everything that operators do' },
  { scopeName: 'subscriber', scopeDescription: 'To have changes sent to an address of one’s own' },
];

/** Guessing a password of this length is hopeless, also without the second factor that is asked for. */
const PASSWORD_LENGTH = 14;

/** What the API is told of the issuer. */
export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: string;
}

export class Identity extends Construct {
  readonly issuer: Issuer;

  constructor(scope: Construct, id: string, { owners }: { readonly owners: readonly string[] }) {
    super(scope, id);
    const pool = new UserPool(this, 'users', {
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
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const scopes = [
      ...SCOPES,
      ...owners.map((owner) => ({ scopeName: `owner:${owner}`, scopeDescription: `What is ${owner}’s own` })),
    ].map((one) => new ResourceServerScope(one));
    const server = new UserPoolResourceServer(this, 'api', { userPool: pool, identifier: AUDIENCE, scopes });
    const clients = scopes.map((granted) => this.#client(pool, server, granted));
    const { region } = Stack.of(this);
    const issuer = `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`;
    this.issuer = {
      issuer,
      // Cognito's access tokens name the client and no audience.
      audience: [AUDIENCE, ...clients.map(({ userPoolClientId }) => userPoolClientId)].join(','),
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
}
