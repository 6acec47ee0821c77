/** An address that S3 hands an object out at, tried with the embedded engine, and the local host that goes there for a reader. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presignedGet } from '#functions/shared/presigned.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { startHttpServer } from '#infra/local/http-server.ts';
import { type Engines, startEngines, testBucket } from '#test/engines.ts';

const bytes = Buffer.alloc(5_000_000, 'æøå og andet');
const handout = { contentType: 'application/gzip', cacheControl: 'public, immutable', fileName: 'catalogue.nq.gz' };

describe('an object that is larger than an answer may be', () => {
  let engines: Engines;
  let address: string;

  beforeAll(async () => {
    engines = await startEngines();
    await s3ObjectStore(testBucket, engines.s3).put('snapshots/x/catalogue.nq.gz', bytes);
    address = await presignedGet(testBucket, engines.s3)('snapshots/x/catalogue.nq.gz', handout);
  });
  afterAll(() => engines.stop());

  it('is handed out by S3 to whoever has the address, for a quarter of an hour', async () => {
    expect(new URL(address).searchParams.get('X-Amz-Expires')).toBe('900');
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is fetched for the reader by the local host, whole or in part: its object store is nobody else’s to ask', async () => {
    const lead = async () => ({ statusCode: 307, headers: { location: address } });
    const server = await startHttpServer({
      port: 0,
      routes: () => [{ route: { method: 'ANY', path: '/{proxy+}' }, invoke: lead }],
      site: async () => undefined,
      objects: () => engines.endpoints.fauxqs,
      onFailure: (error) => {
        throw error;
      },
    });
    const at = `http://127.0.0.1:${server.port}/v1/snapshots/e1-1/catalogue.nq.gz`;
    const whole = await fetch(at, { redirect: 'manual' });
    expect([whole.status, whole.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await fetch(at, { headers: { range: 'bytes=4999990-' } });
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(4_999_990))).toBe(true);
    await server.stop();
  });

  it('is not fetched from anywhere else: an answer that leads out of the system goes to the reader', async () => {
    const other = createServer((_request, response) => response.end('elsewhere'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const lead = async () => ({ statusCode: 307, headers: { location: `http://127.0.0.1:${port}/` } });
    const server = await startHttpServer({
      port: 0,
      routes: () => [{ route: { method: 'ANY', path: '/{proxy+}' }, invoke: lead }],
      site: async () => undefined,
      objects: () => engines.endpoints.fauxqs,
      onFailure: (error) => {
        throw error;
      },
    });
    const response = await fetch(`http://127.0.0.1:${server.port}/x`, { redirect: 'manual' });
    expect(response.status).toBe(307);
    await server.stop();
    await new Promise((resolve) => other.close(resolve));
  });
});
