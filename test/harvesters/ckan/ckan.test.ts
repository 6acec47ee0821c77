import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '#catalogue/normalise.ts';
import { ckan } from '#harvesters/ckan/ckan.ts';
import type { PageRequest, Reading } from '#schemas/reading.ts';
import { firstOf, found, portal, readingsOf, recordOf, recordsOf } from './reading.ts';

const query = (request: PageRequest): Record<string, string> => Object.fromEntries(new URL(request.url).searchParams);
const minimal = (id: string): object => ({ id, name: `n-${id}`, title: `T ${id}`, state: 'active', resources: [] });
const nextOf = (readings: readonly Reading[]): PageRequest | undefined =>
  readings.flatMap((reading) => (reading.kind === 'page' ? [reading.request] : []))[0];

/** The catalogue's record of a package. */
const normalised = async (fields: object) => {
  const result = normalise(await recordOf(fields), { defaults: {} });
  if ('rejected' in result) throw new Error(result.message);
  return result;
};

describe('the requests', () => {
  test('list everything in a stable order', () => {
    for (const url of [
      'https://portal.dk',
      'https://portal.dk/',
      'https://portal.dk/api/3/action/package_search?x=1',
    ]) {
      const request = firstOf(portal({}, url));
      expect(request.url.split('?')[0]).toBe('https://portal.dk/api/3/action/package_search');
      expect(query(request)).toEqual({ rows: '100', start: '0', sort: 'id asc' });
    }
  });

  test('carry the filters of the settings, all of which a package must meet', () => {
    const source = portal({ fq: ['tags:sundhed', 'a:1 OR b:2'], organization: 'ssi', group: ['x', 'a "b"'], rows: 7 });
    expect(query(firstOf(source))).toMatchObject({
      rows: '7',
      fq: '(tags:sundhed) AND (a:1 OR b:2) AND organization:("ssi") AND groups:("x" OR "a \\"b\\"")',
    });
  });

  test('ask for changes from an hour before the last complete run, and for everything when that is due', () => {
    const lastComplete = '2026-01-02T03:04:05.000Z';
    const since = { startedAt: '2026-01-03T03:04:05.000Z', lastComplete, fullDue: false };
    expect(query(firstOf(portal(), since)).fq).toBe('metadata_modified:[2026-01-02T02:04:05.000Z TO *]');
    expect(query(firstOf(portal(), { ...since, fullDue: true })).fq).toBeUndefined();
  });

  test('below a path keep it', () => {
    expect(firstOf(portal({}, 'https://x.dk/data/api/3')).url).toMatch(/^https:\/\/x\.dk\/data\/api\/3\/action\//);
  });

  test('know how long changes may be asked for', () => {
    expect(ckan.fullEvery?.(portal())).toBe(7 * 86_400_000);
    expect(ckan.fullEvery?.(portal({ fullEvery: 'PT12H' }))).toBe(43_200_000);
  });

  test('refuse settings that are unknown or wrong', () => {
    for (const settings of [{ organisation: 'x' }, { rows: 0 }, { rows: 5000 }, { fullEvery: '1 week' }, { fq: [] }]) {
      expect(ckan.settings.safeParse(settings).success).toBe(false);
    }
  });
});

describe('paging', () => {
  test('goes on behind what the page really held, though the portal gives fewer than were asked for', async () => {
    const source = portal({ rows: 100 });
    const first = await readingsOf(found(['a', 'b'].map(minimal), 5), { source });
    const next = nextOf(first);
    expect(next).toMatchObject({ relation: 'next' });
    expect(query(next ?? firstOf(source))).toMatchObject({ start: '2', rows: '100' });
    const last = await readingsOf(found(['c', 'd', 'e'].map(minimal), 5), { source, request: next ?? firstOf(source) });
    expect(nextOf(last)).toBeUndefined();
    expect(last.at(-1)).toEqual({ kind: 'total', count: 5 });
  });

  test('that shrinks under our hands claims what it had at first', async () => {
    const source = portal();
    const next = nextOf(await readingsOf(found([minimal('a')], 3), { source }));
    const last = await readingsOf(found([minimal('b')], 2), { source, request: next ?? firstOf(source) });
    expect(last.at(-1)).toEqual({ kind: 'total', count: 3 });
  });

  test('does not go on behind an empty page, and claims what it lacks', async () => {
    expect(await readingsOf(found([], 5))).toEqual([{ kind: 'total', count: 5 }]);
  });

  test('goes on behind a page that was cut', async () => {
    const page = found(['a', 'b'].map(minimal), 500);
    const readings = await readingsOf(page.slice(0, page.indexOf('T b')));
    expect(readings.map(({ kind }) => kind)).toEqual(['record', 'broken', 'page']);
    expect(query(nextOf(readings) ?? firstOf(portal())).start).toBe('100');
  });

  test('of a list without a count ends with an empty page', async () => {
    const source = portal({ action: 'current_package_list_with_resources', rows: 2 });
    expect(query(firstOf(source))).toEqual({ limit: '2', offset: '0' });
    const first = await readingsOf(JSON.stringify({ success: true, result: [[minimal('a'), minimal('b')]] }), {
      source,
    });
    expect(query(nextOf(first) ?? firstOf(source))).toEqual({ limit: '2', offset: '2' });
    const empty = await readingsOf(JSON.stringify({ success: true, result: [] }), { source });
    expect(empty).toEqual([]);
    const all = await readingsOf(JSON.stringify({ result: ['a', 'b', 'c'].map(minimal) }), { source });
    expect(all.map(({ kind }) => kind)).toEqual(['record', 'record', 'record']);
  });
});

describe('packages that are not public', () => {
  test('are left out and counted, and a deleted one is gone by the portal’s own word', async () => {
    const packages = [
      minimal('a'),
      { ...minimal('b'), private: true },
      { ...minimal('c'), state: 'draft' },
      { ...minimal('d'), state: 'deleted' },
      { ...minimal('e'), type: 'harvest' },
    ];
    const readings = await readingsOf(found(packages));
    expect(recordsOf(readings).map(({ identifier }) => identifier)).toEqual(['a']);
    expect(readings.slice(1)).toMatchObject([
      { kind: 'deletion', identifier: 'd' },
      { kind: 'problem', code: 'not-public', message: expect.stringContaining('4 packages') },
      { kind: 'total', count: 1 },
    ]);
  });

  test('are told otherwise by DKAN, which says private of what it has published', async () => {
    const page = JSON.stringify({ success: true, result: [[{ ...minimal('a'), state: 'Active', private: true }]] });
    expect(recordsOf(await readingsOf(page))).toHaveLength(1);
  });
});

describe('a page that is no list', () => {
  test.each([
    ['<!DOCTYPE html><title>Log in</title>', 'wrong-media'],
    ['{"success":false,"error":{"message":"Not authorised","__type":"Authorization Error"}}', 'source-error'],
    ['{"success": false, "error": "x"}', 'source-error'],
    ['{"success":true,"result":{"count":0}}', 'wrong-media'],
    ['{"success":true}', 'wrong-media'],
    ['', 'truncated'],
    ['{"success":true,"result":{"count":2,"results":[', 'truncated'],
  ])('%s is broken', async (page, code) => {
    expect((await readingsOf(page)).find(({ kind }) => kind === 'broken')).toMatchObject({ code });
  });

  test('gives the portal’s message', async () => {
    const [reading] = await readingsOf('{"error":{"message":"Adgang nægtet"},"success":false}');
    expect(reading).toMatchObject({ message: 'The portal says: Adgang nægtet' });
  });
});

test('a bad package is a rejection with its path, and its neighbours are kept', async () => {
  const page = found(['a', 'b', 'c'].map(minimal)).replace('"T b"', 'nope');
  const readings = await readingsOf(page);
  expect(recordsOf(readings).map(({ identifier }) => identifier)).toEqual(['a', 'c']);
  expect(readings.find(({ kind }) => kind === 'rejection')).toMatchObject({
    identifier: 'b',
    place: { path: '/result/results/1' },
  });
  expect(readings.at(-1)).toEqual({ kind: 'total', count: 3 });
});

describe('a package', () => {
  test('of plain CKAN', async () => {
    const { record, unmapped, problems } = await normalised({
      title: 'Influenza',
      notes: 'Om influenza',
      url: 'https://ssi.dk/influenza',
      author: 'Anne',
      author_email: 'a@ssi.dk',
      maintainer: 'Bo',
      maintainer_email: 'b@ssi.dk',
      license_id: 'cc-by-4.0',
      license_title: 'Creative Commons Attribution 4.0',
      license_url: 'https://creativecommons.org/licenses/by/4.0/',
      metadata_created: '2025-01-01T00:00:00.123456',
      metadata_modified: '2026-01-01T00:00:00',
      version: '2',
      organization: { id: 'o1', name: 'ssi', title: 'Statens Serum Institut', image_url: 'x' },
      groups: [
        { name: 'sundhed', title: 'Sundhed' },
        { name: 'luftveje', title: 'Luftveje' },
      ],
      tags: [{ name: 'influenza', display_name: 'influenza' }],
      num_tags: 1,
      resources: [
        {
          id: 'r1',
          url: 'https://ssi.dk/i.csv',
          url_type: 'upload',
          name: 'Tal',
          format: 'CSV',
          mimetype: 'text/csv',
          size: 12,
          hash: 'd41d8cd98f00b204e9800998ecf8427e',
          created: '2025-01-02T00:00:00',
          last_modified: '2025-01-03T00:00:00',
          position: 0,
          note: 'n',
        },
        { id: 'r2', url: 'https://ssi.dk/gone', state: 'deleted' },
      ],
      custom: 'kept',
    });
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      landingPage: ['https://portal.dk/dataset/package-1'],
      publisher: { name: { und: 'Statens Serum Institut' } },
      creator: [{ name: { und: 'Anne' }, mbox: 'mailto:a@ssi.dk' }],
      contactPoint: [{ fn: { und: 'Bo' }, hasEmail: 'mailto:b@ssi.dk' }],
      theme: ['http://publications.europa.eu/resource/authority/data-theme/HEAL'],
      keyword: { und: ['influenza', 'Luftveje'] },
      page: [{ iri: 'https://ssi.dk/influenza' }],
      version: '2',
    });
    expect(record.distribution).toHaveLength(1);
    expect(record.distribution?.[0]).toMatchObject({
      accessURL: ['https://ssi.dk/i.csv'],
      downloadURL: ['https://ssi.dk/i.csv'],
      title: { und: 'Tal' },
      byteSize: 12,
      checksum: { algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_md5' },
      license: expect.stringContaining('CC_BY_4_0'),
    });
    expect(unmapped).toEqual([
      { name: 'distribution.note', value: 'n' },
      { name: 'custom', value: 'kept' },
    ]);
  });

  test('with extras of ckanext-dcat', async () => {
    const extras = Object.entries({
      uri: 'https://ssi.dk/id/1',
      identifier: 'SSI-1',
      issued: '2024-05-01',
      modified: '2024-05-02',
      publisher_name: 'SSI',
      publisher_email: 'post@ssi.dk',
      contact_name: 'Kontakt',
      contact_email: 'k@ssi.dk',
      temporal_start: '2020-01-01',
      temporal_end: '2021-12-31',
      spatial: '{"type":"Point","coordinates":[12,55]}',
      spatial_uri: 'http://publications.europa.eu/resource/authority/country/DNK',
      theme: '["http://publications.europa.eu/resource/authority/data-theme/HEAL"]',
      language: 'da,en',
      access_rights: 'restricted',
      conforms_to: '["Std 1","Std 2"]',
      provenance: 'Fra laboratorier',
      frequency: 'monthly',
      version_notes: 'Rettet',
      health_category: '["x"]',
      min_typical_age: '18',
      unknown_key: 'kept',
    }).map(([key, value]) => ({ key, value }));
    const { record, unmapped, identifier } = await normalised({ title: 'T', extras, organization: { title: 'Andre' } });
    expect(identifier).toBe('p1');
    expect(record).toMatchObject({
      identifier: ['SSI-1'],
      otherIdentifier: [{ notation: 'https://ssi.dk/id/1' }],
      issued: '2024-05-01',
      publisher: { name: { und: 'SSI' }, mbox: 'mailto:post@ssi.dk' },
      contactPoint: [{ fn: { und: 'Kontakt' }, hasEmail: 'mailto:k@ssi.dk' }],
      temporal: [{ startDate: '2020-01-01', endDate: '2021-12-31' }],
      accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/MONTHLY',
      conformsTo: [{ title: { und: 'Std 1' } }, { title: { und: 'Std 2' } }],
      minTypicalAge: 18,
      versionNotes: { und: 'Rettet' },
    });
    expect(record.language).toHaveLength(2);
    expect(record.accessRights).toContain('RESTRICTED');
    expect(unmapped).toContainEqual({ name: 'unknown_key', value: 'kept' });
    expect(unmapped).toContainEqual({ name: 'organization', value: 'Andre' });
  });

  test('with fields in several languages, of ckanext-scheming and ckanext-fluent', async () => {
    const { record } = await normalised({
      title: 'Fald',
      title_translated: { da: 'Fald', en: 'Falls' },
      notes: { da: 'Om fald', en: 'On falls' },
      tags: [{ name: 'fald' }],
      tags_translated: { da: ['fald', 'ældre'], en: ['falls'] },
      publisher: [{ name: 'SDS', name_translated: { da: 'SDS', en: 'DHDA' }, url: 'https://sds.dk' }],
      resources: [{ url: 'https://x.dk/a', name: 'A', name_translated: { da: 'A da', en: 'A en' } }],
    });
    expect(record).toMatchObject({
      title: { da: 'Fald', en: 'Falls' },
      description: { da: 'Om fald', en: 'On falls' },
      keyword: { da: ['fald', 'ældre'], en: ['falls'] },
      publisher: { name: { da: 'SDS', en: 'DHDA' }, homepage: 'https://sds.dk' },
      distribution: [{ title: { da: 'A da', en: 'A en' } }],
    });
    expect(record.keyword?.und).toBeUndefined();
  });

  test('without resources bears its licence itself, and one that nobody chose is none', async () => {
    expect((await normalised({ title: 'T', license_id: 'CC-BY-4.0' })).record.license).toContain('CC_BY_4_0');
    expect((await normalised({ title: 'T', license_id: 'notspecified' })).record.license).toBeUndefined();
  });

  test('of which only the portal’s own notes change is the same', async () => {
    const one = { title: 'T', modified: '2024-01-01', metadata_modified: '2026-01-01', tracking_summary: { total: 1 } };
    const other = { ...one, metadata_modified: '2026-02-02', revision_id: 'x', tracking_summary: { total: 9 } };
    expect((await normalised(other)).unmapped).toEqual((await normalised(one)).unmapped);
    expect((await normalised(other)).record).toEqual((await normalised(one)).record);
  });

  test('that is a series is one, and its members name it by its page', async () => {
    expect((await normalised({ title: 'S', type: 'dataset_series' })).kind).toBe('DatasetSeries');
    expect((await normalised({ title: 'M', in_series: ['s1'] })).record.inSeries).toEqual([
      'https://portal.dk/dataset/s1',
    ]);
  });
});

test('the same page gives the same readings in chunks of any size', async () => {
  const page = found([minimal('a'), { ...minimal('b'), extras: [{ key: 'x', value: '["]}"]' }] }, minimal('ø')], 9);
  const whole = await readingsOf(page);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (chunkSize) => {
      expect(await readingsOf(page, { chunkSize })).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

test('any bytes and any package give readings and never throw', async () => {
  const page = found([minimal('a'), minimal('b')]);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(page.length),
      fc.nat(page.length),
      fc.uint8Array({ maxLength: 8 }),
      async (one, other, cut) => {
        const bytes = Buffer.concat([
          Buffer.from(page.slice(0, Math.min(one, other))),
          cut,
          Buffer.from(page.slice(Math.max(one, other))),
        ]);
        await readingsOf(bytes);
      },
    ),
    { numRuns: 200 },
  );
  const names = [
    'title',
    'extras',
    'resources',
    'tags',
    'groups',
    'organization',
    'publisher',
    'spatial',
    'bbox',
    'hdab',
    'license',
    'contact',
    'temporal_coverage',
    'spatial_coverage',
    'qualified_attribution',
    'alternate_identifier',
    'in_series',
    'title_translated',
    'state',
    'private',
    'type',
    'id',
    'name',
    'uri',
    '__proto__',
    'constructor',
    'toString',
  ];
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), fc.jsonValue(), { minKeys: 1 }), async (fields) => {
      for (const record of recordsOf(await readingsOf(found([fields, { ...fields, resources: [fields] }])))) {
        normalise(record, { defaults: {} });
      }
    }),
    { numRuns: 500 },
  );
});
