/** The repository: as our own harvester of OAI-PMH reads it, and as the protocol's schema wants its answers. */
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { oaiPmh } from '#harvesters/oai-pmh/oai-pmh.ts';
import type { Reading } from '#schemas/reading.ts';
import { describeWithSharedData, sharedText } from '#test/shared-data.ts';
import { readPageOf, recordsAmong, shortOf, sourceOf } from '../../harvesters/read-page-of.ts';
import { createScene, creations, type Scene } from '../api/scene.ts';
import { draftOf } from '../drafts.ts';
import { memorySources } from '../memory-control.ts';
import { changesOfTime, recordOf } from './changes-of-time.ts';

const BASE = 'https://data.example.dk';
const OAI = '/v1/oai';

const ask = async (scene: Scene, query: string): Promise<string> => {
  const { status, body, headers } = await scene.ask(`${OAI}?${query}`);
  expect([status, headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
  return body;
};

const all = (body: string, pattern: RegExp): string[] => [...body.matchAll(pattern)].map(([, found = '']) => found);
const identifiers = (body: string): string[] =>
  all(body, /<identifier>([^<]*)<\/identifier><datestamp>/g).map((iri) => iri.slice(`${BASE}/id/dataset/`.length));
const tokenIn = (body: string): string | undefined => all(body, /<resumptionToken>([^<]*)<\/resumptionToken>/g)[0];
const errorIn = (body: string): string | undefined => all(body, /<error code="(\w+)">/g)[0];

/** Everything that our own harvester reads, page by page, by the requests that it makes itself. */
async function harvest(
  scene: Scene,
  settings: Record<string, unknown>,
  meanwhile?: () => Promise<void>,
): Promise<Reading[]> {
  const source = sourceOf('oai-pmh', BASE + OAI, settings);
  const readings: Reading[] = [];
  const waiting = [...oaiPmh.first(source)];
  for (let request = waiting.shift(); request; request = waiting.shift()) {
    const { body } = await scene.ask(request.url.slice(BASE.length));
    const found = await readPageOf(oaiPmh, { ...source, url: request.url }, body, {
      context: request.context,
      contentType: 'text/xml',
    });
    readings.push(...found);
    for (const reading of found) if (reading.kind === 'page') waiting.push(reading.request);
    await meanwhile?.();
  }
  return readings;
}

const deletedAmong = (readings: readonly Reading[]): string[] =>
  readings.flatMap((reading) => (reading.kind === 'deletion' ? [reading.identifier] : []));

const faultsAmong = (readings: readonly Reading[]): string[] =>
  readings.flatMap((reading) => ('code' in reading ? [`${reading.kind} ${reading.code}: ${reading.message}`] : []));

const removal = (dataset: string, previous: number) =>
  draftOf(dataset, { type: 'Delete', revision: 2, contentHash: null, cause: 'source-removed', previous });

describe('the repository, read by our own harvester', () => {
  it.each(['oai_dc', 'dcat_ap'])('gives every live record and every deletion once, as %s', async (metadataPrefix) => {
    const scene = createScene({}, recordOf);
    const log = changesOfTime(450);
    await scene.append(...log);
    const latest = new Map(log.map((draft) => [draft.dataset, draft.type]));
    const named = (type: boolean) =>
      [...latest]
        .filter(([, last]) => (last === 'Delete') === type)
        .map(([id]) => `${BASE}/id/dataset/${id}`)
        .sort();
    const readings = await harvest(scene, { metadataPrefix });
    expect(faultsAmong(readings)).toEqual([]);
    expect(deletedAmong(readings).sort()).toEqual(named(true));
    expect(
      recordsAmong(readings)
        .map(({ identifier }) => identifier)
        .sort(),
    ).toEqual(named(false));
    const [record] = recordsAmong(readings);
    expect(JSON.stringify(shortOf(record))).toContain('for sårbare, udgave');
  });

  it('misses nothing that is changed while it is harvested', async () => {
    const scene = createScene();
    await scene.append(...creations(250));
    let round = 0;
    const readings = await harvest(scene, {}, async () => {
      round += 1;
      if (round > 3) return;
      // One that was listed already, one that is to come, and one that is new.
      await scene.append(
        draftOf('sds.d0000', { type: 'Update', revision: 1 + round, previous: 1 }),
        removal(`sds.d0${250 - round}`, 251 - round),
        draftOf(`sds.new${round}`),
      );
    });
    const seen = new Set([...recordsAmong(readings).map(({ identifier }) => identifier), ...deletedAmong(readings)]);
    const expected = [...creations(250).map(({ dataset }) => dataset), 'sds.new1', 'sds.new2', 'sds.new3'];
    expect([...seen].sort()).toEqual(expected.map((id) => `${BASE}/id/dataset/${id}`).sort());
    expect(faultsAmong(readings)).toEqual([]);
  });
});

describe('the repository', () => {
  it('lists a record once, at its latest change, and goes on by a token that may be sent again', async () => {
    const scene = createScene();
    await scene.append(...creations(130), draftOf('sds.d0000', { type: 'Update', revision: 2, previous: 1 }));
    const first = await ask(scene, 'verb=ListIdentifiers&metadataPrefix=oai_dc');
    expect(identifiers(first)).toHaveLength(100);
    expect(identifiers(first)[0]).toBe('sds.d0001');
    const query = `verb=ListIdentifiers&resumptionToken=${tokenIn(first)}`;
    const second = await ask(scene, query);
    expect(identifiers(second).at(-1)).toBe('sds.d0000');
    expect(identifiers(second)).toHaveLength(30);
    expect(tokenIn(second)).toBe('');
    expect(await ask(scene, query)).toBe(second);
  });

  it('has no token in a list that was never parted, and none to an empty page', async () => {
    const scene = createScene();
    await scene.append(...creations(100));
    const body = await ask(scene, 'verb=ListRecords&metadataPrefix=oai_dc');
    expect(identifiers(body)).toHaveLength(100);
    expect(body).not.toContain('resumptionToken');
  });

  it('has pages of exactly one record: at the end of a list, and as a list of its own', async () => {
    const scene = createScene({}, recordOf);
    await scene.append(...creations(100), draftOf('ssi.last'));
    const first = await ask(scene, 'verb=ListRecords&metadataPrefix=oai_dc');
    const last = await ask(scene, `verb=ListRecords&resumptionToken=${tokenIn(first)}`);
    const alone = await ask(scene, 'verb=ListRecords&metadataPrefix=oai_dc&set=ssi');
    const records = (body: string) => all(body, /<record>([\s\S]*?)<\/record>/g);
    expect(identifiers(first)).toHaveLength(100);
    expect([identifiers(last), tokenIn(last)]).toEqual([['ssi.last'], '']);
    expect([identifiers(alone), tokenIn(alone)]).toEqual([['ssi.last'], undefined]);
    expect(records(alone)).toEqual(records(last));
    const readings = await harvest(scene, { metadataPrefix: 'oai_dc' });
    expect([recordsAmong(readings).length, faultsAmong(readings)]).toEqual([101, []]);
  });

  it('selects by set and by time, in seconds and in days', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.a')); // 04:00:01
    await scene.append(draftOf('ssi.b')); // 04:00:02
    await scene.append(draftOf('sds.c')); // 04:00:03
    const list = async (more: string) =>
      identifiers(await ask(scene, `verb=ListIdentifiers&metadataPrefix=oai_dc&${more}`));
    expect(await list('set=sds')).toEqual(['sds.a', 'sds.c']);
    expect(await list('from=2026-11-23T04:00:02Z')).toEqual(['ssi.b', 'sds.c']);
    expect(await list('until=2026-11-23T04:00:02Z')).toEqual(['sds.a', 'ssi.b']);
    expect(await list('from=2026-11-23T04:00:02Z&until=2026-11-23T04:00:02Z')).toEqual(['ssi.b']);
    expect(await list('from=2026-11-23&until=2026-11-23')).toEqual(['sds.a', 'ssi.b', 'sds.c']);
  });

  it('dates its answers so that asking from there misses nothing that is written meanwhile', async () => {
    const scene = createScene();
    await scene.append(...creations(3));
    const body = await ask(scene, 'verb=ListRecords&metadataPrefix=oai_dc');
    await scene.append(draftOf('sds.late'));
    const [from] = all(body, /<responseDate>([^<]*)</g);
    const next = await ask(scene, `verb=ListIdentifiers&metadataPrefix=oai_dc&from=${from}`);
    expect(identifiers(next)).toContain('sds.late');
    expect(Date.parse(String(from))).toBeLessThan(Date.parse('2026-11-23T04:00:01Z'));
  });

  it('keeps a deleted record by its header', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'), removal('sds.a', 1));
    const body = await ask(scene, `verb=GetRecord&metadataPrefix=oai_dc&identifier=${BASE}/id/dataset/sds.a`);
    expect(body).toContain('<header status="deleted">');
    expect(body).not.toContain('<metadata>');
    expect(await ask(scene, 'verb=Identify')).toContain('<deletedRecord>persistent</deletedRecord>');
  });

  it('answers a form that is posted as it answers the address', async () => {
    const scene = createScene();
    await scene.append(...creations(3));
    const posted = await scene.ask(OAI, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'verb=ListRecords&metadataPrefix=dcat_ap',
    });
    expect(posted.body).toBe(await ask(scene, 'verb=ListRecords&metadataPrefix=dcat_ap'));
  });

  it.each([
    ['the operator’s address', 'drift@data.example.dk', 'drift@data.example.dk'],
    ['an address that nobody can have, where none was set,', '', 'contact-is-not-set@datalandkort.invalid'],
  ])('names %s as the one to write to', async (_, contact, written) => {
    const body = await ask(createScene({ contact }), 'verb=Identify');
    expect(all(body, /<adminEmail>([^<]*)</g)).toEqual([written]);
  });

  it('lists sources as its sets, by their names', async () => {
    const body = await ask(createScene(), 'verb=ListSets');
    expect(body).toContain('<set><setSpec>sds</setSpec><setName>Danish Health Data Authority</setName></set>');
  });
});

const record = `identifier=${BASE}/id/dataset/sds.a`;

/** Questions that end in each of the eight errors. */
const faults: readonly (readonly [string, string])[] = [
  ['badVerb', ''],
  ['badVerb', 'verb=ListEverything'],
  ['badVerb', 'verb=Identify&verb=Identify'],
  ['badArgument', 'verb=Identify&set=sds'],
  ['badArgument', 'verb=ListRecords'],
  ['badArgument', 'verb=GetRecord&metadataPrefix=oai_dc'],
  ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&from=yesterday'],
  ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-23&until=2026-11-23T04:00:00Z'],
  ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-24&until=2026-11-23'],
  ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc'],
  ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x'],
  ['badResumptionToken', 'verb=ListRecords&resumptionToken=x'],
  ['badResumptionToken', 'verb=ListSets&resumptionToken=x'],
  ['cannotDisseminateFormat', 'verb=ListRecords&metadataPrefix=marc21'],
  ['idDoesNotExist', `verb=GetRecord&metadataPrefix=oai_dc&identifier=${BASE}/id/dataset/sds.none`],
  ['idDoesNotExist', 'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:1'],
  ['noRecordsMatch', 'verb=ListRecords&metadataPrefix=oai_dc&set=unknown'],
  ['noRecordsMatch', 'verb=ListRecords&metadataPrefix=oai_dc&from=2030-01-01'],
  ['noMetadataFormats', `verb=ListMetadataFormats&identifier=${BASE}/id/dataset/sds.gone`],
  ['noSetHierarchy', 'verb=ListSets'],
];

async function sceneForFaults(code: string): Promise<Scene> {
  const scene = createScene(code === 'noSetHierarchy' ? { sources: memorySources([]) } : {});
  await scene.append(draftOf('sds.a'), draftOf('sds.gone'), removal('sds.gone', 2));
  return scene;
}

describe.each(faults)('%s', (code, query) => {
  it(`is what "${query}" is answered with`, async () => {
    const body = await ask(await sceneForFaults(code), query);
    expect(errorIn(body)).toBe(code);
    const bare = code === 'badVerb' || code === 'badArgument';
    expect(body.includes('<request>')).toBe(bare || query === '');
  });
});

describeWithSharedData('by the schema of the protocol', () => {
  /** The schema, which would else ask for one of RDF/XML, and there is none. */
  const schema = (): string =>
    sharedText('oai-pmh/pyoai/OAI-PMH.xsd').replaceAll(/processContents="strict"/g, 'processContents="lax"');

  const verdict = async (body: string) => {
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'answer.xml', contents: body }],
      schema: [{ fileName: 'OAI-PMH.xsd', contents: schema() }],
    });
    return { valid, errors: errors.map(({ message }) => message) };
  };

  const lists = ['ListRecords', 'ListIdentifiers'].flatMap((verb) =>
    ['oai_dc', 'dcat_ap'].map((prefix) => `verb=${verb}&metadataPrefix=${prefix}`),
  );

  it.each([
    'verb=Identify',
    'verb=ListSets',
    'verb=ListMetadataFormats',
    `verb=ListMetadataFormats&${record}`,
    `verb=GetRecord&metadataPrefix=oai_dc&${record}`,
    `verb=GetRecord&metadataPrefix=dcat_ap&${record}`,
    ...lists,
  ])('the answer to %s is valid', async (query) => {
    const scene = createScene({}, recordOf);
    await scene.append(draftOf('sds.a'), draftOf('sds.b'), removal('sds.b', 2), ...creations(120));
    const body = await ask(scene, query);
    expect(errorIn(body)).toBeUndefined();
    expect(await verdict(body)).toEqual({ valid: true, errors: [] });
    const token = tokenIn(body);
    if (!token) return;
    const verb = /verb=(\w+)/.exec(query)?.[1];
    expect(await verdict(await ask(scene, `verb=${verb}&resumptionToken=${token}`))).toEqual({
      valid: true,
      errors: [],
    });
  });

  it.each(faults)('the error %s, by "%s", is valid', async (code, query) => {
    expect(await verdict(await ask(await sceneForFaults(code), query))).toEqual({ valid: true, errors: [] });
  });

  it('an answer without an operator’s address is valid', async () => {
    const body = await ask(createScene({ contact: '' }), 'verb=Identify');
    expect(await verdict(body)).toEqual({ valid: true, errors: [] });
  });

  it('an answer with a wrong element is refused, so that the examiner is known to look', async () => {
    const body = (await ask(createScene(), 'verb=Identify')).replaceAll('protocolVersion', 'protocolVerison');
    expect((await verdict(body)).valid).toBe(false);
  });
});
