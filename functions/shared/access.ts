/**
 * A source's way in: the headers that let us in, for the source's own origin and for nobody else, and a guard that what
 * they hold never comes out again.
 */
import type { Credentials } from '#schemas/credentials.ts';
import { PageFault } from './http-failure.ts';
import type { SecretReader } from './secret-reader.ts';

/** A token as a token endpoint gave it. */
export interface Token {
  readonly value: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

type ClientCredentials = Extract<Credentials, { kind: 'oauth2-client' }>;

export interface AccessPorts {
  readonly secrets: SecretReader;
  /** Asks the token endpoint. @throws PageFault `token-refused` or whatever the exchange throws. */
  readonly askToken: (client: ClientCredentials, secret: string, signal: AbortSignal) => Promise<Token>;
  readonly clock: () => number;
}

/** A token is renewed this long before it ends: a page that is asked for now may take that long to be looked at. */
const EARLY_MS = 30_000;

/** Shorter ones are words that any page may hold; taking them for a leak would lose pages. */
const SECRET_LENGTH = 8;

/** Tokens of the last hours; without a bound every token of a process's life would be looked for in every page. */
const REMEMBERED = 8;

const HIDDEN = '[secret]';

/** What stands for a source without credentials as well as for one with them. */
export interface Access {
  /** The headers for an address: none for an address of another origin. @throws MissingSecret, PageFault. */
  headersFor(url: URL, signal: AbortSignal): Promise<Record<string, string>>;
  /** Forgets what was refused with 401; true when asking again may help. */
  renew(): boolean;
  /** The text without any secret. */
  redact(text: string): string;
  /** The same bytes. @throws PageFault `credentials-echoed` when they hold a secret. */
  watch(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

/** The way in to what is open to everybody. */
export const openAccess: Access = {
  headersFor: async () => ({}),
  renew: () => false,
  redact: (text) => text,
  watch: (body) => body,
};

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** Watches for secrets in a stream: one that is cut by the border of two chunks is seen as well. */
async function* watched(body: AsyncIterable<Uint8Array>, secrets: readonly Buffer[]): AsyncGenerator<Uint8Array> {
  const overlap = Math.max(0, ...secrets.map(({ length }) => length - 1));
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of body) {
    const seen =
      tail.length > 0 ? Buffer.concat([tail, chunk]) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (secrets.some((secret) => seen.includes(secret))) {
      const message = 'The page repeats the credentials that it was asked with; it was neither read nor kept.';
      throw new PageFault('credentials-echoed', message, false);
    }
    tail = Buffer.from(seen.subarray(Math.max(0, seen.length - overlap)));
    yield chunk;
  }
}

/**
 * @param origin the origin of the source's own address: nothing is sent to any other.
 * @returns the access of one source; tokens are kept in it, so it lives as long as its process.
 */
export function accessOf(credentials: Credentials, origin: string, { secrets, askToken, clock }: AccessPorts): Access {
  /** Whatever was ever sent, in each of its forms. */
  const sent = new Set<string>();
  let token: Token | undefined;
  let asked: Promise<Token> | undefined;

  const remember = (value: string): void => {
    if (value.length < SECRET_LENGTH) return;
    sent.add(value);
    for (const oldest of sent) if (sent.size > REMEMBERED) sent.delete(oldest);
  };

  /** Pages that are asked for at once share one token, and one request for it. */
  async function currentToken(client: ClientCredentials, signal: AbortSignal): Promise<Token> {
    if (token && token.expiresAt - EARLY_MS > clock()) return token;
    const secret = await secrets.read(client.secret);
    remember(secret);
    asked ??= askToken(client, secret, signal).finally(() => {
      asked = undefined;
    });
    token = await asked;
    remember(token.value);
    return token;
  }

  async function headers(signal: AbortSignal): Promise<Record<string, string>> {
    if (credentials.kind === 'oauth2-client') {
      return { authorization: `Bearer ${(await currentToken(credentials, signal)).value}` };
    }
    const secret = await secrets.read(credentials.secret);
    remember(secret);
    if (credentials.kind === 'header') return { [credentials.name.toLowerCase()]: secret };
    if (credentials.kind === 'bearer') return { authorization: `Bearer ${secret}` };
    const pair = base64(`${credentials.user}:${secret}`);
    remember(pair);
    return { authorization: `Basic ${pair}` };
  }

  return {
    headersFor: async (url, signal) => (url.origin === origin ? headers(signal) : {}),
    renew() {
      if (token === undefined) return false;
      token = undefined;
      return true;
    },
    redact(text) {
      let clean = text;
      for (const secret of sent) {
        clean = clean.replaceAll(secret, HIDDEN).replaceAll(encodeURIComponent(secret), HIDDEN);
      }
      return clean;
    },
    watch: (body) =>
      watched(
        body,
        [...sent].map((secret) => Buffer.from(secret, 'utf8')),
      ),
  };
}
