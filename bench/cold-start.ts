/**
 * How much a function's own code adds to a cold start, and how long the first answer then takes: its bundle in a fresh process,
 * against an empty handler in the same round. What is loaded with the first request is counted in the first answer.
 */
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleFunctions, loadedWith } from '#infra/bundle.ts';
import { environmentOf } from '#infra/function-variables.ts';
import { topology } from '#infra/topology.ts';
import type { FunctionName } from '#infra/topology-shape.ts';
import { eventOf } from '#test/functions/api/scene.ts';
import { sampleSettings } from '#test/infra/sample-settings.ts';
import { median, type Result } from './report.ts';
import { type Scratch, scratch } from './scratch.ts';

/** Starts of each, in turns: whatever else the machine does meets all of them. */
const ROUNDS = 20;

/** In the catalogue that is asked: a search is to find something, and its file need not be large. */
const DATASETS = 500;

/** What a function reads of its surroundings; nobody is asked anything while it starts. */
const environmentFor = (name: FunctionName): Record<string, string> => ({
  ...environmentOf(topology.functions[name], {
    table: (table) => table,
    bucket: 'bucket',
    queueUrl: (queue) => `https://queue.example/${queue}`,
    topicArn: (topic) => topic,
    setting: (setting) => sampleSettings[setting] ?? `https://${setting.toLowerCase()}.example`,
  }),
  AWS_REGION: 'eu-north-1',
});

interface Start {
  /** Milliseconds from the process's start to its end. */
  readonly wall: number;
  /** What it took of a processor from before the import: on a machine that does other work as well this says more. */
  readonly processor: number;
}

interface Starting {
  readonly handler: string;
  readonly env: Record<string, string>;
  /** What is asked of it; nothing where it is only loaded. */
  readonly target?: string;
}

/** The handler is loaded, and asked what it is to be asked; an answer that is none is a fault of the measure. */
function start({ handler, env, target }: Starting): Start {
  const started = performance.now();
  const code = `const before = process.cpuUsage();
    const { handler } = await import(${JSON.stringify(pathToFileURL(handler).href)});
    const event = ${JSON.stringify(target === undefined ? null : eventOf(target))};
    const { statusCode, body } = event ? await handler(event, {}) : { statusCode: 200 };
    if (statusCode !== 200) throw new Error(body);
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000);
    process.exit()`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], { env, encoding: 'utf8' });
  return { wall: performance.now() - started, processor: Number(said) };
}

/** Starts the kinds in turns. @returns by kind: medians of the starts, less those of the first kind. */
function beyondFirst(kinds: readonly Starting[]): Start[] {
  const starts: Start[][] = kinds.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) kinds.forEach((kind, index) => void starts[index]?.push(start(kind)));
  const medians = starts.map((some) => ({
    wall: median(some.map(({ wall }) => wall)),
    processor: median(some.map(({ processor }) => processor)),
  }));
  const [none = { wall: Number.NaN, processor: Number.NaN }] = medians;
  return medians.map(({ wall, processor }) => ({ wall: wall - none.wall, processor: processor - none.processor }));
}

const MB = 1e6;

/** Compressed size of files, in MB. */
const compressed = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / MB;

const codeIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => join(folder, file));

const size = (name: FunctionName, folder: string, target: number): Result => ({
  what: `cold start: the bundle of ${name}, compressed`,
  figure: compressed(codeIn(folder)),
  unit: 'MB',
  target,
  wanted: 'at most',
  detail: `gzip of each of its files; ${compressed(loadedWith(folder)).toFixed(2)} MB are loaded at a start, the rest when it is first needed`,
});

const timed = (what: string, { processor, wall }: Start, target: number | null): Result => ({
  what: `cold start: ${what}`,
  figure: processor,
  unit: 'ms',
  target,
  wanted: 'at most',
  detail: `processor time, median of ${ROUNDS} fresh processes less that of an empty handler; by the clock ${wall.toFixed(0)} ms, with what else the machine did`,
});

/** Starts a catalogue to be asked. */
async function catalogueIn(place: Scratch) {
  const server = fork(join(import.meta.dirname, 'catalogue-server.ts'), [join(place.folder, 'data'), String(DATASETS)]);
  const [{ environment, id }] = await once(server, 'message');
  return { environment, id, [Symbol.dispose]: () => void server.disconnect() };
}

export async function measureColdStart(): Promise<Result[]> {
  await using place = await scratch();
  const bundles = bundleFunctions(topology, join(place.folder, 'bundles'));
  const empty = join(place.folder, 'empty.mjs');
  writeFileSync(empty, 'export const handler = async () => undefined;\n');
  const handler = join(bundles.api, 'handler.mjs');
  using catalogue = await catalogueIn(place);
  const env = catalogue.environment;
  const [, own, dataset, search, harvest] = beyondFirst([
    { handler: empty, env: {} },
    { handler, env: environmentFor('api') },
    { handler, env, target: `/v1/datasets/${catalogue.id}` },
    { handler, env, target: '/v1/datasets?q=kræft&facets=true' },
    { handler: join(bundles.harvest, 'handler.mjs'), env: environmentFor('harvest') },
  ]);
  if (!own || !dataset || !search || !harvest) throw new Error('A kind of start is missing.');
  return [
    timed('the API’s own initialisation', own, 100),
    timed('the API until its first answer, a dataset', dataset, null),
    timed('the API until its first answer, a search', search, null),
    timed('harvest’s own initialisation', harvest, null),
    size('api', bundles.api, 1),
    size('harvest', bundles.harvest, 5),
  ];
}
