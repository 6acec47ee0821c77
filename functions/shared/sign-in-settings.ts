/** How people sign in at an OpenID provider: told by the host to the functions that let callers in. */
import * as z from 'zod';

/** Where nothing can listen in: the machine itself (RFC 8252 § 7.3). */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A code and a token pass through these: in the clear only where nobody is between. */
const Endpoint = z.url().refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}, 'must be https (or http on this machine)');

export const SignInSettings = z.strictObject({
  /** The pages' client at the provider: a public one, since a page can keep no secret. */
  client: z.string().min(1),
  /** Where a person is sent to, and where the page then changes the code for tokens. */
  authorize: Endpoint,
  token: Endpoint,
  /** What the pages ask for. */
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'is no scope (RFC 6749 § 3.3)')).min(1),
  /** Where a person signs out, and the parameter that says where to come back to: Cognito has its own name for it. */
  logout: z
    .strictObject({ address: Endpoint, returnTo: z.enum(['post_logout_redirect_uri', 'logout_uri']) })
    .optional(),
  /** The group whose members are operators; without one, whoever is given the scope is. */
  group: z.string().min(1).optional(),
});
export type SignInSettings = z.infer<typeof SignInSettings>;

/** The setting as it stands in a function's environment: JSON. */
export const SignInVariable = z
  .string()
  .transform((text, { issues, value }) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      issues.push({ code: 'custom', message: 'is not JSON', input: value });
      return z.NEVER;
    }
  })
  .pipe(SignInSettings);
