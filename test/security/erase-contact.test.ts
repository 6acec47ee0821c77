/**
 * A person's contact planted wherever one can be, then erased: it is in no table, object, answer, letter or feed afterwards, and the
 * next harvest, which still meets it on the owner's page, does not bring it back.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Host, startHost } from '#infra/local/host.ts';
import { catchUp, runRound, runsOf } from '#infra/local/round.ts';
import type { FunctionName } from '#infra/topology-shape.ts';
import { Source } from '#schemas/source.ts';
import { answersOf, asOperator, filesOf, objectsOf, type Told, tablesOf } from './planted.ts';

const ADDRESS = 'Jens.Hansen@o.example';
const NAME = 'Jens Ulrik Hansen';
const PHONE = '12345678';

const folder = mkdtempSync(join(tmpdir(), 'erase-'));
const data = join(folder, 'data');

const register = (id: string, contact: string, name: string): string => `<https://o.example/${id}> a dcat:Dataset ;
  dct:identifier "${id}" ; dct:title "Register ${id}"@da ; dct:description "Spørg ${contact} om ${id}."@da ;
  dcat:contactPoint [ a vcard:Kind ; vcard:fn "${name}" ; vcard:hasTelephone <tel:+45${PHONE}> ; vcard:hasEmail <mailto:${contact}> ] ;
  <https://o.example/ns#ansvarlig> "${name} <${contact}>" .`;

const PREFIXES = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .`;

let feed = [
  PREFIXES,
  register('a', ADDRESS, NAME),
  register('b', 'kontor@o.example', 'Kontoret'),
  register('gone', ADDRESS, NAME),
].join('\n');
const owner = createServer((request, response) => {
  if (request.url === '/robots.txt') return void response.writeHead(404).end();
  response.setHeader('content-type', 'text/turtle').end(feed);
});

let host: Host;
let source: Source;

const send: ReturnType<typeof asOperator> = (...asked) => asOperator(host)(...asked);

async function harvest(): Promise<string> {
  const rows = await runRound(host, {
    request: { sources: ['kilde'], force: true },
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  const [run] = runsOf(rows);
  if (!run) throw new Error('nothing was harvested');
  await catchUp(host, new AbortController().signal);
  return run.id;
}

const KEEPERS: readonly FunctionName[] = [
  'render-feeds',
  'take-snapshot',
  'check-links',
  'send-reports',
  'deliver-webhooks',
  'watch',
];

let run = '';
let datasets: string[] = [];

beforeAll(async () => {
  await once(owner.listen(0, '127.0.0.1'), 'listening');
  // Listening on a TCP port, so the address is no pipe's name.
  const url = `http://127.0.0.1:${(owner.address() as AddressInfo).port}/feed.ttl`;
  source = Source.parse({
    id: 'kilde',
    owner: { id: 'o', name: { da: 'Ejeren' }, email: ADDRESS },
    format: 'dcat',
    url,
    removal: { missingRuns: 1, holdAbove: { share: 1, count: 10 } },
    politeness: { requestsPerSecond: 1000 },
  });
  host = await startHost({
    data,
    ports: () => [0],
    serveApi: true,
    passing: true,
    site: async () => undefined,
    allowHosts: ['127.0.0.1'],
    onFailure: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  await host.stores.sources.replaceAll([source]);
  host.poll();
  await harvest();
  // One register is taken away again: its history keeps what it said.
  feed = [PREFIXES, register('a', ADDRESS, NAME), register('b', 'kontor@o.example', 'Kontoret')].join('\n');
  run = await harvest();
  await send('PATCH', '/v1/sources/kilde', { enabled: false });
  await send('PATCH', '/v1/sources/kilde', { enabled: true });
  datasets = (await host.stores.ledger.read(0, 100)).map(({ dataset }) => dataset);
  for (const name of KEEPERS) await host.invoke(name, {});
  const letter = {
    owner: 'o',
    stopped: { at: '2026-01-01T00:00:00Z', reason: 'bounced', detail: ADDRESS, addresses: [ADDRESS.toLowerCase()] },
  };
  const Item = { pk: { S: 'OWNER#o' }, sk: { S: 'LETTER' }, letter: { S: JSON.stringify(letter) } };
  await new DynamoDBClient({}).send(new PutItemCommand({ TableName: 'quality', Item }));
}, 120_000);

afterAll(async () => {
  owner.closeAllConnections();
  owner.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

const answers = (): Promise<Told[]> =>
  answersOf(send, {
    ids: { runs: [run], sources: ['kilde'], owners: ['o'], datasets },
    seqs: ['1', '2', '3', '4', '5'],
  });

const everything = async (): Promise<Told[]> => [
  ...(await answers()),
  ...(await tablesOf(new DynamoDBClient({}))),
  ...(await objectsOf(new S3Client({ forcePathStyle: true }), process.env.BUCKET ?? '')),
  ...filesOf(data).filter(({ where }) => where.includes('/mail/')),
];

/** The address as it is and as mails and addresses code it. */
const FORMS = [/jens\.hansen(?:@|%40|=40|&#64;|\\u0040)o\.example/i];

const placesOf = (told: readonly Told[], forms: readonly RegExp[]): string[] =>
  told.filter(({ text }) => forms.some((form) => form.test(text))).map(({ where }) => where);

describe('a contact', () => {
  test('is in every place that keeps one before it is erased, so that looking there means something', async () => {
    const places = placesOf(await everything(), FORMS).join('\n');
    for (const place of [
      'object payloads/',
      'object raw/kilde/',
      'object snapshots/',
      'object search/',
      'table control: {"S":"SOURCES"}',
      'table control: {"S":"AUDIT"}',
      'table catalogue: {"S":"kilde"}',
      'table quality: {"S":"OWNER#o"}',
      'file /mail/',
      'answer 200 /v1/datasets/{id} /v1/datasets/kilde.a-',
      'answer 200 /v1/changes/{seq}',
      'answer 200 /v1/feeds/dcat-ap/pages/',
    ]) {
      expect(places).toContain(place);
    }
  });

  test('is nowhere any more once it was erased, its name and telephone only in the archive of pages', async () => {
    const begun = await send('POST', '/v1/erasures', { email: `mailto:${ADDRESS.toUpperCase()}?subject=x` });
    expect(begun.status).toBe(202);
    const { id } = (await begun.json()) as { id: string };
    expect(await host.invoke('erase-contacts', {})).toMatchObject({
      kind: 'done',
      erased: 1,
      counts: { changes: 1, letters: 1 },
    });
    await catchUp(host, new AbortController().signal);
    const told = await everything();
    expect(placesOf(told, FORMS)).toEqual([]);
    // What the owner's page says beside the address is not known to be about the person: docs/personal-data.md names the place.
    const named = placesOf(told, [new RegExp(NAME)]);
    expect(named.filter((where) => !where.startsWith('object raw/') && !where.includes('/v1/runs/{id}/pages'))).toEqual(
      [],
    );
    expect(await (await send('GET', `/v1/erasures/${id}`)).json()).toMatchObject({ state: 'done' });
  });

  test('and followers are told: one change, with its cause, of which the state hash is', async () => {
    const { items } = (await (await send('GET', '/v1/changes?limit=100')).json()) as {
      items: { type: string; cause: string; changed: string[]; entity: { iri: string } }[];
    };
    const [change, ...more] = items.filter(({ cause }) => cause === 'contact-erased');
    expect(more).toEqual([]);
    expect(change).toMatchObject({ type: 'Update', changed: ['contactPoint', 'description', 'unmapped'] });
    const state = (await (await send('GET', '/v1/state')).json()) as { count: number };
    expect(state.count).toBe(2);
  });

  test('does not come back with the next harvest, which meets it again, nor by a source file that still names it', async () => {
    run = await harvest();
    expect(await host.stores.runs.get(run)).toMatchObject({ counts: { listed: 2, unchanged: 2, updated: 0 } });
    await host.stores.sources.replaceAll([{ ...source, owner: { ...source.owner, homepage: 'https://o.example/' } }]);
    const refused = await send('PUT', '/v1/sources/kilde', source);
    expect(refused.status).toBe(428);
    const again = await fetch(`${host.address}/v1/sources/kilde`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${host.operatorToken}`, 'content-type': 'application/json', 'if-match': '*' },
      body: JSON.stringify(source),
    });
    expect(again.status).toBe(400);
    for (const name of KEEPERS) await host.invoke(name, {});
    expect(placesOf(await everything(), FORMS)).toEqual([]);
  });

  test('that is no address is refused without a word of it', async () => {
    const answer = await send('POST', '/v1/erasures', { email: 'jens hansen' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain('hansen');
    expect(await host.invoke('erase-contacts', {})).toEqual({ kind: 'nothing' });
  });
});
