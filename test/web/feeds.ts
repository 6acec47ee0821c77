/** A server of small catalogues in Turtle, which a test lets grow, shrink and break. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Titles by path, or a catalogue as it is; a path without any is a source that broke. */
export const feeds = new Map<string, readonly string[] | string>();

const feed = createServer((request, response) => {
  const titles = feeds.get(request.url ?? '');
  if (!titles) return void response.writeHead(404).end();
  response.setHeader('content-type', 'text/turtle');
  if (typeof titles === 'string') return void response.end(titles);
  const records = titles.map(
    (title, index) =>
      `<https://owner.example/d/${index}> a <http://www.w3.org/ns/dcat#Dataset> ;
         <http://purl.org/dc/terms/identifier> "d${index}" ; <http://purl.org/dc/terms/title> "${title}"@da .`,
  );
  return void response.end(records.join('\n'));
});

/** @returns the address, `http://127.0.0.1:PORT`. */
export async function startFeeds(): Promise<string> {
  await once(feed.listen(0, '127.0.0.1'), 'listening');
  // Listening on a TCP port, so the address is no pipe's name.
  return `http://127.0.0.1:${(feed.address() as AddressInfo).port}`;
}

export function stopFeeds(): void {
  feed.closeAllConnections();
  feed.close();
}
