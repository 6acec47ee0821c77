/** How much a function's own code adds to a cold start: its bundle in a fresh process, against an empty handler in the same round. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleFunctions, startedWith } from '#infra/bundle.ts';
import { environmentOf, type FunctionName, topology } from '#infra/topology.ts';
import { sampleSettings } from '#test/infra/sample-settings.ts';
import { median, type Result } from './report.ts';
import { scratch } from './scratch.ts';

/** Starts of each, in turns: whatever else the machine does meets both. */
const ROUNDS = 20;

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
  /** From the process's start to its end. */
  readonly wall: number;
  /** What the import took of a processor: on a machine that does other work as well this says more. */
  readonly processor: number;
}

function start(handler: string, env: Record<string, string>): Start {
  const started = performance.now();
  const code = `const before = process.cpuUsage();
    await import(${JSON.stringify(pathToFileURL(handler).href)});
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000)`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], { env, encoding: 'utf8' });
  return { wall: performance.now() - started, processor: Number(said) };
}

const MB = 1e6;

/** Compressed size of what a bundle loads at once, in MB. */
const compressed = (folder: string): number =>
  startedWith(folder).reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / MB;

export async function measureColdStart(): Promise<Result[]> {
  await using place = await scratch();
  const bundles = bundleFunctions(topology, join(place.folder, 'bundles'));
  const empty = join(place.folder, 'empty.mjs');
  writeFileSync(empty, 'export const handler = async () => undefined;\n');
  const handler = join(bundles.api, 'handler.mjs');
  const own: Start[] = [];
  const none: Start[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    none.push(start(empty, {}));
    own.push(start(handler, environmentFor('api')));
  }
  const beyond = (kind: keyof Start): number =>
    median(own.map((one) => one[kind])) - median(none.map((one) => one[kind]));
  const size = (name: FunctionName, target: number): Result => ({
    what: `cold start: the bundle of ${name}, compressed`,
    figure: compressed(bundles[name]),
    unit: 'MB',
    target,
    wanted: 'at most',
    detail: 'gzip of the handler and of what it loads at once; parts that are loaded when first needed lie beside it',
  });
  return [
    {
      what: 'cold start: the API’s own initialisation',
      figure: beyond('processor'),
      unit: 'ms',
      target: 100,
      wanted: 'at most',
      detail: `processor time, median of ${ROUNDS} fresh processes less that of an empty handler; by the clock ${beyond('wall').toFixed(0)} ms, with what else the machine did`,
    },
    size('api', 1),
    size('harvest', 5),
  ];
}
