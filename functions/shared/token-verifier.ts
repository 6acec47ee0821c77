/** Reads access tokens of an OpenID provider. */
import * as z from 'zod';

/** A JSON Web Key Set; which members each key must have is for the verifier to say. */
export const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

const isKeySet = (text: string): boolean => {
  try {
    return KeySet.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
};

/** Where the provider's keys are, or the keys themselves. Looked at when a function starts: the verifier is loaded with the first token. */
export const KeySource = z
  .string()
  .refine(
    (text) => (/^https?:/.test(text) ? URL.canParse(text) : isKeySet(text)),
    'no address and no JSON Web Key Set',
  );

/** Whom a token speaks for, and what for. */
interface Bearer {
  readonly subject: string;
  readonly scopes: readonly string[];
}

export interface TokenVerifier {
  /**
   * @returns undefined for a token that is forged, too old, or not meant for us.
   * @throws TransientFailure when the provider's keys cannot be had.
   */
  verify(token: string): Promise<Bearer | undefined>;
}
