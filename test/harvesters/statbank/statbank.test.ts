import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '#catalogue/normalise.ts';
import { spanOf } from '#harvesters/statbank/periods.ts';
import { statbank } from '#harvesters/statbank/statbank.ts';
import type { PageRequest, RawRecord, Reading } from '#schemas/reading.ts';
import { Source } from '#schemas/source.ts';
import { FakeStatbank } from './fake-statbank.ts';

const sourceOf = (settings: Record<string, unknown> = {}): Source =>
  Source.parse({ id: 's', owner: { id: 'o' }, format: 'statbank', url: 'https://api.statbank.dk/v1', settings });

const read = async (request: PageRequest, page: string | Uint8Array, source = sourceOf()): Promise<Reading[]> => {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page;
  const body = (async function* () {
    yield bytes.subarray(0, 7);
    yield bytes.subarray(7);
  })();
  const readings: Reading[] = [];
  for await (const reading of statbank.read(source, { request, url: request.url, contentType: null, body })) {
    readings.push(reading);
  }
  return readings;
};

/** Walks all pages; the readings that are no pages, and the addresses that were asked for. */
const walk = async (bank: FakeStatbank, settings: Record<string, unknown> = {}) => {
  const source = sourceOf(settings);
  const asked: string[] = [];
  const readings: Reading[] = [];
  const waiting = [...statbank.first(source)];
  for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
    asked.push(request.url.replace('https://api.statbank.dk/v1/', ''));
    for (const reading of await read(request, String(bank.answer(request.url)), source)) {
      if (reading.kind === 'page') waiting.push(reading.request);
      else readings.push(reading);
    }
  }
  const records = readings.flatMap((reading): RawRecord[] => (reading.kind === 'record' ? [reading.record] : []));
  return { asked, records, others: readings.filter(({ kind }) => kind !== 'record') };
};

const bankOf = (): FakeStatbank => {
  const bank = new FakeStatbank();
  bank.add('SYGE1', '20101', { da: 'Indlæggelser', en: 'Admissions' });
  bank.add('LAEGE1', '20102');
  bank.add('FOLK1', '20021');
  bank.add('GAMMEL', '20101', { active: false });
  return bank;
};

const firstRequest = (): PageRequest => {
  const [request] = statbank.first(sourceOf());
  if (request === undefined) throw new Error('no request');
  return request;
};

describe('the walk', () => {
  test('goes over the subjects of health by name, and gives each table as one record', async () => {
    const { asked, records, others } = await walk(bankOf());
    expect(records.map(({ identifier }) => identifier)).toEqual(['SYGE1', 'LAEGE1']);
    expect(others).toEqual([]);
    expect(asked).toEqual([
      'subjects?lang=da&recursive=true&format=JSON',
      'tables?lang=da&subjects=20101&includeInactive=false&format=JSON',
      'tables?lang=da&subjects=20102&includeInactive=false&format=JSON',
      'tableinfo/SYGE1?lang=da&format=JSON',
      'tableinfo/LAEGE1?lang=da&format=JSON',
      'tableinfo/SYGE1?lang=en&format=JSON',
      'tableinfo/LAEGE1?lang=en&format=JSON',
    ]);
  });

  test('goes over the subjects that the settings name, and over tables that are not updated any more', async () => {
    expect((await walk(bankOf(), { subjects: ['1'] })).records.map(({ identifier }) => identifier)).toEqual(['FOLK1']);
    const all = await walk(bankOf(), { subjects: ['3421', '1'], includeInactive: true });
    expect(all.records.map(({ identifier }) => identifier).sort()).toEqual(['FOLK1', 'GAMMEL', 'LAEGE1', 'SYGE1']);
    expect(all.records.find(({ identifier }) => identifier === 'GAMMEL')?.node.unmapped.active).toMatchObject([
      { value: 'false' },
    ]);
  });

  test('of subjects that fit nothing is broken, so that nothing is missing because of it', async () => {
    expect((await walk(bankOf(), { matching: ['xyz'] })).others).toMatchObject([{ kind: 'broken' }]);
  });

  test('refuses settings that it does not know', () => {
    expect(statbank.settings.safeParse({ subject: '1' }).success).toBe(false);
    expect(statbank.settings.safeParse({ subjects: ['1/2'] }).success).toBe(false);
  });
});

describe('a table', () => {
  test('is a record with both languages, its variables, period, contact, licence and landing page', async () => {
    const { records } = await walk(bankOf());
    const [raw] = records;
    if (raw === undefined) throw new Error('no record');
    const normalised = normalise(raw, { defaults: {} });
    if ('rejected' in normalised) throw new Error(normalised.message);
    expect(normalised.problems).toEqual([]);
    expect(normalised.identifier).toBe('SYGE1');
    expect(normalised.record).toMatchObject({
      title: { da: 'Indlæggelser', en: 'Admissions' },
      description: { da: 'Indlæggelser efter køn og tid', en: 'Admissions by sex and time' },
      keyword: { da: ['Sygehuse'] },
      landingPage: ['https://www.statbank.dk/SYGE1'],
      modified: '2026-02-11T08:00:00',
      temporal: [{ startDate: '2024-01-01', endDate: '2025-12-31' }],
      temporalResolution: ['P3M'],
      accessRights: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
      contactPoint: [{ fn: { und: 'Anne Hansen' }, hasEmail: 'mailto:ah@example.dk', hasTelephone: ['+4539173917'] }],
      publisher: { name: { da: 'Danmarks Statistik', en: 'Statistics Denmark' } },
      distribution: [{ accessURL: ['https://www.statbank.dk/SYGE1'] }],
    });
    expect(normalised.record.distribution?.[0]?.license).toContain('CC_BY_4_0');
    const columns = normalised.record.hasVariables?.[0]?.table?.[0]?.column;
    expect(columns?.map(({ name, title, description }) => [name, title, description])).toEqual([
      ['KØN', { da: 'køn', en: 'sex' }, { da: 'I alt, Mænd', en: 'Total, Men' }],
      ['Tid', { da: 'tid', en: 'time' }, { da: '2024K1, 2024K2, 2025K4', en: '2024K1, 2024K2, 2025K4' }],
      ['INDHOLD', { da: 'Indlæggelser', en: 'Admissions' }, { da: 'Antal', en: 'Number' }],
    ]);
    expect(normalised.unmapped).toContainEqual({ name: 'unit', value: 'Antal', language: 'da' });
  });

  test('of thousands of days carries the first and the last', async () => {
    const values = Array.from({ length: 3000 }, (_, index) => ({
      id: new Date(Date.UTC(2015, 0, 1 + index)).toISOString().replace(/^(\d+)-(\d+)-(\d+).*/, '$1M$2D$3'),
    }));
    const request: PageRequest = { url: 'x', context: { step: 'danish', table: 'T', subject: '' } };
    const page = JSON.stringify({ id: 'T', variables: [{ id: 'Tid', time: true, values: values.reverse() }] });
    const [english] = (await read(request, page)).flatMap((reading) =>
      reading.kind === 'page' ? [reading.request] : [],
    );
    expect(JSON.stringify(english?.context).length).toBeLessThan(1000);
    const [reading] = await read(english ?? request, '{"id":"T"}');
    expect(reading?.kind === 'record' && reading.record.node.properties.temporal).toMatchObject([
      { node: { properties: { startDate: [{ value: '2015-01-01' }], endDate: [{ value: '2023-03-19' }] } } },
    ]);
  });

  test('of which the API says less is a record all the same', async () => {
    const [english] = (
      await read(
        { url: 'x', context: { step: 'danish', table: 'T', subject: '' } },
        '{"id":"T","variables":[{"id":"A"},null,{"text":"no id"}],"contacts":[null,{}]}',
      )
    ).flatMap((reading) => (reading.kind === 'page' ? [reading.request] : []));
    const readings = await read(english ?? firstRequest(), '{"id":"T"}');
    expect(readings).toMatchObject([{ kind: 'record', record: { identifier: 'T' } }]);
  });
});

describe('a page that is not what was asked for', () => {
  const danish: PageRequest = { url: 'https://x.dk/', context: { step: 'danish', table: 'SYGE1', subject: '' } };
  test.each([
    ['<html>Log in</html>', 'wrong-media'],
    ['', 'truncated'],
    ['{"id":"SYGE1","text":"Indl', 'truncated'],
    ['{"id":"SYGE1" "text":1}', 'syntax-error'],
    ['{"id":"OTHER"}', 'wrong-media'],
    ['[]', 'wrong-media'],
    ['{"errorTypeCode":"EXTRACT-NOTFOUND","message":"Tabellen blev ikke fundet"}', 'source-error'],
  ])('%s is broken', async (page, code) => {
    expect(await read(danish, page)).toMatchObject([{ kind: 'broken', code }]);
  });

  test.each(['{}', '{"subjects":[]}', '[1]', 'null'])('%s is no tree of subjects', async (page) => {
    expect(await read(firstRequest(), page)).toMatchObject([{ kind: 'broken' }]);
  });

  test('a table without an id is a rejection, and its neighbours are asked for', async () => {
    const request: PageRequest = { url: 'https://x.dk/', context: { step: 'tables', subject: '' } };
    const readings = await read(request, '[{"text":"?"},{"id":"A"},null]');
    expect(readings.map(({ kind }) => kind)).toEqual(['rejection', 'page', 'rejection']);
  });
});

describe('codes of periods', () => {
  test.each([
    [['2024'], '2024-01-01', '2024-12-31', 'P1Y'],
    [['2024M02', '2023M11'], '2023-11-01', '2024-02-29', 'P1M'],
    [['2024K4'], '2024-10-01', '2024-12-31', 'P3M'],
    [['2024H2'], '2024-07-01', '2024-12-31', 'P6M'],
    [['2021U01'], '2021-01-04', '2021-01-10', 'P1W'],
    [['2024M02D29'], '2024-02-29', '2024-02-29', 'P1D'],
    [['1981:1985', '1986:1990'], '1981-01-01', '1990-12-31', undefined],
  ])('%s', (codes, start, end, resolution) => {
    expect(spanOf(codes)).toEqual({ start, end, resolution });
  });

  test.each([[[]], [['2024M13']], [['2024U99']], [['all']], [['2024', 'x']], [['1:2:3']]])(
    '%s is no period',
    (codes) => {
      expect(spanOf(codes)).toBeUndefined();
    },
  );
});

test('any bytes give readings and never throw', async () => {
  const { danish, english } = await (async () => {
    const page: PageRequest = { url: 'https://x.dk/', context: { step: 'danish', table: 'T', subject: '' } };
    const [reading] = await read(page, '{"id":"T"}');
    return { danish: page, english: reading?.kind === 'page' ? reading.request : page };
  })();
  const requests: PageRequest[] = [
    firstRequest(),
    danish,
    english,
    { url: 'x', context: { step: 'tables', subject: '' } },
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...requests), fc.uint8Array({ maxLength: 60 }), async (request, bytes) => {
      await read(request, bytes);
    }),
    { numRuns: 200 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...requests),
      fc.record({ id: fc.constantFrom('T', 1, null), variables: fc.jsonValue(), contacts: fc.jsonValue() }),
      fc.jsonValue(),
      async (request, object, other) => {
        await read(request, JSON.stringify(object));
        await read(request, JSON.stringify([object, other]));
        await read({ url: 'x', context: other }, JSON.stringify(other));
      },
    ),
    { numRuns: 200 },
  );
});
