/** Asks for a token with client credentials (RFC 6749 § 4.4). */
import * as z from 'zod';
import type { Credentials } from '#schemas/credentials.ts';
import type { Token } from './access.ts';
import type { AddressGuard } from './address-guard.ts';
import { bodyOf } from './http-body.ts';
import { Deadline, exchange } from './http-exchange.ts';
import { PageFault } from './http-failure.ts';
import type { HttpLimits } from './http-limits.ts';

/** A token endpoint answers with some hundred bytes; one that sends more is not one. */
const ANSWER_BYTES = 64 * 1024;
/** A token endpoint that takes longer is not answering. */
const TOKEN_MS = 30_000;
/** RFC 6749 § 5.1 leaves the lifetime to be known by other means; nothing is known, so it is short. */
const LIFETIME_S = 300;
/** Longer ones are asked for anew all the same, so that a client that was shut out notices within a day. */
const LONGEST_LIFETIME_S = 24 * 60 * 60;

const Answer = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,16384}$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().positive().max(1e12).catch(LIFETIME_S),
});

type ClientCredentials = Extract<Credentials, { kind: 'oauth2-client' }>;

export interface TokenPorts {
  readonly guard: AddressGuard;
  readonly limits: HttpLimits;
  readonly userAgent: string;
  readonly clock: () => number;
  readonly authorities?: readonly string[] | undefined;
}

/** RFC 6749 § 2.3.1: both parts are form-encoded before they are joined. */
const encoded = (part: string): string => new URLSearchParams([['', part]]).toString().slice(1);

const refused = (why: string): PageFault =>
  new PageFault('token-refused', `The token endpoint gave no token: ${why}.`, false);

function tokenOf(text: string, now: number): Token {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refused('its answer is not JSON');
  }
  const parsed = Answer.safeParse(json);
  if (!parsed.success) {
    // Only the names of the members are told: their values are what must not be told.
    throw refused(`its answer has no usable ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  }
  const { access_token: value, expires_in: lifetime } = parsed.data;
  return { value, expiresAt: now + Math.min(lifetime, LONGEST_LIFETIME_S) * 1000 };
}

/**
 * Redirects are not followed: the secret is for this address only.
 * @throws PageFault `token-refused` with the status and never with the answer, which may repeat the secret.
 */
export async function askToken(
  ports: TokenPorts,
  client: ClientCredentials,
  secret: string,
  signal: AbortSignal,
): Promise<Token> {
  const deadline = new Deadline({ ...ports.limits, totalMs: TOKEN_MS, bodyBytes: ANSWER_BYTES }, signal);
  try {
    const response = await send(ports, client, secret, deadline);
    const chunks: Uint8Array[] = [];
    for await (const chunk of bodyOf(response, deadline, () => undefined)) chunks.push(chunk);
    const status = response.statusCode ?? 0;
    if (status >= 500 || status === 429) {
      throw new PageFault('token-refused', `The token endpoint answered ${status}.`, true);
    }
    if (status !== 200) throw refused(`it answered ${status}`);
    return tokenOf(Buffer.concat(chunks).toString('utf8'), ports.clock());
  } finally {
    deadline.done();
  }
}

function send(ports: TokenPorts, client: ClientCredentials, secret: string, deadline: Deadline) {
  const { clientId, tokenUrl, scope } = client;
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) });
  return exchange({
    url: new URL(tokenUrl),
    method: 'POST',
    headers: {
      'user-agent': ports.userAgent,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${encoded(clientId)}:${encoded(secret)}`).toString('base64')}`,
    },
    body: form.toString(),
    guard: ports.guard,
    deadline,
    authorities: ports.authorities,
  });
}
