/**
 * Signing in at an OpenID provider: a code that only the page which asked can change for tokens (OpenID Connect Core § 3.1, RFC 7636).
 * The library is loaded with the page where one signs in, and with no other.
 */
import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  getValidatedIdTokenClaims,
  None,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  ResponseBodyError,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import type { paths } from '#client/api-types.ts';
import type { Session } from '../../api/session.ts';
import { keepPending, type PendingSignIn } from './pending-sign-in.ts';
import { SignInFault } from './sign-in-fault.ts';

type SignIn = paths['/v1/sign-in']['get']['responses'][200]['content']['application/json'];
export type Provider = NonNullable<SignIn['openid']>;

/** A person looks at an empty page meanwhile. */
const PATIENCE_MS = 20_000;

/** The shortest that tokens of people last; one that says nothing of its end is taken for one of these, and had anew in time. */
const USUAL_SECONDS = 300;

/** What ID tokens may be signed by; they come straight from the provider, so that it is its connection which vouches for them. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];

const serverOf = ({ issuer, authorizationEndpoint, tokenEndpoint }: Provider): AuthorizationServer => ({
  issuer,
  authorization_endpoint: authorizationEndpoint,
  token_endpoint: tokenEndpoint,
  id_token_signing_alg_values_supported: ALGORITHMS,
});

const clientOf = ({ clientId }: Provider) => ({ client_id: clientId });

/** In the clear only where the API says so, which it does of this machine alone. */
const asking = ({ tokenEndpoint }: Provider) => ({
  [allowInsecureRequests]: tokenEndpoint.startsWith('http:'),
  signal: AbortSignal.timeout(PATIENCE_MS),
});

/**
 * Keeps what this tab has to know later. @param next the page that was asked for first.
 * @returns where the person has to go. @throws SignInFault `insecure`.
 */
export async function beginSignIn(provider: Provider, language: 'da' | 'en', next: string): Promise<string> {
  // A browser gives it to pages of https and of this machine alone.
  if (!globalThis.isSecureContext) throw new SignInFault('insecure');
  const pending: PendingSignIn = {
    state: generateRandomState(),
    nonce: generateRandomNonce(),
    verifier: generateRandomCodeVerifier(),
    redirectUri: `${location.origin}/${language}/operator`,
    next,
  };
  keepPending(pending);
  const address = new URL(provider.authorizationEndpoint);
  const asked = {
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: pending.redirectUri,
    scope: provider.scopes.join(' '),
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    ui_locales: language,
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return address.href;
}

type Claims = Readonly<Record<string, unknown>>;

/** What a person is called: by name, by mail address, and at last by what the provider knows him by. */
const nameOf = (claims: Claims): string =>
  [claims.name, claims.email, claims.preferred_username, claims.sub].find(
    (one): one is string => typeof one === 'string' && one !== '',
  ) ?? '';

/** What was known before a renewal, whose answer need not tell it again. */
interface Before {
  readonly person: Session['person'];
  readonly refreshToken: string;
}

function sessionOf(provider: Provider, tokens: TokenEndpointResponse, before?: Before): Session {
  const claims = getValidatedIdTokenClaims(tokens);
  const { endpoint, returnParameter } = provider.logout ?? {};
  // The same one is good again where the provider gives no other.
  const refreshToken = tokens.refresh_token ?? before?.refreshToken;
  const person = {
    name: claims ? nameOf(claims) : (before?.person.name ?? ''),
    endsAt: Date.now() + (tokens.expires_in ?? USUAL_SECONDS) * 1000,
    idToken: tokens.id_token ?? before?.person.idToken ?? '',
    logout: endpoint && returnParameter ? { endpoint, returnParameter, clientId: provider.clientId } : null,
  };
  const renew = refreshToken === undefined ? undefined : () => renewed(provider, { refreshToken, person });
  return { token: tokens.access_token, person, renew };
}

/** What the provider gives for a refresh token; undefined when it takes it no more. */
async function renewed(provider: Provider, before: Before): Promise<Session | undefined> {
  const [server, client] = [serverOf(provider), clientOf(provider)];
  try {
    const response = await refreshTokenGrantRequest(
      ...([server, client, None(), before.refreshToken, asking(provider)] as const),
    );
    return sessionOf(provider, await processRefreshTokenResponse(server, client, response), before);
  } catch (error) {
    if (error instanceof ResponseBodyError) return undefined;
    throw error;
  }
}

/**
 * Changes what the provider sent somebody back with for tokens.
 * @param pending what was begun in this tab. @throws whatever `faultOf` can tell.
 */
export async function completeSignIn(
  provider: Provider,
  returned: URLSearchParams,
  pending: PendingSignIn,
): Promise<Session> {
  const [server, client] = [serverOf(provider), clientOf(provider)];
  // Asked before anything else: what stands beside another's state is another's word, a refusal too.
  if (returned.get('state') !== pending.state) throw new SignInFault('not-begun');
  const code = validateAuthResponse(server, client, returned, pending.state);
  const { redirectUri, verifier, nonce } = pending;
  const response = await authorizationCodeGrantRequest(
    ...([server, client, None(), code, redirectUri, verifier, asking(provider)] as const),
  );
  const tokens = await processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  return sessionOf(provider, tokens);
}
