/** `/v1/runs/{id}/requests` and `…/pages/{page}`: what a run asked for, and the bytes that came; for operators. */
import * as z from 'zod';
import { pagesKey, readArchived } from '#functions/harvest/replay.ts';
import { readLines } from '#functions/shared/json-lines.ts';
import { ArchivedPage } from '#schemas/archived-page.ts';
import type { Run } from '#schemas/run.ts';
import { authorise } from './authorise.ts';
import { listCursor, readListCursor } from './cursors.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { data, fitting, json, jsonBytes, nextHeader, type Reply } from './reply.ts';
import { type ApiRequest, Limit, NoQuery, parseQuery } from './request.ts';
import { findRun } from './runs.ts';

export const Query = z.strictObject({ limit: Limit, cursor: z.string().optional() });

const PRIVATE = 'no-store';

interface Row {
  /** The line of the list, from 1: it is written once, when the run ends. */
  readonly number: number;
  readonly page: ArchivedPage;
}

/** The pages of a run after a number; none of one that is under way, or kept no list. */
async function* pagesAfter({ objects }: ApiPorts, run: string, after: number): AsyncGenerator<Row> {
  let number = 0;
  for await (const line of readLines(objects, pagesKey(run))) {
    number += 1;
    if (number > after) yield { number, page: ArchivedPage.parse(JSON.parse(line)) };
  }
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function itemOf({ number, page }: Row, run: Run, links: Links) {
  const { key, parent, url, contentType, observedAt, failure, sha256, archive, visits = [] } = page;
  const status = visits.at(-1)?.status ?? null;
  return {
    page: number,
    key,
    parent,
    url,
    at: visits[0]?.at ?? observedAt,
    status,
    ms: sumOf(visits.map(({ ms }) => ms)),
    bytes: sumOf(visits.map(({ bytes }) => bytes)),
    notModified: status === 304,
    contentType,
    sha256,
    failure: failure ?? null,
    requests: visits,
    links: {
      run: links.run(run.id),
      ...(archive !== null && { raw: links.to(`/v1/runs/${run.id}/pages/${number}`) }),
    },
  };
}

const numberOf = (cursor: string | undefined): number => {
  const [number = '0'] = readListCursor('requests', cursor, 1);
  if (!/^[0-9]{1,9}$/.test(number)) throw new Refusal('invalid-cursor');
  return Number(number);
};

/** Lists the pages of a run in the order in which they were read, each with the requests that were made for it. */
export async function listRunRequests(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  const { limit, cursor } = parseQuery(Query, request.query);
  const run = await findRun(ports, request.params.id);
  const { links } = ports;
  const rows: Row[] = [];
  for await (const row of pagesAfter(ports, run.id, numberOf(cursor))) {
    rows.push(row);
    if (rows.length > limit) break;
  }
  const shown = fitting(rows.slice(0, limit), ({ page }) => jsonBytes(page));
  const next = rows.length > shown.length ? listCursor('requests', [String(shown.at(-1)?.number)]) : null;
  const path = `/v1/runs/${run.id}/requests`;
  const nextHref = next === null ? null : links.to(path, { limit, cursor: next });
  const page = {
    items: shown.map((row) => itemOf(row, run, links)),
    cursor: next,
    hasMore: next !== null,
    links: { self: links.to(path, { limit, cursor }), next: nextHref, run: links.run(run.id) },
  };
  return json(page, { cache: PRIVATE, headers: nextHeader(nextHref) });
}

/** Beyond this S3 hands the page out: as base64 it is a third longer, and 6 MB are allowed. */
const ANSWERED_BYTES = 4_000_000;

/** The whole, or undefined when there is more than may be answered. */
async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > ANSWERED_BYTES) return undefined;
  }
  return Buffer.concat(chunks);
}

async function findPage(ports: ApiPorts, run: Run, number: string | undefined): Promise<Row> {
  const wanted = /^[1-9][0-9]{0,8}$/.test(number ?? '') ? Number(number) : 0;
  if (wanted > 0) for await (const row of pagesAfter(ports, run.id, wanted - 1)) return row;
  throw new Refusal('not-found', { detail: 'The run read no page of this number.' });
}

/**
 * The bytes of a page as they were received. They are somebody else's: nothing of them is ever shown as a page of ours, so
 * they are for saving, of no type that a browser renders, and in a sandbox if one should do so all the same.
 */
export async function showRunPage(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const run = await findRun(ports, request.params.id);
  const { number, page } = await findPage(ports, run, request.params.page);
  const body = page.archive === null ? undefined : await readArchived(ports.objects, page.archive);
  if (!body || page.archive === null) {
    throw new Refusal('not-found', { detail: page.failure?.message ?? 'The page is not in the archive.' });
  }
  const type = 'application/octet-stream';
  const fileName = `${run.id}-page-${number}.bin`;
  const bytes = await bytesOf(body);
  if (!bytes) {
    const location = await ports.presign(page.archive, { contentType: type, cacheControl: PRIVATE, fileName });
    return { status: 307, headers: { location, 'cache-control': PRIVATE }, body: '' };
  }
  const headers = {
    'content-disposition': `attachment; filename="${fileName}"`,
    'content-security-policy': "default-src 'none'; sandbox",
  };
  return data(bytes, { type, cache: PRIVATE, headers });
}
