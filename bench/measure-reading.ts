/** How fast, how small and how straight the pure part of a harvest is, against n3 alone in the same run. */
import { statSync } from 'node:fs';
import { dcat } from '#harvesters/dcat/dcat.ts';
import { child } from './child.ts';
import { generateJsonLd, generateRdfXml, generateTurtle } from './feeds.ts';
import { type FeedFile, n3Alone, pass } from './pipeline.ts';
import { median, type Result } from './report.ts';
import { scratch } from './scratch.ts';

const DATASETS = 10_000;
/** Rounds: the machine is shared, so each round measures all of them side by side and the median ratio counts. */
const ROUNDS = 5;
const LARGE = 100_000;
const SIZES = [1000, 10_000, 100_000] as const;

const ms = (value: number): string => `${value.toFixed(0)} ms`;

/** Reading, normalising, fingerprinting and comparing 10,000 datasets, in each serialisation. */
export async function measureRatios(): Promise<Result[]> {
  await using work = await scratch();
  const turtle = await work.write('feed.ttl', generateTurtle(DATASETS));
  const feeds: readonly (readonly [name: string, target: number, feed: FeedFile])[] = [
    ['Turtle', 6, { path: turtle, contentType: 'text/turtle', format: 'dcat' }],
    [
      'RDF/XML',
      20,
      {
        path: await work.write('feed.rdf', generateRdfXml(DATASETS)),
        contentType: 'application/rdf+xml',
        format: 'dcat',
      },
    ],
    [
      'JSON-LD',
      20,
      {
        path: await work.write('feed.jsonld', generateJsonLd(DATASETS)),
        contentType: 'application/ld+json',
        format: 'dcat',
      },
    ],
  ];
  const { triples } = await n3Alone(turtle);
  const known = (await pass(dcat, feeds[0]?.[2] as FeedFile, new Map())).states;
  const ratios = new Map<string, number[]>();
  const times = new Map<string, number[]>();
  const alone: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const n3 = (await n3Alone(turtle)).ms;
    alone.push(n3);
    for (const [name, , feed] of feeds) {
      const { ms: time, outcomes } = await pass(dcat, feed, known);
      if (outcomes.unchanged !== DATASETS) throw new Error(`${name}: ${JSON.stringify(outcomes)}`);
      ratios.set(name, [...(ratios.get(name) ?? []), time / n3]);
      times.set(name, [...(times.get(name) ?? []), time]);
    }
  }
  return feeds.map(([name, target]) => ({
    what: `reading to comparing ${DATASETS} datasets in ${name}, times n3 alone on the Turtle`,
    figure: median(ratios.get(name) ?? []),
    unit: '×',
    target,
    wanted: 'at most',
    detail: `${triples} triples; n3 ${ms(median(alone))}, ${name} ${ms(median(times.get(name) ?? []))}; median of ${ROUNDS} rounds; all ${DATASETS} unchanged against the Turtle's state`,
  }));
}

/** A pass in a process of its own, so that nothing else is in its memory. */
interface ReadOnce {
  readonly ms: number;
  readonly idleKb: number;
  readonly peakKb: number;
  readonly records: number;
}

/** Peak memory for 100,000 datasets in one file. */
export async function measureMemory(): Promise<Result[]> {
  await using work = await scratch();
  const path = await work.write('large.ttl', generateTurtle(LARGE));
  const { idleKb, peakKb, records, ms: time } = await child<ReadOnce>('read-once.ts', path);
  const megabytes = Math.round(statSync(path).size / 1e6);
  return [
    {
      what: `peak memory for ${LARGE} datasets in one Turtle file, over the idle process`,
      figure: (peakKb - idleKb) / 1024,
      unit: 'MB',
      target: 512,
      wanted: 'at most',
      detail: `${megabytes} MB of Turtle, ${records} records in ${ms(time)}; idle ${Math.round(idleKb / 1024)} MB, peak ${Math.round(peakKb / 1024)} MB resident`,
    },
  ];
}

/** How time grows with size: the slope of log time over log datasets. */
export async function measureGrowth(): Promise<Result[]> {
  await using work = await scratch();
  const points: { size: number; time: number }[] = [];
  for (const size of SIZES) {
    const path = await work.write(`${size}.ttl`, generateTurtle(size));
    const times: number[] = [];
    // The small sizes are over before the compiler has warmed up: they are read often enough to be compared.
    for (let round = 0; round < 3; round += 1)
      times.push((await child<ReadOnce>('read-once.ts', path, String(LARGE / size))).ms);
    points.push({ size, time: median(times) });
  }
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return [];
  return [
    {
      what: `growth of processor time from ${first.size} to ${last.size} datasets`,
      figure: Math.log(last.time / first.time) / Math.log(last.size / first.size),
      unit: '(exponent)',
      target: 1.05,
      wanted: 'at most',
      detail: points
        .map(({ size, time }) => `${size}: ${ms(time)} (${((time / size) * 1000).toFixed(0)} µs each)`)
        .join(', '),
    },
  ];
}
