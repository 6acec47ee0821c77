import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { withoutInnerRedirect } from '#infra/local/inner-redirect.ts';

test('an object that lies packed comes unpacked, and nothing is said of the length it had', async () => {
  const page = 'æøå'.repeat(10_000);
  const packed = gzipSync(page);
  const engine = createServer((_, response) => {
    const headers = {
      'content-encoding': 'gzip',
      'content-length': packed.length,
      'content-disposition': 'attachment',
    };
    response.writeHead(200, { ...headers, 'content-type': 'application/octet-stream' }).end(packed);
  });
  await once(engine.listen(0, '127.0.0.1'), 'listening');
  // Listening on a TCP port, so the address is no pipe's name.
  const address = `http://127.0.0.1:${(engine.address() as AddressInfo).port}`;
  try {
    const redirect = { status: 307, headers: { location: `${address}/raw/a.gz` }, body: Buffer.alloc(0) };
    const { status, headers, stream } = await withoutInnerRedirect(redirect, address, undefined);
    expect([status, headers]).toEqual([
      200,
      {
        'access-control-allow-origin': '*',
        'x-content-type-options': 'nosniff',
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
      },
    ]);
    expect(stream && (await text(stream))).toBe(page);
  } finally {
    engine.close();
  }
});
