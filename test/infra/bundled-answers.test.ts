/** The bundles at work on the embedded engines, outside the project: what is loaded late is found there as it is in the sources. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { bundleFunctions } from '#infra/bundle.ts';
import { topology } from '#infra/topology.ts';
import { type Engines, startEngines, testBucket } from '#test/engines.ts';
import { creations, eventOf, TOKEN } from '../functions/api/scene.ts';
import { entryOf } from '../functions/drafts.ts';
import { setHandlerEnvironment } from '../functions/handler-environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundled-'));
let engines: Engines;

beforeAll(async () => {
  engines = await startEngines();
  bundleFunctions(topology, join(folder, 'bundles'));
});
afterAll(async () => {
  await engines.stop();
  rmSync(folder, { recursive: true });
});

const asOperator = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };

/** A page with a selector that no parser takes: to say so, the parser has to be there. */
const SOURCE = JSON.stringify({
  ...{ id: 'a', owner: { id: 'o' }, format: 'html', url: 'https://a.example' },
  settings: { fields: [{ property: 'title', selector: 'h1[' }] },
});

/** One address of each part, and those behind which something of its own is loaded, each with what its answer holds. */
const asked = [
  { target: '/', says: '"title"' },
  { target: '/docs', says: '<!doctype html>' },
  { target: '/v1/datasets/sds.d0000', says: '"sds.d0000"' },
  { target: '/v1/datasets/sds.d0000.rdf', says: '<rdf:RDF' },
  { target: '/v1/datasets?q=&facets=true', says: '"facets"' },
  { target: '/v1/changes?since=0&include=data', says: '"record"' },
  { target: '/v1/feeds/atom.xml', says: '<feed' },
  { target: '/v1/quality/summary', says: '"items"' },
  { target: '/v1/runs', says: '"items"' },
  { target: '/v1/dead-letters', headers: asOperator, says: '"items"' },
  { target: '/v1/subscriptions', headers: asOperator, says: '"items"' },
  { target: '/v1/sources/check', method: 'POST', headers: asOperator, body: SOURCE, says: 'not a CSS selector' },
];

/** A run of three functions, each from its own folder, as a program without the project's packages. */
const program = (names: Readonly<Record<'project' | 'index-search' | 'api', string>>): string => `
  const context = { getRemainingTimeInMillis: () => 60_000 };
  for (const file of ${JSON.stringify([names.project, names['index-search']])})
    await (await import(file)).handler({ Records: [{ messageId: 'one', body: '{}' }] }, context);
  const api = (await import(${JSON.stringify(names.api)})).handler;
  const answers = [];
  for (const event of ${JSON.stringify(asked.map(({ target, ...request }) => eventOf(target, request)))}) {
    const { statusCode, body } = await api(event, context);
    answers.push({ statusCode, body });
  }
  (await import('node:fs')).writeFileSync('answers.json', JSON.stringify(answers));
  process.exit();
`;

test('the bundles answer from every part of the API what their sources would', async () => {
  setHandlerEnvironment(engines);
  const drafts = creations(3);
  const ledger = dynamoLedger({
    table: 'ledger',
    objects: s3ObjectStore(testBucket, engines.s3),
    client: engines.dynamo,
  });
  await ledger.append(
    drafts,
    drafts.map(({ dataset }) => entryOf(dataset)),
  );
  const handlerOf = (name: string) => `./bundles/${name}/handler.mjs`;
  const names = { project: handlerOf('project'), 'index-search': handlerOf('index-search'), api: handlerOf('api') };
  writeFileSync(join(folder, 'program.mjs'), program(names));

  await promisify(execFile)(process.execPath, ['program.mjs'], { cwd: folder, env: process.env });

  const answers: { statusCode: number; body: string }[] = JSON.parse(
    readFileSync(join(folder, 'answers.json'), 'utf8'),
  );
  const told = answers.map(({ statusCode, body }, index) => ({
    target: asked[index]?.target,
    statusCode,
    says: body.includes(asked[index]?.says ?? '') ? asked[index]?.says : body.slice(0, 300),
  }));
  expect(told).toEqual(asked.map(({ target, says }) => ({ target, statusCode: 200, says })));
});
