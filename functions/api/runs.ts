/** `/v1/runs`: every harvest of every source, with its balance. */
import * as z from 'zod';
import type { Run } from '#schemas/run.ts';
import { listCursor, readListCursor } from './cursors.ts';
import type { Links } from './links.ts';
import type { ApiPorts, RunListing } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { fitting, json, jsonBytes, nextHeader, type Reply } from './reply.ts';
import { type ApiRequest, Limit, NoQuery, parseQuery } from './request.ts';
import { findSource } from './sources.ts';

export const Query = z.strictObject({ limit: Limit, cursor: z.string().optional() });

/** Runs of several sources may start in one millisecond: so many of them may stand on both sides of a page's border. */
const SAME_START = 50;

/** A run with where to go from it. */
export const runItem = (run: Run, links: Links) => ({
  ...run,
  seconds: run.endedAt === null ? null : (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000,
  links: {
    self: links.run(run.id),
    records: links.to(`/v1/runs/${run.id}/records`),
    source: links.source(run.source),
    ...(run.changes && { changes: links.change(run.changes.first) }),
    problems: links.to(`/v1/runs/${run.id}/problems`),
    ...(run.state === 'held' && { held: links.to(`/v1/runs/${run.id}/held`) }),
    requests: links.to(`/v1/runs/${run.id}/requests`),
    ...((run.changes || ((run.state === 'held' || run.preview) && run.waiting)) && {
      difference: links.to(`/v1/runs/${run.id}/difference`),
    }),
  },
});

type List = (listing: RunListing) => Promise<Run[]>;

/** At least `count` runs behind a cursor, fewer only at the end: a store may answer less than it was asked for. */
async function runsAfter(list: List, cursor: string | undefined, count: number): Promise<Run[]> {
  const [startedAt, id] = readListCursor('runs', cursor, 2);
  const start = Date.parse(startedAt ?? '');
  if (cursor !== undefined && Number.isNaN(start)) throw new Refusal('invalid-cursor');
  let before = cursor === undefined ? undefined : new Date(start + 1).toISOString();
  let last = id;
  const runs: Run[] = [];
  while (runs.length < count) {
    const found: Run[] = await list({ limit: count + SAME_START, before });
    const seen = new Set(runs.map((run) => run.id));
    const fresh = found.slice(found.findIndex((run) => run.id === last) + 1).filter((run) => !seen.has(run.id));
    const end = fresh.at(-1);
    if (!end) break;
    runs.push(...fresh);
    last = end.id;
    before = new Date(Date.parse(end.startedAt) + 1).toISOString();
  }
  return runs;
}

async function listPage(path: string, list: List, { links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { limit, cursor } = parseQuery(Query, request.query);
  const runs = await runsAfter(list, cursor, limit + 1);
  const shown = fitting(runs.slice(0, limit), (run) => jsonBytes(run));
  const last = runs.length > shown.length ? shown.at(-1) : undefined;
  const next = last ? listCursor('runs', [last.startedAt, last.id]) : null;
  const nextHref = next === null ? null : links.to(path, { limit, cursor: next });
  const page = {
    items: shown.map((run) => runItem(run, links)),
    cursor: next,
    hasMore: next !== null,
    links: { self: links.to(path, { limit, cursor }), next: nextHref },
  };
  return json(page, { headers: nextHeader(nextHref) });
}

/** Lists the runs of all sources, newest first. */
export const listRuns = (ports: ApiPorts, request: ApiRequest): Promise<Reply> =>
  listPage('/v1/runs', (listing) => ports.runs.recent(listing), ports, request);

/** Lists the runs of one source, newest first. */
export async function listSourceRuns(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { id } = await findSource(ports, request.params.id);
  return listPage(`/v1/sources/${id}/runs`, (listing) => ports.runs.bySource(id, listing), ports, request);
}

/** `<source>.<start>.<random>`; anything else would be refused as a key. */
const RUN_ID = /^[a-z0-9-]{1,64}\.[0-9]{8}T[0-9]{6}Z\.[a-z0-9]{1,20}$/;

/** The run of an address. @throws Refusal `not-found`. */
export async function findRun({ runs }: Pick<ApiPorts, 'runs'>, id: string | undefined): Promise<Run> {
  const run = id && RUN_ID.test(id) ? await runs.get(id) : undefined;
  if (!run) throw new Refusal('not-found', { detail: 'There is no run of this id.' });
  return run;
}

/** Shows a run as it is now. */
export async function showRun(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  return json(runItem(await findRun(ports, request.params.id), ports.links));
}
