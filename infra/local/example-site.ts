/** Serves the bundled example beside the API, as if it were other people's sites. */
import type { IncomingHttpHeaders } from 'node:http';
import { EXAMPLE_PATH, exampleSite } from '#sources/example/example.ts';
import type { Site } from './http-server.ts';

/** Where robots look, at the root of the host. */
const ROBOTS = '/robots.txt';

const singleHeaders = (headers: IncomingHttpHeaders): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );

/** Answers what stands below the example's path, and nothing else. */
export const serveExample: Site = async (method, target, { headers }) => {
  const { pathname, searchParams } = new URL(target, 'http://example.invalid');
  const isOurs = pathname === ROBOTS || pathname.startsWith(EXAMPLE_PATH);
  if (!isOurs || (method !== 'GET' && method !== 'HEAD')) return undefined;
  const query = Object.fromEntries(searchParams);
  const answer = exampleSite({ path: pathname, query, headers: singleHeaders(headers) });
  return { ...answer, body: Buffer.from(answer.body) };
};
