/** The search: how long its file takes to build, how large it is, and how fast it answers through the API's use cases. */
import { loadavg } from 'node:os';
import { setImmediate as nextTick } from 'node:timers/promises';
import { NOBODY } from '#functions/api/caller.ts';
import { listDatasets } from '#functions/api/datasets.ts';
import { Links } from '#functions/api/links.ts';
import { showMap } from '#functions/api/map.ts';
import type { ApiPorts } from '#functions/api/ports.ts';
import { suggest } from '#functions/api/suggest.ts';
import { listVariables } from '#functions/api/variables.ts';
import { indexSearch } from '#functions/index-search/index-search.ts';
import { readScores, readScoresVersion } from '#functions/shared/score-index.ts';
import { readPointer, searchFiles } from '#functions/shared/search-files.ts';
import { searchReader } from '#functions/shared/search-reader.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import { draftOf } from '#test/functions/drafts.ts';
import { memoryCheckpoints } from '#test/functions/memory-catalogue.ts';
import { memorySources } from '#test/functions/memory-control.ts';
import { memoryObjects } from '#test/functions/memory-objects.ts';
import { memoryQuality } from '#test/functions/memory-quality.ts';
import type { Result } from './report.ts';
import { beginnings, questions, searchRecord, VARIABLES_PER_RECORD } from './search-records.ts';

const RECORDS = 20_000;
/** Each question is asked so often. */
const ROUNDS = 8;
const PAGE = 20;

/** A fourth of the generated datasets each: 5,000 with 100,000 variables. */
const mapQuestions = ['HEAL', 'SOCI', 'TECH', 'GOVE'].map((theme) => `theme=${theme}`);

/** A log of generated records, which are made when they are read: 20,000 of them would else be in memory with the file. */
function generatedLog() {
  let length = RECORDS;
  const entry = (seq: number): LedgerEntry => {
    const { id } = searchRecord(seq % RECORDS);
    return {
      ...draftOf(id),
      seq,
      published: new Date(Date.UTC(2026, 0) + seq).toISOString(),
      payload: { key: 'k', line: seq },
    };
  };
  return {
    grow: () => {
      length += 1;
    },
    head: async () => ({ epoch: 'e1', seq: length, published: null }),
    read: async (after: number, limit: number) =>
      Array.from({ length: Math.max(0, Math.min(limit, length - after)) }, (_, index) => entry(after + 1 + index)),
    payloads: async (entries: readonly LedgerEntry[]) => entries.map(({ seq }) => searchRecord(seq % RECORDS)),
  };
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** By the clock, and of the processor: the second is what a machine that does nothing else would take. */
interface Times {
  readonly ms: number;
  readonly processor: number;
}

async function timed(work: () => Promise<unknown>): Promise<Times> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - started, processor: (user + system) / 1000 };
}

const requestOf = (path: string, query: Record<string, string>) => ({
  method: 'GET',
  path,
  params: {},
  query: new URLSearchParams(query),
  headers: {},
  body: '',
  caller: NOBODY,
  requestId: 'bench',
});

/** Times of each question, and which was the slowest. */
async function times(asked: readonly string[], ask: (question: string) => Promise<unknown>) {
  const all: (Times & { question: string })[] = [];
  for (const question of asked) await ask(question);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const question of asked) {
      await nextTick();
      all.push({ question, ...(await timed(() => ask(question))) });
    }
  }
  const slowest = asked
    .map((question) => ({
      question,
      ...ofTimes(
        all.filter((one) => one.question === question),
        0.5,
      ),
    }))
    .toSorted((a, b) => b.processor - a.processor)
    .slice(0, 3)
    .map(({ question, processor }) => `"${question}" ${processor.toFixed(1)} ms`);
  const processor = ofTimes(all, 0.99).processor;
  const detail = `${all.length} requests; p99 of processor time ${processor.toFixed(1)} ms, p50 ${ofTimes(all, 0.5).processor.toFixed(1)} ms; slowest by median processor time: ${slowest.join(', ')}`;
  return { p50: ofTimes(all, 0.5).ms, p99: ofTimes(all, 0.99).ms, detail };
}

function ofTimes(all: readonly Times[], share: number): Times {
  return {
    ms: quantile(
      all.map(({ ms }) => ms),
      share,
    ),
    processor: quantile(
      all.map(({ processor }) => processor),
      share,
    ),
  };
}

export async function measureSearch(): Promise<Result[]> {
  const objects = memoryObjects();
  const ledger = generatedLog();
  const ports = {
    ledger,
    checkpoints: memoryCheckpoints(),
    files: searchFiles(objects),
    holder: () => 'bench',
    outOfTime: () => false,
    scores: { version: () => readScoresVersion(objects), rows: () => readScores(objects) },
    report: () => undefined,
  };
  const build = await timed(() => indexSearch(ports));
  const bytes = (await readPointer(objects))?.bytes ?? Number.NaN;
  const reader = searchReader(objects);
  const opening = await timed(() => reader.current());
  ledger.grow();
  const change = await timed(() => indexSearch(ports));
  const cold = await timed(async () => {
    ledger.grow();
    await indexSearch({ ...ports, files: searchFiles(objects) });
    await searchReader(objects).current();
  });
  // The use cases of the search touch no other ports.
  const api = {
    links: new Links('https://data.example.dk'),
    search: reader,
    quality: memoryQuality(),
    sources: memorySources([]),
  } as unknown as ApiPorts;
  const limit = String(PAGE);
  const search = await times(questions, (q) =>
    listDatasets(api, requestOf('/v1/datasets', { q, facets: 'true', limit })),
  );
  const filtered = await times(questions, (q) =>
    listDatasets(
      api,
      requestOf('/v1/datasets', { q, facets: 'true', theme: 'HEAL', from: '1990', to: '1999', limit, sort: 'title' }),
    ),
  );
  const suggestions = await times(beginnings, (q) => suggest(api, requestOf('/v1/suggest', { q })));
  const variables = await times(questions, (q) => listVariables(api, requestOf('/v1/variables', { q, limit })));
  const maps = await times(mapQuestions, (question) =>
    showMap(api, requestOf('/v1/map', Object.fromEntries(new URLSearchParams(question)))),
  );
  const load = `machine's load at the end ${loadavg()
    .map((value) => value.toFixed(2))
    .join(' ')}`;
  const made = `${RECORDS} datasets, ${VARIABLES_PER_RECORD} variables each; ${load}`;
  const atMost = (what: string, figure: number, unit: string, target: number, detail: string): Result => ({
    what,
    figure,
    unit,
    target,
    wanted: 'at most',
    detail,
  });
  return [
    atMost(
      'search: the file is built',
      build.ms / 1000,
      's',
      120,
      `${made}; ${(build.processor / 1000).toFixed(1)} s of processor time`,
    ),
    atMost('search: size of the file', bytes / 1_000_000, 'MB', 900, made),
    atMost(
      'search: a file is fetched and opened',
      opening.ms,
      'ms',
      2500,
      `${opening.processor.toFixed(0)} ms of processor time`,
    ),
    atMost(
      'search: one change, with the file at hand',
      change.ms,
      'ms',
      2500,
      `the file changed and sent again; ${change.processor.toFixed(0)} ms of processor time`,
    ),
    atMost(
      'search: one change, seen by a new reader, everything fetched',
      cold.ms,
      'ms',
      5000,
      `cold writer and cold reader; ${cold.processor.toFixed(0)} ms of processor time`,
    ),
    atMost('search: datasets with facets, p50', search.p50, 'ms', 50, search.detail),
    atMost('search: datasets with facets, p99', search.p99, 'ms', 50, search.detail),
    atMost('search: filtered, sorted by title, with facets, p99', filtered.p99, 'ms', 50, filtered.detail),
    atMost('search: suggestions, p50', suggestions.p50, 'ms', 50, suggestions.detail),
    atMost('search: suggestions, p99', suggestions.p99, 'ms', 50, suggestions.detail),
    atMost('search: variables, p50', variables.p50, 'ms', 50, variables.detail),
    atMost('search: variables, p99', variables.p99, 'ms', 50, variables.detail),
    atMost('search: the map of 5,000 datasets, p50', maps.p50, 'ms', 100, maps.detail),
  ];
}
