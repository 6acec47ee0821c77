/** Objects in one S3 bucket. */
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { s3 } from './clients.ts';
import { translated } from './failures.ts';
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

/** An error in the middle of a body comes from the reading of it, so the stream itself is translated too. */
async function* chunksOf(body: Readable): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await translated(() => chunks.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    body.destroy();
  }
}

/** @param bucket the bucket's name. */
export function s3ObjectStore(bucket: string, client: S3Client = s3): ObjectStore {
  const get = (key: string) =>
    unlessMissing(async () => (await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))).Body);

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
      const body = await get(key);
      return body && translated(() => body.transformToByteArray());
    },

    async getStream(key) {
      const body = await get(key);
      // On Node the body is a stream of node:stream; the SDK's type also covers browsers.
      return body && chunksOf(body as Readable);
    },

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
