/** Records far beyond what others take, through the whole loop on the real engines. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atHand } from '#functions/api/answering.ts';
import { createApi } from '#functions/api/api.ts';
import { Links } from '#functions/api/links.ts';
import type { ApiPorts } from '#functions/api/ports.ts';
import { rdfWriters } from '#functions/api/rdf-writers.ts';
import { harvest } from '#functions/harvest/harvest.ts';
import { linkDatasets } from '#functions/link-datasets/link-datasets.ts';
import { project } from '#functions/project/project.ts';
import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoErasedContacts } from '#functions/shared/dynamo-erased-contacts.ts';
import { dynamoLeaseStore } from '#functions/shared/dynamo-lease-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { dynamoLinkStore } from '#functions/shared/dynamo-link-store.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { HarvestMessage } from '#functions/shared/harvest-message.ts';
import { pageArchive } from '#functions/shared/page-archive.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { startRuns } from '#functions/start-runs/start-runs.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { Source } from '#schemas/source.ts';
import { type Engines, startEngines, testBucket } from '#test/engines.ts';
import { eventOf } from '../api/scene.ts';
import { sumsOf } from './world.ts';

const BASE = 'https://data.example.dk';
const URL = 'https://ejer.example.dk/data.json';
const source = Source.parse({ id: 'stor', owner: { id: 'ejer' }, format: 'dcat-us', url: URL });

/** Resident memory may grow by so much while a 30 MB record goes through: a harvest function has 2 GB. */
const GROWTH = 800_000_000;

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

const dataset = (identifier: string, more: object) => ({
  identifier,
  title: `Register ${identifier}`,
  description: 'Om registeret',
  accessLevel: 'public',
  keyword: ['sundhed'],
  ...more,
});

const files = (count: number, about: string) =>
  Array.from({ length: count }, (_, index) => ({
    title: `Fil ${index}`,
    description: about,
    downloadURL: `https://ejer.example.dk/filer/${index}.csv`,
    mediaType: 'text/csv',
  }));

const feed = JSON.stringify({
  conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
  dataset: [
    dataset('lille', {}),
    dataset('emneord', { keyword: Array.from({ length: 40_000 }, (_, index) => `emne nummer ${index}`) }),
    dataset('filer', { distribution: files(8000, 'En fil') }),
    dataset('tung', { distribution: files(8000, 'Lorem ipsum dolor sit amet. '.repeat(130)) }),
  ],
});

/** The stores as the functions have them, with a crawler that brings one page. */
function worldOf({ dynamo, s3 }: Engines) {
  const objects = s3ObjectStore(testBucket, s3);
  const ledger = dynamoLedger({ table: 'ledger', objects, client: dynamo });
  const queue: string[] = [];
  const body = Buffer.from(feed);
  return {
    objects,
    ledger,
    sources: dynamoSourceStore('control', dynamo),
    erased: dynamoErasedContacts('control', dynamo),
    runs: dynamoRunStore('control', dynamo),
    leases: dynamoLeaseStore('control', dynamo),
    catalogue: dynamoCatalogueStore({ table: 'catalogue', objects, client: dynamo }),
    checkpoints: dynamoCheckpointStore('catalogue', dynamo),
    links: dynamoLinkStore('catalogue', dynamo),
    archive: pageArchive(objects),
    messages: queue,
    queue: { send: async (message: unknown) => void queue.push(JSON.stringify(message)) },
    fetcherFor: () => ({
      fetch: async () => ({
        kind: 'page' as const,
        url: URL,
        contentType: 'application/json',
        validators: { etag: undefined, lastModified: undefined },
        bytes: body.length,
        requests: 1,
        body: {
          sha256: createHash('sha256').update(body).digest('hex'),
          bytes: body.length,
          open: async function* () {
            yield body;
          },
          dispose: async () => undefined,
        },
      }),
    }),
    announce: async () => undefined,
    clock: Date.now,
    remainingMs: () => Number.POSITIVE_INFINITY,
    suffix: () => 'abc123',
    holder: () => 'worker',
    outOfTime: () => false,
  };
}

// The API reads nothing of the context.
const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

describe('records of 40,000 keywords, of 8,000 distributions and of 30 MB', () => {
  it('go through whole: harvested with a warning, in the table by reference, and answered packed', async () => {
    const world = worldOf(engines);
    await world.sources.replaceAll([source]);
    const before = process.memoryUsage.rss();
    await startRuns(world, { sources: ['stor'], force: false });
    const [message] = world.messages;
    const outcome = await harvest(world, HarvestMessage.parse(JSON.parse(message ?? 'null')));
    if (outcome.kind !== 'ended') throw new Error(`the run is ${outcome.kind}`);
    const { run } = outcome;
    expect(run).toMatchObject({ state: 'succeeded', counts: { listed: 4, created: 4, rejected: 0 } });
    expect(sumsOf(run)).toEqual([]);
    const warned = run.problems.filter(({ code }) => code === 'large-record').map(({ record }) => record);
    expect(warned).toEqual(['stor.emneord', 'stor.filer', 'stor.tung']);

    expect(await project(world)).toMatchObject({ kind: 'done' });
    expect(await linkDatasets(world)).toMatchObject({ kind: 'done' });
    const grown = process.memoryUsage.rss() - before;
    expect(grown).toBeLessThan(GROWTH);

    const stored = await world.catalogue.get('stor.tung');
    expect(stored?.entry?.record.distribution).toHaveLength(8000);
    expect(JSON.stringify(stored?.entry).length).toBeGreaterThan(28_000_000);

    const api = createApi(
      atHand({
        // What an operator does is not asked for here.
        ...({} as ApiPorts),
        ...world,
        links: new Links(BASE),
        sameAs: world.links,
        writers: rdfWriters,
        operatorToken: undefined,
        report: (failure) => {
          throw failure;
        },
      }),
    );
    const ask = async (id: string, headers: Record<string, string>) =>
      api(eventOf(`/v1/datasets/${id}`, { headers }), context);
    const read = async (id: string) => {
      const answer = await ask(id, { 'accept-encoding': 'gzip', accept: 'application/json' });
      expect(answer.statusCode).toBe(200);
      expect(JSON.stringify(answer).length).toBeLessThan(6_000_000);
      const bytes = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
      const text = (answer.isBase64Encoded ? gunzipSync(bytes) : bytes).toString();
      return (JSON.parse(text) as { record: CatalogueEntry['record'] }).record;
    };
    expect((await read('stor.emneord')).keyword?.und).toHaveLength(40_000);
    expect((await read('stor.filer')).distribution).toHaveLength(8000);
    expect((await read('stor.tung')).distribution).toHaveLength(8000);
    const plain = await ask('stor.tung', { accept: 'application/json' });
    expect(plain.statusCode).toBe(406);
    expect(JSON.parse(plain.body ?? '')).toMatchObject({ detail: expect.stringContaining('Accept-Encoding: gzip') });
  }, 120_000);
});
