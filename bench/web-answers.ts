/** The built pages with a large landscape behind them: a server that answers as the API would, the same each time. */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { webFolder } from '#infra/local/web-build.ts';
import { landscapeOf } from '#test/web/map/mapped.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** As many as the page asks for at once. */
const LISTED = 25;

type Landscape = ReturnType<typeof landscapeOf>;

const itemOf = ({ id, title, kind, themes, periods, grade }: Landscape['datasets'][number]) => ({
  id,
  source: id.split('.')[0],
  title,
  publisher: { da: 'Registerejer' },
  quality: grade && { letter: grade, share: 0.5, mqa: 100, rating: 'enough' },
  type: kind,
  themes,
  periods,
  highlights: {},
});

function searchOf({ datasets, owners, themes, total }: Landscape) {
  const owner = owners.map(({ id, name }) => ({ value: id, label: name, count: datasets.length / owners.length }));
  const theme = themes.map(({ id, label }) => ({ value: id, label, count: 800 }));
  const grade = ['A', 'B', 'C', 'D', 'E'].map((value) => ({ value, label: {}, count: 800 }));
  const facets = { owner, theme, grade, source: owner, healthCategory: [], accessLevel: [], type: [], period: [] };
  const items = datasets.slice(0, LISTED).map(itemOf);
  return { items, total, facets, didYouMean: null, cursor: 'next', hasMore: true };
}

interface Sent {
  readonly type: string;
  readonly packed: Buffer;
}

const json = (value: unknown): Sent => ({ type: 'application/json', packed: gzipSync(JSON.stringify(value)) });

const fileOf = (name: string, type: string): Sent => ({ type, packed: gzipSync(readFileSync(join(webFolder, name))) });

function send(response: ServerResponse, { type, packed }: Sent): void {
  response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(packed);
}

/** @returns where it listens, and what ends it. */
export async function serveLandscape(
  registers: number,
): Promise<{ readonly address: string; readonly stop: () => void }> {
  const landscape = landscapeOf(registers);
  const answers: Readonly<Record<string, Sent>> = {
    '/v1/map': json(landscape),
    '/v1/datasets': json(searchOf(landscape)),
    '/v1/suggest': json({ datasets: [], terms: [], variables: [] }),
  };
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const answer = answers[pathname];
    if (answer) return send(response, answer);
    if (!pathname.startsWith('/web/')) return send(response, fileOf('index.html', 'text/html; charset=utf-8'));
    const type = TYPES[extname(pathname)] ?? 'application/octet-stream';
    return send(response, fileOf(pathname.slice('/web/'.length), type));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on a port, so its address is one of these.
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, stop: () => void server.close() };
}
