/** Objects in one S3 bucket. */
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { s3 } from './clients/s3.ts';
import { TransientFailure, translated } from './failures.ts';
import type { ObjectLabels, ObjectStore } from './object-store.ts';

/** S3 takes no part below 5 MiB but the last; larger parts would hold more of a stream in memory for nothing. */
const PART_BYTES = 5 * 1024 * 1024;

/** Parts in flight: more would multiply the memory of a small function. */
const PARTS_AT_ONCE = 2;

/** S3 says NoSuchKey to a GET and NotFound to a HEAD. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');

async function unlessMissing<Result>(call: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await translated(call);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const labelled = ({ contentType, contentEncoding }: ObjectLabels) => ({
  ...(contentType && { ContentType: contentType }),
  ...(contentEncoding && { ContentEncoding: contentEncoding }),
});

/** How often a body that broke off is taken up where it broke; then the caller's message goes back to its queue. */
const MOST_BREAKS = 4;

/** An object that was opened for reading. */
interface Opened {
  readonly body: Readable;
  /** Its version: another one must not be read on in the middle. */
  readonly tag: string | undefined;
  readonly bytes: number | undefined;
}

/** Opens the same version of the object behind its first bytes; undefined when it is gone. */
type Reopen = (from: number, tag: string) => Promise<Opened | undefined>;

/**
 * The SDK tries again only what never began, so a connection that breaks in the middle of a body would cost the whole
 * invocation: the rest is asked for instead. An error of the reading is translated like any other.
 */
async function* chunksOf(first: Opened, reopen: Reopen): AsyncGenerator<Uint8Array> {
  let [opened, read, breaks] = [first, 0, 0];
  let chunks: AsyncIterator<Uint8Array> = opened.body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await translated(() => chunks.next()).catch((error: unknown) => ({ error }));
      if (!('error' in next)) {
        if (next.done) return;
        read += next.value.length;
        yield next.value;
        continue;
      }
      if (read === opened.bytes) return;
      breaks += 1;
      const { tag } = opened;
      if (!(next.error instanceof TransientFailure) || tag === undefined || breaks > MOST_BREAKS) throw next.error;
      const again = await reopen(read, tag);
      if (!again) throw next.error;
      opened.body.destroy();
      opened = { ...again, tag, bytes: opened.bytes };
      chunks = opened.body[Symbol.asyncIterator]();
    }
  } finally {
    opened.body.destroy();
  }
}

/** @param bucket the bucket's name. */
export function s3ObjectStore(bucket: string, client: S3Client = s3): ObjectStore {
  const open = async (key: string, range: Pick<GetObjectCommandInput, 'Range' | 'IfMatch'> = {}) => {
    const command = new GetObjectCommand({ Bucket: bucket, Key: key, ...range });
    const answer = await unlessMissing(() => client.send(command));
    if (!answer?.Body) return undefined;
    // On Node the body is a stream of node:stream; the SDK's type also covers browsers.
    return { body: answer.Body as Readable, tag: answer.ETag, bytes: answer.ContentLength };
  };
  const get = async (key: string): Promise<AsyncGenerator<Uint8Array> | undefined> => {
    const opened = await open(key);
    return opened && chunksOf(opened, (from, IfMatch) => open(key, { Range: `bytes=${from}-`, IfMatch }));
  };

  return {
    async put(key, body, labels = {}) {
      const input = { Bucket: bucket, Key: key, Body: body, ...labelled(labels) };
      await translated(() => client.send(new PutObjectCommand(input)));
    },

    async putStream(key, body, labels = {}) {
      const params = { Bucket: bucket, Key: key, Body: Readable.from(body), ...labelled(labels) };
      const upload = new Upload({ client, params, partSize: PART_BYTES, queueSize: PARTS_AT_ONCE });
      await translated(() => upload.done());
    },

    async get(key) {
      const chunks = await get(key);
      return chunks && Buffer.concat(await Array.fromAsync(chunks));
    },

    getStream: get,

    async remove(key) {
      await translated(() => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })));
    },

    async exists(key) {
      const head = await unlessMissing(() => client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })));
      return head !== undefined;
    },

    async *list(prefix) {
      let token: string | undefined;
      do {
        const input = { Bucket: bucket, Prefix: prefix, ...(token && { ContinuationToken: token }) };
        const page = await translated(() => client.send(new ListObjectsV2Command(input)));
        for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
        token = page.NextContinuationToken;
      } while (token);
    },
  };
}
