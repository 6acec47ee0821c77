/** Which profile and format a request gets: by the address, by `Accept`, by `Accept-Profile`, by the suffix. */
import { describe, expect, it } from 'vitest';
import { exportProfiles } from '#publishing/profiles/profiles.ts';
import { readingsOf, recordsOf } from '../../harvesters/dcat-us/reading.ts';
import { openRecord } from '../../publishing/profiles/examples.ts';
import { draftOf, entryOf } from '../drafts.ts';
import { BASE, createScene, creations, type Scene } from './scene.ts';

const DATASET = '/v1/datasets/sds.a';
const RDF = ['jsonld', 'ttl', 'nt', 'rdf'] as const;
const TYPES = {
  json: 'application/json',
  jsonld: 'application/ld+json',
  ttl: 'text/turtle',
  nt: 'application/n-triples',
  rdf: 'application/rdf+xml',
} as const;
type Format = keyof typeof TYPES;

const formats: Readonly<Record<string, readonly Format[]>> = {
  'dcat-ap-3': RDF,
  'dcat-ap-dk-3': RDF,
  'healthdcat-ap-r8': RDF,
  'schema-org': ['jsonld'],
  croissant: ['jsonld'],
  'dcat-us': ['json'],
};

const matrix = exportProfiles.flatMap((profile) =>
  (Object.keys(TYPES) as Format[]).map(
    (format) => [profile, format, formats[profile]?.includes(format) === true] as const,
  ),
);

async function scene(): Promise<Scene> {
  const made = createScene({}, ({ dataset }) => ({ ...entryOf(dataset), record: openRecord }));
  await made.append(draftOf('sds.a'));
  return made;
}

const bareType = (headers: Readonly<Record<string, unknown>>) => String(headers['content-type']).split(';')[0];

describe('a dataset by a profile', () => {
  it.each(matrix)('%s as %s: %s, by suffix, by name and by Accept', async (profile, format, isThere) => {
    const { ask } = await scene();
    const answers = [
      await ask(`${DATASET}.${format}?profile=${profile}`),
      await ask(`${DATASET}?profile=${profile}&format=${format}`),
      await ask(`${DATASET}?profile=${profile}`, { headers: { accept: TYPES[format] } }),
    ];
    for (const { status, headers, json } of answers) {
      expect([status, bareType(headers)]).toEqual(isThere ? [200, TYPES[format]] : [406, 'application/problem+json']);
      expect(headers.vary).toMatch(/^Accept, Accept-Profile(?:, Accept-Encoding)?$/);
      if (isThere) {
        expect(headers['content-location']).toBe(`${BASE}${DATASET}.${format}?profile=${profile}`);
      } else {
        expect(json.alternatives).toEqual(
          formats[profile]?.map((each) => ({
            href: `${BASE}${DATASET}.${each}?profile=${profile}`,
            type: TYPES[each],
          })),
        );
      }
    }
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
  });

  it.each([
    [{ accept: 'application/ld+json;profile="https://schema.org/"' }, 'https://schema.org/'],
    [{ accept: 'application/ld+json; profile="http://schema.org"; q=0.9, */*;q=0.1' }, 'https://schema.org/'],
    [
      { accept: 'application/ld+json;profile="http://mlcommons.org/croissant/1.0"' },
      'http://mlcommons.org/croissant/1.0',
    ],
    [{ 'accept-profile': '<http://data.europa.eu/r5r/>' }, 'https://semiceu.github.io/DCAT-AP/releases/3.0.1/'],
    [
      { 'accept-profile': '<https://schema.org/>;q=0.5, <urn:unknown>, <http://mlcommons.org/croissant/1.0>;q=0.7' },
      'http://mlcommons.org/croissant/1.0',
    ],
    [{ accept: 'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"' }, undefined],
    [{ accept: 'application/json, application/ld+json;profile="https://schema.org/";q=0.5' }, undefined],
    [{ 'accept-profile': '<urn:unknown>' }, undefined],
  ])('is chosen by the headers %j: %s', async (headers, profile) => {
    const { ask } = await scene();
    const links = String((await ask(DATASET, { headers })).headers.link);
    expect(/<([^>]+)>; rel="profile"/.exec(links)?.[1]).toBe(profile);
  });

  it('names its own profile and the others, in a header that no proxy cuts', async () => {
    const { ask } = await scene();
    const { headers } = await ask(`${DATASET}?profile=croissant`);
    const link = String(headers.link);
    expect(link.split(', ')).toEqual([
      '<http://mlcommons.org/croissant/1.0>; rel="profile"',
      ...exportProfiles
        .filter((profile) => profile !== 'croissant')
        .map((profile) =>
          expect.stringMatching(
            new RegExp(
              `^<${BASE}${DATASET}\\.${formats[profile]?.[0]}\\?profile=${profile}>; rel="alternate"; type="[^"]+"; formats="[^"]+"$`,
            ),
          ),
        ),
      `<${BASE}${DATASET}/changes>; rel="version-history"`,
    ]);
    expect(link.length).toBeLessThan(2000);
  });

  it.each(['dcat', 'DCAT-AP-3', '', 'constructor'])(
    'refuses the profile %j and names the known ones',
    async (profile) => {
      const { ask } = await scene();
      const { status, json } = await ask(`${DATASET}?profile=${profile}`);
      expect([status, json.errors]).toEqual([
        400,
        [{ parameter: 'profile', detail: `one of ${exportProfiles.join(', ')}` }],
      ]);
    },
  );

  it('has a language where a document is in one, and is refused one where all stand in it', async () => {
    const { ask } = await scene();
    expect((await ask(`${DATASET}?profile=dcat-us&language=da`)).json.title).toBe('Register over dødsårsager');
    expect((await ask(`${DATASET}?profile=dcat-us`)).json.title).toBe('Register of Causes of Death');
    expect((await ask(`${DATASET}?profile=croissant&language=da`)).json.name).toBe('Register over dødsårsager');
    for (const query of ['language=da', 'profile=dcat-ap-3&language=da', 'profile=dcat-us&language=fr'])
      expect((await ask(`${DATASET}?${query}`)).status, query).toBe(400);
  });

  it('is not sent again to who holds it', async () => {
    const { ask } = await scene();
    const { headers } = await ask(`${DATASET}?profile=schema-org`);
    const again = await ask(`${DATASET}?profile=schema-org`, { headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.body, again.headers.vary]).toEqual([304, '', `${headers.vary}, Accept-Encoding`]);
  });

  it.each(exportProfiles)('is gone by %s too when it was removed', async (profile) => {
    const { ask, append } = await scene();
    const removal = { type: 'Delete', revision: 2, contentHash: null, cause: 'source-removed', previous: 1 } as const;
    await append(draftOf('sds.a', removal));
    const { status, json } = await ask(`${DATASET}?profile=${profile}`);
    expect([status, json.tombstone]).toEqual([410, expect.objectContaining({ cause: 'source-removed' })]);
  });
});

describe('the catalogue by a profile', () => {
  const nextOf = (headers: Readonly<Record<string, unknown>>) =>
    /<([^>]+)>; rel="next"/.exec(String(headers.link))?.[1]?.replace(BASE, '');
  const all = (count: number) => creations(count).map(({ dataset }) => `${BASE}/id/dataset/${dataset}`);

  it.each([
    ['/v1/catalog?profile=dcat-us&limit=7', 'dataset'],
    ['/v1/catalog.json?limit=7', 'dataset'],
    ['/v1/catalog?profile=schema-org&limit=7', 'dataset'],
  ])('gives a walker of %s every dataset once, whatever changes meanwhile', async (start, list) => {
    const scene = createScene();
    await scene.append(...creations(20));
    const seen: unknown[] = [];
    for (let next: string | undefined = start; next !== undefined; ) {
      const { status, json, headers } = await scene.ask(next);
      expect(status).toBe(200);
      for (const one of json[list] as Record<string, unknown>[]) seen.push(one['@id'] ?? one.identifier);
      next = nextOf(headers);
      await scene.append(draftOf(`sds.z${seen.length}`));
    }
    expect(seen).toEqual(all(20));
  });

  it('has pages of data.json that our own harvester reads, each a catalogue file', async () => {
    const scene = createScene();
    await scene.append(...creations(3));
    const { body, headers, json } = await scene.ask('/v1/catalog.json?at=3&limit=2');
    expect(json).toMatchObject({
      '@type': 'dcat:Catalog',
      '@id': `${BASE}/v1/catalog.json?at=3&limit=2&profile=dcat-us`,
      conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    });
    expect(recordsOf(await readingsOf(body)).map(({ identifier }) => identifier)).toEqual(all(2));
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-type']).toBe('application/json; profile="https://project-open-data.cio.gov/v1.1/schema"');
  });

  it.each(['dcat-ap-3', 'dcat-ap-dk-3', 'healthdcat-ap-r8'])(
    'has of each dataset what %s knows, and leads on by it',
    async (profile) => {
      const scene = createScene({}, ({ dataset }) => ({
        ...entryOf(dataset),
        record: { title: { da: 'Register' }, numberOfRecords: 7, rights: [{ label: { da: 'Fortroligt' } }] },
      }));
      await scene.append(...creations(2));
      const { body } = await scene.ask(`/v1/catalog.nt?profile=${profile}&limit=1`);
      expect(body).toContain(`?at=2&limit=1&after=sds.d0000&profile=${profile}`);
      expect(body.includes('numberOfRecords')).toBe(profile === 'healthdcat-ap-r8');
      expect(body).not.toContain('Fortroligt');
    },
  );

  it.each([
    ['/v1/catalog?profile=croissant', 400],
    ['/v1/catalog.ttl?profile=dcat-us', 406],
    ['/v1/catalog.json?profile=dcat-ap-3', 406],
    ['/v1/catalog.ttl?language=da', 400],
  ])('refuses %s', async (target, status) => {
    expect((await createScene().ask(target)).status).toBe(status);
  });
});
