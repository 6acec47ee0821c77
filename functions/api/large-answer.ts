/** Answers on their way out: packed where that saves much, or where a Lambda could not give them otherwise. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Refusal } from './problem-types.ts';
import type { Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';

/** Below this an answer fits into a few packets anyway, and packing costs more than it saves. */
const PACK_FROM_BYTES = 8_192;
/** Above this an answer must be packed: 6 MB are allowed, and each quotation mark in it is escaped once more on its way. */
const PLAIN_BYTES = 4_000_000;
/** As base64 it is a third longer, and must still fit. */
const PACKED_BYTES = 4_400_000;

/** Two thirds of the way to the smallest, in a tenth of the time. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** The better one first. */
const packers = {
  br: (bytes: Buffer) => brotlied(bytes, BROTLI),
  gzip: (bytes: Buffer) => gzipped(bytes, { level: 6 }),
};
type Coding = keyof typeof packers;

/** What a client says of a coding: true, false (`q=0`), or nothing. */
function saysOf(accepted: string, name: RegExp): boolean | undefined {
  const said = accepted
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .find((part) => name.test(part));
  return said === undefined ? undefined : !/;\s*q=0(?:\.0*)?$/.test(said);
}

/** `*` is for what is not named; brotli is taken by those alone who name it. */
function codingFor(accepted = ''): Coding | undefined {
  if (saysOf(accepted, /^br(?:;|$)/)) return 'br';
  const takesGzip = saysOf(accepted, /^(?:x-)?gzip(?:;|$)/) ?? saysOf(accepted, /^\*(?:;|$)/);
  return takesGzip ? 'gzip' : undefined;
}

/** A reply whose body is base64 of packed bytes. */
export type PackedReply = Reply & { readonly isBase64Encoded?: true };

const varying = ({ headers }: Reply): Record<string, string> => ({
  ...headers,
  vary: [headers.vary, 'Accept-Encoding'].filter(Boolean).join(', '),
});

/**
 * The reply as it can be sent. A record of 30 MB is some 2 MB when it is packed. The ETag of a packed answer is weak: the same
 * answer in other bytes. It is compared weakly, so a client may hold either.
 * @throws Refusal `not-acceptable` for a client that takes no packed answer, `answer-too-large` where packing is not enough.
 */
export async function sendable(reply: Reply, request: ApiRequest): Promise<PackedReply> {
  // It names what the answer itself would depend on (RFC 9110 § 15.4.5), and how long that is it does not say.
  if (reply.status === 304) return { ...reply, headers: varying(reply) };
  if (reply.bytes && reply.bytes.length <= PACKED_BYTES) {
    return { ...reply, body: reply.bytes.toString('base64'), isBase64Encoded: true };
  }
  const bytes = reply.bytes ?? Buffer.from(reply.body);
  if (bytes.length < PACK_FROM_BYTES) return reply;
  const coding = codingFor(request.headers['accept-encoding']);
  const size = `The answer has ${bytes.length} bytes`;
  if (!coding) {
    if (bytes.length <= PLAIN_BYTES) return { ...reply, headers: varying(reply) };
    throw new Refusal('not-acceptable', {
      detail: `${size} and can only be sent packed: ask with "Accept-Encoding: gzip".`,
      headers: { vary: 'Accept-Encoding' },
    });
  }
  const body = await packers[coding](bytes);
  if (body.length > PACKED_BYTES) {
    throw new Refusal('answer-too-large', { detail: `${size}, and ${body.length} packed.` });
  }
  const { etag } = reply.headers;
  const headers = {
    ...varying(reply),
    'content-encoding': coding,
    ...(etag !== undefined && !etag.startsWith('W/') && { etag: `W/${etag}` }),
  };
  return { ...reply, headers, body: body.toString('base64'), isBase64Encoded: true };
}
