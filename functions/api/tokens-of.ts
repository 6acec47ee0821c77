/** What the configuration says of the OpenID provider: how its tokens are read, and where people sign in. */
import { late } from '#functions/shared/late.ts';
import type { SignInSettings } from '#functions/shared/sign-in-settings.ts';
import type { TokenVerifier } from '#functions/shared/token-verifier.ts';
import type { ApiPorts } from './ports.ts';

interface TokenConfig {
  readonly TOKEN_ISSUER?: string | undefined;
  readonly TOKEN_AUDIENCE?: string | undefined;
  readonly TOKEN_JWKS?: string | undefined;
  readonly SIGN_IN?: SignInSettings | undefined;
}

/** The verifier of access tokens that the configuration names; undefined when it names none. It is loaded with the first token. */
export function tokensOf({
  TOKEN_ISSUER: issuer,
  TOKEN_AUDIENCE: audience,
  TOKEN_JWKS: jwks,
  SIGN_IN: signIn,
}: TokenConfig): TokenVerifier | undefined {
  if (!issuer || !audience || !jwks) return undefined;
  const people = signIn?.group === undefined ? undefined : { client: signIn.client, group: signIn.group };
  const verifier = late(async () =>
    (await import('#functions/shared/jose-token-verifier.ts')).joseTokenVerifier({ issuer, audience, jwks, people }),
  );
  return { verify: async (token) => (await verifier()).verify(token) };
}

/** Where people sign in; undefined where they do not. */
export const signInOf = ({ TOKEN_ISSUER: issuer, SIGN_IN: signIn }: TokenConfig): ApiPorts['signIn'] =>
  issuer && signIn ? { ...signIn, issuer } : undefined;
