/**
 * The issuer of access tokens on one machine: its key lies in the data folder beside the operator token, so whoever may read
 * the folder may make tokens. On AWS a Cognito user pool stands in its place.
 */
import { generateKeyPairSync } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import * as z from 'zod';

/** Not an address: nobody is asked for the keys, and the port may change. */
export const LOCAL_ISSUER = 'urn:datalandkort:local';
export const AUDIENCE = 'datalandkort';

const ALGORITHM = 'ES256';

/** A private key as a JSON Web Key. */
export const SigningKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});
export type SigningKey = z.infer<typeof SigningKey>;

export const newSigningKey = (): SigningKey =>
  SigningKey.parse(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }));

/** The public half, as the API is told it. */
export const keySetOf = ({ kty, crv, x, y }: SigningKey): string =>
  JSON.stringify({ keys: [{ kty, crv, x, y, alg: ALGORITHM, use: 'sig' }] });

interface Grant {
  readonly subject: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

/** Makes a token. @param now epoch milliseconds. */
export async function issueToken(key: SigningKey, { subject, scopes, days }: Grant, now = Date.now()): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({ scope: scopes.join(' ') })
    .setProtectedHeader({ alg: ALGORITHM })
    .setIssuer(LOCAL_ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + days * 86_400)
    .sign(await importJWK(key, ALGORITHM));
}
