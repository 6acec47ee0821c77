/** One answer of the API in each coding, over the wire of the local host: the same tag for all, and no bytes packed twice. */
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atHand } from '#functions/api/answering.ts';
import { createApi } from '#functions/api/api.ts';
import { type HttpServer, startHttpServer } from '#infra/local/http-server.ts';
import { createScene, creations } from '../functions/api/scene.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

let server: HttpServer;
beforeAll(async () => {
  const scene = createScene();
  await scene.append(...creations(60));
  const api = createApi(atHand(scene.ports));
  server = await startHttpServer({
    port: 0,
    routes: () => [
      {
        route: { method: 'ANY', path: '/{proxy+}' },
        // The server made the event itself; the API reads nothing of the context.
        invoke: async (event) =>
          api(event as APIGatewayProxyEventV2, { getRemainingTimeInMillis: () => 60_000 } as Context),
      },
    ],
    site: async () => undefined,
    onFailure: (error) => {
      throw error;
    },
  });
});
afterAll(() => server.stop());

const ask = (method: string, path: string, headers: Record<string, string>) =>
  new Promise<Answer>((resolve, reject) => {
    const sent = request({ port: server.port, host: '127.0.0.1', method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });

const unpacked = {
  identity: (bytes: Buffer) => bytes,
  gzip: gunzipSync,
  br: brotliDecompressSync,
} as const;
const codings = ['identity', 'gzip', 'br'] as const;

/** The first is packed by the API itself, the second is so small that only the local host packs it. */
const paths = ['/v1/changes?limit=60', '/v1/changes?limit=2'];

describe.each(paths)('%s', (path) => {
  const get = (coding: string, more = {}) => ask('GET', path, { 'accept-encoding': coding, ...more });

  it.each(codings)(
    'as %s is unpacked once, has its length, names the coding, and a tag that is strong only for plain bytes',
    async (coding) => {
      const plain = await get('identity');
      const { status, headers, body } = await get(coding);
      expect(unpacked[coding](body).equals(plain.body)).toBe(true);
      expect([status, headers['content-encoding'], headers['content-length']]).toEqual([
        200,
        coding === 'identity' ? undefined : coding,
        String(body.length),
      ]);
      expect(plain.headers.etag).toMatch(/^"[\w-]+"$/);
      expect(headers.etag).toBe(coding === 'identity' ? plain.headers.etag : `W/${plain.headers.etag}`);
      expect(
        String(headers.vary)
          .toLowerCase()
          .match(/accept-encoding/g),
      ).toHaveLength(1);
    },
  );

  it.each(codings)('is not sent again as %s to who holds it in any coding', async (coding) => {
    for (const held of codings) {
      const { headers: before } = await get(held);
      const again = await get(coding, { 'if-none-match': String(before.etag) });
      expect([again.status, again.body.length, again.headers['content-encoding']]).toEqual([304, 0, undefined]);
      expect(String(again.headers.etag).replace('W/', '')).toBe(String(before.etag).replace('W/', ''));
      expect(String(again.headers.vary).toLowerCase()).toContain('accept-encoding');
    }
    expect((await get(coding, { 'if-none-match': '"another"' })).status).toBe(200);
  });

  it.each(codings)('is told by HEAD with the headers of GET and no body, as %s', async (coding) => {
    const { date: _, ...told } = (await get(coding)).headers;
    const head = await ask('HEAD', path, { 'accept-encoding': coding });
    const { date: __, ...headers } = head.headers;
    expect([head.status, head.body.length, headers]).toEqual([200, 0, told]);
  });
});
