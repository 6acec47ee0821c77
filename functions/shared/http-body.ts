/** The body of an answer: unpacked, counted and bounded, before and after decompression. */
import type { IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Deadline } from './http-exchange.ts';
import { PageFault } from './http-failure.ts';

/** The codings that are asked for. Others were not, and their bytes would be read as the page. */
export const ACCEPTED_CODINGS = 'gzip, br, deflate';

function decoderOf(response: IncomingMessage) {
  const coding = response.headers['content-encoding']?.trim().toLowerCase() ?? '';
  switch (coding) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createInflate();
    default:
      throw new PageFault('bad-compression', `The page is packed as "${coding.slice(0, 40)}", unasked.`, false);
  }
}

/** Why a body broke off: short of the length that it announced, or else just off. */
function breakOf(response: IncomingMessage, received: number, error: unknown): unknown {
  const announced = Number(response.headers['content-length']);
  const broke = error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
  if (!broke || !(announced > received)) return error;
  const message = `The page broke off: its server announced ${announced} bytes and sent ${received}.`;
  return new PageFault('wrong-length', message, true);
}

/**
 * The bytes of the page.
 * @param count told of every chunk as it came over the wire.
 * @throws PageFault for a body beyond the limits, short of its announced length or packed in a way that was not asked for;
 * the reason of the deadline's signal once it is aborted; Node's errors otherwise.
 */
export async function* bodyOf(
  response: IncomingMessage,
  { limits, signal }: Deadline,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let received = 0;
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    received += chunk.length;
    count(chunk.length);
  });
  try {
    const decoder = decoderOf(response);
    if (decoder) response.on('error', (error) => decoder.destroy(error)).pipe(decoder);
    for await (const chunk of decoder ?? response) {
      bytes += chunk.length;
      if (bytes > limits.bodyBytes) {
        throw new PageFault('page-too-large', `The page is larger than ${limits.bodyBytes} bytes.`, false);
      }
      if (decoder && bytes > limits.ratioFromBytes && bytes > received * limits.ratio) {
        const message = `The page unpacks to more than ${limits.ratio} times what was sent; it was not read on.`;
        throw new PageFault('decompression-bomb', message, false);
      }
      yield chunk;
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : breakOf(response, received, error);
  } finally {
    response.destroy();
  }
}
