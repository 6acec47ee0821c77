/** The verifier of access tokens that the configuration names; undefined when it names none. */
import { joseTokenVerifier } from '#functions/shared/jose-token-verifier.ts';
import type { TokenVerifier } from '#functions/shared/token-verifier.ts';

interface TokenConfig {
  readonly TOKEN_ISSUER?: string | undefined;
  readonly TOKEN_AUDIENCE?: string | undefined;
  readonly TOKEN_JWKS?: string | undefined;
}

export const tokensOf = ({
  TOKEN_ISSUER: issuer,
  TOKEN_AUDIENCE: audience,
  TOKEN_JWKS: jwks,
}: TokenConfig): TokenVerifier | undefined =>
  issuer && audience && jwks ? joseTokenVerifier({ issuer, audience, jwks }) : undefined;
