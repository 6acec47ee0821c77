/** Answers that are larger than a Lambda may give: packed where that is enough, refused with a reason where it is not. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Refusal } from './problem-types.ts';
import type { Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';

/** Above this an answer goes packed: 6 MB are allowed, and each quotation mark in it is escaped once more on its way. */
const PLAIN_BYTES = 4_000_000;
/** As base64 it is a third longer, and must still fit. */
const PACKED_BYTES = 4_400_000;

const packed = promisify(gzip);

const takesGzip = (accepted = ''): boolean =>
  accepted
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .some((coding) => /^(?:x-)?gzip(?:;|$)|^\*(?:;|$)/.test(coding) && !/;\s*q=0(?:\.0*)?$/.test(coding));

/** A reply whose body is base64 of packed bytes. */
export type PackedReply = Reply & { readonly isBase64Encoded?: true };

/**
 * The reply as it can be sent. A record of 30 MB is some 2 MB when it is packed.
 * @throws Refusal `not-acceptable` for a client that takes no packed answer, `answer-too-large` where packing is not enough.
 */
export async function sendable(reply: Reply, request: ApiRequest): Promise<PackedReply> {
  if (reply.bytes && reply.bytes.length <= PACKED_BYTES) {
    return { ...reply, body: reply.bytes.toString('base64'), isBase64Encoded: true };
  }
  const bytes = reply.bytes ?? Buffer.from(reply.body);
  if (bytes.length <= PLAIN_BYTES) return reply;
  const size = `The answer has ${bytes.length} bytes`;
  if (!takesGzip(request.headers['accept-encoding'])) {
    throw new Refusal('not-acceptable', {
      detail: `${size} and can only be sent packed: ask with "Accept-Encoding: gzip".`,
      headers: { vary: 'Accept-Encoding' },
    });
  }
  const body = await packed(bytes, { level: 6 });
  if (body.length > PACKED_BYTES) {
    throw new Refusal('answer-too-large', { detail: `${size}, and ${body.length} packed.` });
  }
  const { etag, vary } = reply.headers;
  const headers = {
    ...reply.headers,
    'content-encoding': 'gzip',
    vary: [vary, 'Accept-Encoding'].filter(Boolean).join(', '),
    // The same answer in other bytes.
    ...(etag !== undefined && !etag.startsWith('W/') && { etag: `W/${etag}` }),
  };
  return { ...reply, headers, body: body.toString('base64'), isBase64Encoded: true };
}
