import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dcatUs } from '#harvesters/dcat-us/dcat-us.ts';
import { literal } from '#schemas/reading.ts';
import { othersOf, readingsOf, recordsOf } from './reading.ts';

const dataset = (id: string, more: object = {}): object => ({
  identifier: id,
  title: `Title ${id}`,
  accessLevel: 'public',
  ...more,
});
const catalogue = (...datasets: object[]): string => JSON.stringify({ conformsTo: 'x', dataset: datasets }, null, 1);
const names = async (page: string): Promise<(string | null)[]> =>
  recordsOf(await readingsOf(page)).map(({ identifier }) => identifier);

describe('an element of the list', () => {
  test('is a record under the keys of our table, with its place', async () => {
    const page = catalogue(
      dataset('a', {
        '@type': 'dcat:Dataset',
        keyword: ['x', 'y'],
        accrualPeriodicity: 'R/P1Y',
        temporal: '2020/2021',
        landingPage: 'https://a.dk/',
        describedBy: 'https://a.dk/dictionary',
        bureauCode: ['009:20'],
        publisher: { '@type': 'org:Organization', name: 'CDC', subOrganizationOf: { name: 'HHS', '@type': 'x' } },
        contactPoint: { fn: 'Ann', hasEmail: 'mailto:a@b.dk' },
        distribution: [{ downloadURL: 'https://a.dk/x.csv', mediaType: 'text/csv', other: { b: 1, a: null } }],
      }),
    );
    expect(recordsOf(await readingsOf(page))).toEqual([
      {
        kind: 'Dataset',
        identifier: 'a',
        repairs: [],
        place: { line: 4, column: 3, path: '/dataset/0' },
        node: {
          type: 'Dataset',
          properties: {
            identifier: [literal('a')],
            title: [literal('Title a')],
            accessRights: [literal('public')],
            keyword: [literal('x'), literal('y')],
            accrualPeriodicity: [literal('R/P1Y')],
            temporal: [literal('2020/2021')],
            landingPage: [{ kind: 'iri', value: 'https://a.dk/' }],
            page: [literal('https://a.dk/dictionary')],
            publisher: [
              {
                kind: 'node',
                node: {
                  type: 'Agent',
                  properties: { name: [literal('CDC')] },
                  unmapped: { subOrganizationOf: [literal('{"@type":"x","name":"HHS"}')] },
                },
              },
            ],
            contactPoint: [
              {
                kind: 'node',
                node: {
                  type: 'ContactPoint',
                  properties: { fn: [literal('Ann')], hasEmail: [{ kind: 'iri', value: 'mailto:a@b.dk' }] },
                  unmapped: {},
                },
              },
            ],
            distribution: [
              {
                kind: 'node',
                node: {
                  type: 'Distribution',
                  properties: {
                    downloadURL: [{ kind: 'iri', value: 'https://a.dk/x.csv' }],
                    mediaType: [literal('text/csv')],
                  },
                  unmapped: { other: [literal('{"a":null,"b":1}')] },
                },
              },
            ],
          },
          unmapped: { bureauCode: [literal('009:20')] },
        },
      },
    ]);
  });

  test('without identifier is known by its @id, or by nothing yet', async () => {
    const [one, other] = recordsOf(
      await readingsOf('{"dataset":[{"@id":"https://a.dk/1","title":"A"},{"title":"B","identifier":""}]}'),
    );
    expect([one?.identifier, one?.node.iri]).toEqual([null, 'https://a.dk/1']);
    expect([other?.identifier, other?.node.iri]).toEqual([null, undefined]);
  });

  test('may be named by a number, and may hold a key that is no key elsewhere', async () => {
    const [one] = recordsOf(await readingsOf('{"dataset":[{"identifier":42,"__proto__":{"x":1},"toString":"y"}]}'));
    expect(one?.identifier).toBe('42');
    expect(one?.node.unmapped).toEqual({ '"__proto__"': [literal('{"x":1}')], toString: [literal('y')] });
  });
});

describe('a catalogue of 3.0', () => {
  test('holds series with their members, and services with their datasets', async () => {
    const page = JSON.stringify({
      datasetSeries: [
        {
          '@id': 'https://a.dk/series',
          title: 'S',
          first: dataset('m1'),
          seriesMember: [dataset('m1'), 'https://a.dk/elsewhere'],
        },
      ],
      service: [{ title: 'X', servesDataset: [dataset('d1')] }],
    });
    const records = recordsOf(await readingsOf(page));
    expect(records.map(({ kind, identifier, place }) => [kind, identifier, place?.path])).toEqual([
      ['DatasetSeries', null, '/datasetSeries/0'],
      ['Dataset', 'm1', '/datasetSeries/0/seriesMember/0'],
      ['Dataset', 'd1', '/service/0/servesDataset/0'],
    ]);
    expect(records[0]?.node.properties.first).toEqual([{ kind: 'iri', value: 'm1' }]);
    expect(records[1]?.node.properties.inSeries).toEqual([{ kind: 'iri', value: 'https://a.dk/series' }]);
  });
});

test('a list without catalogue around it is read too, and a byte order mark before it', async () => {
  expect(await names(`\ufeff${JSON.stringify([dataset('a'), dataset('b')])}`)).toEqual(['a', 'b']);
});

test('lists of the same name elsewhere in the document are not the list', async () => {
  expect(
    await names(
      '{"about":{"dataset":[{"identifier":"no"}]},"x":"dataset","dataset":[{"identifier":"yes"}],"y":["dataset",[{}]]}',
    ),
  ).toEqual(['yes']);
});

test('brackets, quotes and names inside texts do not end an element', async () => {
  expect(await names(catalogue(dataset('a', { title: 'x "]}, {" \\' }), dataset('b')))).toEqual(['a', 'b']);
});

describe('a bad element', () => {
  test('is a rejection with its place and identifier, and its neighbours are kept', async () => {
    const page =
      '{"dataset": [\n  {"identifier": "a", "title": "A"},\n  {"identifier": "b",\n   "title": nope},\n  {"identifier": "c", "title": "C"}\n]}';
    const readings = await readingsOf(page);
    expect(recordsOf(readings).map(({ identifier }) => identifier)).toEqual(['a', 'c']);
    expect(othersOf(readings)).toMatchObject([
      { kind: 'rejection', code: 'syntax-error', identifier: 'b', place: { line: 4, path: '/dataset/1' } },
    ]);
  });

  test('that has lost its bracket does not swallow those behind it', async () => {
    const page =
      '{"dataset":[{"identifier":"a","title":"A","distribution":[{"accessURL":"x"},{"accessURL":"y"}],\n{"identifier":"b","title":"B"},{"identifier":"c","title":"C"}]}';
    const broken = page.replace('"y"}],', '"y"}},');
    const readings = await readingsOf(broken);
    expect(recordsOf(readings).map(({ identifier }) => identifier)).toEqual(['b', 'c']);
    expect(othersOf(readings)).toMatchObject([{ kind: 'rejection', identifier: 'a' }]);
  });

  test('with a quote too many does not swallow those behind it', async () => {
    const page =
      '{"dataset":[{"identifier":"a","title":"A"B"},{"identifier":"b","title":"B"},{"identifier":"c","title":"C"},{"identifier":"d","title":"D"}]}';
    const readings = await readingsOf(page);
    expect(recordsOf(readings).map(({ identifier }) => identifier)).toEqual(['b', 'c', 'd']);
    expect(othersOf(readings)).toMatchObject([{ kind: 'rejection', identifier: 'a' }]);
  });

  test('that is no object is a rejection', async () => {
    const readings = await readingsOf('{"dataset":[null,"x",3,{"identifier":"a"}]}');
    expect(readings.map(({ kind }) => kind)).toEqual(['rejection', 'rejection', 'rejection', 'record']);
  });
});

describe('faults of hand-made feeds', () => {
  test('commas before a bracket and raw line breaks in texts are repaired and told', async () => {
    const readings = await readingsOf('{"dataset":[{"identifier":"a","keyword":["x",],"title":"two\nlines",},]}');
    const [record] = recordsOf(readings);
    expect(record?.node.properties.title).toEqual([literal('two\nlines')]);
    expect(record?.repairs.map(({ code }) => code)).toEqual(['json-repaired']);
    expect(othersOf(readings)).toMatchObject([{ kind: 'problem', code: 'json-repaired' }]);
  });

  test('texts that are not UTF-8 are read as Windows-1252', async () => {
    const bytes = Buffer.from('{"dataset":[{"identifier":"a","title":"Sygdom på Ærø"}]}', 'latin1');
    const [record] = recordsOf(await readingsOf(bytes));
    expect(record?.node.properties.title).toEqual([literal('Sygdom på Ærø')]);
    expect(record?.repairs.map(({ code }) => code)).toEqual(['encoding-repaired']);
  });
});

describe('a page that is not whole', () => {
  test('cut within an element keeps what came before, and is broken', async () => {
    const page = catalogue(dataset('a'), dataset('b'));
    const readings = await readingsOf(page.slice(0, page.indexOf('Title b')));
    expect(recordsOf(readings).map(({ identifier }) => identifier)).toEqual(['a']);
    expect(othersOf(readings)).toMatchObject([{ kind: 'broken', code: 'truncated', place: { path: '/dataset/1' } }]);
  });

  test('cut between elements is broken', async () => {
    const readings = await readingsOf('{"dataset":[{"identifier":"a"},');
    expect(readings.map(({ kind }) => kind)).toEqual(['record', 'broken']);
  });

  test('cut behind its list has shown all its records', async () => {
    expect((await readingsOf('{"dataset":[{"identifier":"a"}]')).map(({ kind }) => kind)).toEqual(['record']);
  });

  test.each([
    ['<!DOCTYPE html><html><title>Log in</title></html>', 'wrong-media'],
    ['  Service unavailable', 'wrong-media'],
    ['{"error":"no"}', 'wrong-media'],
    ['', 'truncated'],
    ['{"dataset":', 'truncated'],
  ])('%s is broken', async (page, code) => {
    expect(await readingsOf(page)).toMatchObject([{ kind: 'broken', code }]);
  });

  test('an empty list is a whole page without records', async () => {
    expect(await readingsOf('{"dataset":[]}')).toEqual([]);
  });
});

test('the same page gives the same readings in chunks of any size', async () => {
  const faulty =
    '{"dataset":[{"identifier":"a","title":"A"B"},{"identifier":"b","title":"Bø"},{"identifier":"c","title":nope},\n,{"identifier":"d","title":"D",},]}';
  for (const page of [faulty, catalogue(dataset('a'), dataset('b', { distribution: [{ x: '€"' }] }))]) {
    const whole = await readingsOf(page);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 70 }), async (size) => {
        expect(await readingsOf(page, size)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  }
});

test('any bytes give readings and never throw', async () => {
  const page = catalogue(dataset('a'), dataset('b', { publisher: { name: 'x' } }), dataset('c'));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(page.length),
      fc.nat(page.length),
      fc.string({ maxLength: 5 }),
      async (one, other, between) => {
        const mangled = page.slice(0, Math.min(one, other)) + between + page.slice(Math.max(one, other));
        for (const reading of await readingsOf(mangled))
          expect(reading.kind).toMatch(/record|rejection|broken|problem/);
      },
    ),
    { numRuns: 500 },
  );
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => void (await readingsOf(bytes))));
});

test('an unknown setting is a mistake', () => {
  expect(dcatUs.settings.safeParse({}).success).toBe(true);
  expect(dcatUs.settings.safeParse({ dataset: 'x' }).success).toBe(false);
});
