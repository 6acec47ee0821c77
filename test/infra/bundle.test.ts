import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleFunctions, startedWith } from '#infra/bundle.ts';
import { environmentOf, type FunctionName, namesOf, topology } from '#infra/topology.ts';
import { sampleSettings } from './sample-settings.ts';

// Outside the project: nothing of it can be found from there, as on Lambda.
const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
let bundles: Record<FunctionName, string>;

beforeAll(() => {
  bundles = bundleFunctions(topology, folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

const environmentFor = (name: FunctionName): Record<string, string> =>
  environmentOf(topology.functions[name], {
    table: (table) => table,
    bucket: 'bucket',
    queueUrl: (queue) => `https://queue.example/${queue}`,
    topicArn: (topic) => topic,
    setting: (setting) => sampleSettings[setting] ?? `https://${setting.toLowerCase()}.example`,
  });

test.each(namesOf(topology.functions))('the bundle of %s starts with its own variables and nothing else', (name) => {
  const handler = pathToFileURL(join(bundles[name], 'handler.mjs')).href;
  const code = `console.log(typeof (await import(${JSON.stringify(handler)})).handler)`;

  const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: folder,
    env: { ...environmentFor(name), AWS_REGION: 'eu-north-1' },
    encoding: 'utf8',
  });

  expect(said).toBe('function\n');
});

/** Compressed, in bytes: what a cold start has to fetch, unpack and read. */
const MOST: Partial<Record<FunctionName, number>> = { api: 1e6, harvest: 5e6 };

test.each(namesOf(MOST))('the bundle of %s is no larger than a cold start allows', (name) => {
  const sizes = startedWith(bundles[name]).map((file) => gzipSync(readFileSync(file)).length);

  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST[name] ?? 0);
});

test('the API loads the writer of PDF when one is asked for, and not before', () => {
  const atOnce = startedWith(bundles.api);
  const parts = readdirSync(bundles.api).filter((file) => file.endsWith('.mjs'));
  const writesPdf = (file: string) => readFileSync(join(bundles.api, file), 'utf8').includes('%PDF-');

  expect(parts.filter(writesPdf).length).toBeGreaterThan(0);
  expect(parts.filter(writesPdf).filter((file) => atOnce.includes(join(bundles.api, file)))).toEqual([]);
});

test('a package with files beside its code is copied for the function that asks for it, and is found there', () => {
  const entry = join(folder, 'asks.ts');
  writeFileSync(entry, "import oxigraph from 'oxigraph'; export const handler = () => new oxigraph.Store().size;");
  const asking = {
    ...topology,
    functions: { ...topology.functions, harvest: { ...topology.functions.harvest, entry } },
  };

  const { harvest, project } = bundleFunctions(asking, join(folder, 'again'));

  const code = `console.log((await import(${JSON.stringify(pathToFileURL(join(harvest, 'handler.mjs')).href)})).handler())`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: folder, encoding: 'utf8' });
  expect(said).toBe('0\n');
  expect(existsSync(join(project, 'node_modules'))).toBe(false);
});
