/** The API behind a real HTTP server, on working ports in memory: what clients of the feeds are tried with. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Links } from '#functions/api/links.ts';
import { renderFeeds } from '#functions/render-feeds/render-feeds.ts';
import type { ChangeDraft } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { createScene, type Scene } from '../api/scene.ts';
import { memoryCheckpoints } from '../memory-catalogue.ts';

interface Request {
  readonly path: string;
  readonly status: number;
  readonly ifNoneMatch: string | undefined;
}

export interface Served {
  readonly base: string;
  readonly scene: Scene;
  /** Every request since the last look, in order. */
  readonly requests: Request[];
  /** Appends changes, projects them and freezes what is full. */
  append(...drafts: ChangeDraft[]): Promise<void>;
  /** Answers this many requests with 429 before it answers again. */
  refuse(times: number): void;
  stop(): Promise<void>;
}

interface ServedOptions {
  /** What a public address has before its paths: a stage's name. */
  readonly stage?: string;
  readonly entryOf?: (draft: ChangeDraft) => CatalogueEntry;
}

/** Freezes what is full in a scene. */
export async function freezePages({ ports, objects }: Scene, checkpoints = memoryCheckpoints()): Promise<void> {
  const { ledger, links: addresses } = ports;
  await renderFeeds({ ledger, objects, addresses, checkpoints, holder: () => 'test', outOfTime: () => false });
}

const zipped = promisify(gzip);

export async function serve({ stage = '', entryOf }: ServedOptions = {}): Promise<Served> {
  const requests: Request[] = [];
  let refusals = 0;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}${stage}`;
  const scene = createScene({ links: new Links(base) }, entryOf);
  const checkpoints = memoryCheckpoints();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').slice(stage.length);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const refused = refusals > 0;
    if (refused) refusals -= 1;
    const sent = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    // Packed here and not by the API: what stands between both would do so.
    const { 'accept-encoding': encodings = '', ...headers } = sent;
    const body = Buffer.concat(chunks).toString();
    const asked = { method: request.method ?? 'GET', headers, ...(body !== '' && { body }) };
    const result = refused
      ? { status: 429, headers: {}, body: '', isBase64Encoded: false }
      : await scene.ask(path, asked);
    const bytes = Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8');
    requests.push({ path, status: result.status ?? 0, ifNoneMatch: headers['if-none-match'] });
    for (const [name, value] of Object.entries(result.headers)) response.setHeader(name, String(value));
    const takesGzip = encodings.includes('gzip') && result.status === 200 && !result.isBase64Encoded;
    if (takesGzip) response.setHeader('content-encoding', 'gzip');
    response.writeHead(result.status ?? 500).end(takesGzip ? await zipped(bytes) : bytes);
  }

  return {
    base,
    scene,
    requests,
    async append(...drafts) {
      await scene.append(...drafts);
      await freezePages(scene, checkpoints);
    },
    refuse(times) {
      refusals = times;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
