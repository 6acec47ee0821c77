/** The verifier of access tokens that the configuration names; undefined when it names none. It is loaded with the first token. */
import { late } from '#functions/shared/late.ts';
import type { TokenVerifier } from '#functions/shared/token-verifier.ts';

interface TokenConfig {
  readonly TOKEN_ISSUER?: string | undefined;
  readonly TOKEN_AUDIENCE?: string | undefined;
  readonly TOKEN_JWKS?: string | undefined;
}

export function tokensOf({
  TOKEN_ISSUER: issuer,
  TOKEN_AUDIENCE: audience,
  TOKEN_JWKS: jwks,
}: TokenConfig): TokenVerifier | undefined {
  if (!issuer || !audience || !jwks) return undefined;
  const verifier = late(async () =>
    (await import('#functions/shared/jose-token-verifier.ts')).joseTokenVerifier({ issuer, audience, jwks }),
  );
  return { verify: async (token) => (await verifier()).verify(token) };
}
