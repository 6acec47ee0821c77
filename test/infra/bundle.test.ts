import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleFunctions, loadedWith } from '#infra/bundle.ts';
import { environmentOf } from '#infra/function-variables.ts';
import { topology } from '#infra/topology.ts';
import { type FunctionName, namesOf } from '#infra/topology-shape.ts';
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

test.each(namesOf(MOST))(
  'the bundle of %s is no larger than a cold start allows, with all that is loaded later',
  (name) => {
    const files = readdirSync(bundles[name]).filter((file) => file.endsWith('.mjs'));
    const sizes = files.map((file) => gzipSync(readFileSync(join(bundles[name], file))).length);

    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST[name] ?? 0);
  },
);

/** Of what a file of a bundle was made, as its source map tells. */
const madeOf = (file: string): string[] => JSON.parse(readFileSync(`${file}.map`, 'utf8')).sources;

/** What is heavy, by where it comes from. */
const HEAVY =
  /@aws-sdk|@smithy|cheerio|parse5|jose|zod-to-openapi|pdfkit|node:sqlite|publishing\/rdf|schemas\/vocabular/;

/**
 * Bytes, not compressed, that the API reads before anything is asked of it: 170 kB, most of them zod's, which reads the environment.
 * A cold start reads, compiles and runs each of them (docs/decisions/0076); at 2,500 kB it took more than 300 ms.
 */
const MOST_AT_ONCE = 200_000;

test('the API starts with what reads its environment and leads to its parts, and loads nothing heavy before it is asked', () => {
  const atOnce = loadedWith(bundles.api);

  expect(atOnce.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(MOST_AT_ONCE);
  expect(atOnce.flatMap(madeOf).filter((source) => HEAVY.test(source))).toEqual([]);
});

test('the API’s stores on DynamoDB bring no client of another service along', () => {
  const [wiring = ''] = readdirSync(bundles.api)
    .filter((file) => file.endsWith('.mjs'))
    .filter((file) => madeOf(join(bundles.api, file)).some((source) => source.endsWith('functions/api/wiring.ts')));
  const clients = loadedWith(bundles.api, wiring)
    .flatMap(madeOf)
    .flatMap((source) => /@aws-sdk\/client-[a-z0-9]+/.exec(source) ?? []);

  expect([...new Set(clients)]).toEqual(['@aws-sdk/client-dynamodb']);
});

test.each(namesOf(topology.functions))('the bundle of %s leaves out what nobody calls', (name) => {
  const files = readdirSync(bundles[name]).filter((file) => file.endsWith('.mjs'));
  const all = files.map((file) => join(bundles[name], file));

  // Messages of zod in the languages that we do not speak.
  const languages = all
    .flatMap(madeOf)
    .flatMap((source) => /zod\/v4\/locales\/(?!index)(.+)\.js/.exec(source)?.[1] ?? []);
  expect([...new Set(languages)]).toEqual(['en']);
  // Named in an import, `node:http` brings undici along (infra/bundle.ts).
  expect(all.filter((file) => /from"node:http"/.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('the API loads the writer of PDF when one is asked for, and not before', () => {
  const atOnce = loadedWith(bundles.api);
  const parts = readdirSync(bundles.api).filter((file) => file.endsWith('.mjs'));
  const writesPdf = (file: string) => readFileSync(join(bundles.api, file), 'utf8').includes('%PDF-');

  expect(parts.filter(writesPdf).length).toBeGreaterThan(0);
  expect(parts.filter(writesPdf).filter((file) => atOnce.includes(join(bundles.api, file)))).toEqual([]);
});

test('the unpacker that bundles have in place of brotli’s unpacks', () => {
  const text = Buffer.from('sundhedsdata '.repeat(1000));

  const unpacked: Uint8Array = createRequire(import.meta.url)('../../infra/node-brotli.cjs')(brotliCompressSync(text));

  expect(Buffer.from(unpacked).equals(text)).toBe(true);
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
