/** Asks our own API from outside, by HTTP and without any right, as whoever follows the catalogue does. */

/** The API does not do as it promises: what the asker wanted to know, and no failure of the asker. */
export class Unanswered extends Error {}

/** How long the API may take: what the gateway gives it. */
const TIMEOUT_MS = 30_000;

/** Bytes of an answer: several times the largest page of changes without records. */
const MOST_BYTES = 16 * 1024 * 1024;

interface PublicAnswer {
  readonly status: number;
  /** What the JSON says; undefined for any other answer. */
  readonly body: unknown;
}

/** @param path with its query. @throws Unanswered when nothing comes, or too much. */
export type AskPublic = (path: string) => Promise<PublicAnswer>;

async function bytesOf(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw new Unanswered(`The answer has more than ${MOST_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @param base the public address, without a slash at its end. */
export const publicApi =
  (base: string, agent: string): AskPublic =>
  async (path) => {
    try {
      const response = await fetch(`${base}${path}`, {
        headers: { 'user-agent': agent, accept: 'application/json' },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const bytes = await bytesOf(response);
      const isJson = /^application\/([a-z.+-]+\+)?json\b/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, body: isJson ? JSON.parse(bytes.toString('utf8')) : undefined };
    } catch (error) {
      if (error instanceof Unanswered) throw error;
      const { message, cause } = error instanceof Error ? error : new Error(String(error));
      throw new Unanswered(cause instanceof Error ? `${message}: ${cause.message}` : message);
    }
  };
