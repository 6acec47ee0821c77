/** A server of static files: `static-server.ts FOLDER`. Sends its address; each file lies under the encoded path that it answers. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const [folder = ''] = process.argv.slice(2);

const server = createServer((request, response) => {
  const file = join(folder, encodeURIComponent(request.url ?? ''));
  if (!existsSync(file)) return void response.writeHead(404).end();
  // The headers of the feed that make a difference to its client; only the entry may change.
  const cache = request.url?.includes('/pages/') ? 'public, max-age=604800, immutable' : 'public, max-age=10';
  response.writeHead(200, { 'content-type': 'application/n-quads', 'cache-control': cache });
  createReadStream(file).pipe(response);
});
server.listen(0, '127.0.0.1', () =>
  process.send?.({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);
process.on('disconnect', () => process.exit());
