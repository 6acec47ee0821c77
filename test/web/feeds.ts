/** A server of small catalogues in Turtle, which a test lets grow, shrink and break. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { turtleOf } from '#test/turtle-feed.ts';

/** Titles by path, or a catalogue as it is; a path without any is a source that broke. */
export const feeds = new Map<string, readonly string[] | string>();

const feed = createServer((request, response) => {
  const titles = feeds.get(request.url ?? '');
  if (!titles) return void response.writeHead(404).end();
  response.setHeader('content-type', 'text/turtle');
  return void response.end(typeof titles === 'string' ? titles : turtleOf(titles));
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
