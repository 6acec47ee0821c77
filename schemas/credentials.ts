/**
 * How a source lets us in. A credential names its secret and never holds it: source files are read, shown and kept in
 * many places, a secret in one.
 */
import * as z from 'zod';

/** What a secret may be called in the environment and in AWS Secrets Manager alike. */
const SecretName = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,62}$/,
    'the name of a secret and not the secret itself: lower-case letters, digits and hyphens, at most 63',
  );

/** Headers that say who asks belong to no transport: with these a source file could change where or how a request goes. */
const TRANSPORT_HEADERS = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'upgrade', 'te']);

const HeaderName = z
  .string()
  .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/, 'the name of a header')
  .refine(
    (name) => !TRANSPORT_HEADERS.has(name.toLowerCase()),
    'a header that carries a key, not one of the transport',
  );

/** Scopes of RFC 6749, a space between them. */
const Scope = z.string().regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/, 'scopes with one space between them');

export const Credentials = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('header'), name: HeaderName, secret: SecretName }),
  z.strictObject({ kind: z.literal('bearer'), secret: SecretName }),
  z.strictObject({
    kind: z.literal('basic'),
    user: z.string().regex(/^[^:]{1,500}$/, 'a user name without a colon (RFC 7617)'),
    secret: SecretName,
  }),
  z.strictObject({
    kind: z.literal('oauth2-client'),
    tokenUrl: z.url({ protocol: /^https?$/, error: 'an http or https address' }),
    clientId: z.string().min(1).max(500),
    secret: SecretName,
    scope: Scope.optional(),
  }),
]);
export type Credentials = z.infer<typeof Credentials>;

/** True for an address whose secrets nobody on the way can read: encrypted, or never leaving this machine. */
const isConfidential = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
};

/** What is wrong with the addresses of a source, as a path within it and a sentence; nothing in most. */
export function addressFaults(
  url: string,
  credentials: Credentials | undefined,
): { readonly path: readonly string[]; readonly message: string }[] {
  const tokenUrl = credentials?.kind === 'oauth2-client' ? credentials.tokenUrl : undefined;
  const places = [
    { path: ['url'], address: url },
    ...(tokenUrl === undefined ? [] : [{ path: ['credentials', 'tokenUrl'], address: tokenUrl }]),
  ];
  return places.flatMap(({ path, address }) => {
    const { username, password } = new URL(address);
    if (username !== '' || password !== '') {
      const message =
        'an address holds no user name and no password; name the secret under "credentials", as {"kind":"basic","user":"…","secret":"the-name"}';
      return [{ path, message }];
    }
    if (credentials !== undefined && !isConfidential(address)) {
      return [{ path, message: 'credentials are sent over https only' }];
    }
    return [];
  });
}
