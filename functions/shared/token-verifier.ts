/** Reads access tokens of an OpenID provider. */

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
