/**
 * How many datasets a second are assessed on one core: measured, held to the profiles, scored and graded. Counted is the time
 * of the processor and not of the clock: other work on the machine takes the one and not the other.
 */
import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import { harvesterOf } from '#functions/harvest/formats.ts';
import { takeRecord } from '#functions/harvest/take-record.ts';
import { assess } from '#quality/assess.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { Source } from '#schemas/source.ts';
import { generateTurtle } from './feeds.ts';
import { median, type Result } from './report.ts';
import { scratch } from './scratch.ts';

const GENERATED = 5000;
/** The median of some rounds counts, after one that warms the compiler up. */
const ROUNDS = 5;
const TARGET = 5000;
const URL = 'https://example.dk/feed';

interface Feed {
  readonly format: Source['format'];
  readonly contentType: string;
  readonly body: AsyncIterable<Uint8Array>;
}

async function entriesOf({ format, contentType, body }: Feed): Promise<CatalogueEntry[]> {
  const source = Source.parse({ id: 'bench', owner: { id: 'bench' }, format, url: URL });
  const context = {
    source,
    run: 'bench.run.000000',
    page: URL,
    pageKey: URL,
    archive: null,
    observedAt: '2026-01-01T00:00:00Z',
    stateOf: () => undefined,
  };
  const entries: CatalogueEntry[] = [];
  for await (const reading of harvesterOf(format).read(source, {
    request: { url: URL },
    url: URL,
    contentType,
    body,
  })) {
    if (reading.kind !== 'record') continue;
    const taken = takeRecord(reading.record, context);
    if (taken.kind === 'taken' && taken.change?.entry) entries.push(taken.change.entry);
  }
  return entries;
}

function assessAll(entries: readonly CatalogueEntry[]): { readonly ms: number; readonly share: number } {
  const circumstances = { now: '2026-01-01T00:00:00Z', links: new Map<string, number>(), lastConfirmed: null };
  const started = process.cpuUsage();
  let shares = 0;
  for (const entry of entries) shares += assess(entry, circumstances).grade.share;
  const { user, system } = process.cpuUsage(started);
  return { ms: (user + system) / 1000, share: shares / entries.length };
}

function measure(name: string, entries: readonly CatalogueEntry[]): Result {
  const { share } = assessAll(entries);
  const times = Array.from({ length: ROUNDS }, () => assessAll(entries).ms);
  const ms = median(times);
  return {
    what: `assessing ${name}, a second of one core`,
    figure: (entries.length / ms) * 1000,
    unit: 'datasets',
    target: TARGET,
    wanted: 'at least',
    detail: `${entries.length} datasets in ${ms.toFixed(0)} ms (${((ms / entries.length) * 1000).toFixed(0)} µs each), median of ${ROUNDS} rounds from ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} ms; mean grade ${share.toFixed(3)}`,
  };
}

/** The real feed lies beside the project, where it is at all. */
const realFeed = join(
  resolve(import.meta.dirname, '..', process.env.DATALANDKORT_SHARED_DATA ?? '../shared/data'),
  'feeds/healthdata-gov/00-acf49f0.json.gz',
);

export async function measureAssessing(): Promise<Result[]> {
  await using work = await scratch();
  const path = await work.write('feed.ttl', generateTurtle(GENERATED));
  const generated = await entriesOf({ format: 'dcat', contentType: 'text/turtle', body: createReadStream(path) });
  const results = [measure('generated Danish registers', generated)];
  if (existsSync(realFeed)) {
    const body = createReadStream(realFeed).pipe(createGunzip());
    const real = await entriesOf({ format: 'dcat-us', contentType: 'application/json', body });
    results.push(measure('the datasets of healthdata.gov', real));
  }
  return results;
}
