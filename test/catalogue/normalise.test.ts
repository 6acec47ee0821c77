import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint } from '#catalogue/fingerprint.ts';
import { normalise } from '#catalogue/normalise.ts';
import { literal, type RawValue } from '#schemas/reading.ts';
import { schemaOf } from '#schemas/record.ts';
import { embedded, iri, normalised, type Properties, raw, valueFor } from './raw-record.ts';

const authority = 'http://publications.europa.eu/resource/authority/';

describe('texts', () => {
  test('stand under the lower-case base of their language, or under und', () => {
    const { value } = valueFor('title', literal('Cancerregisteret', 'da-DK'), literal('Cancer register', 'EN'), 'x');
    expect(value).toEqual({ da: 'Cancerregisteret', en: 'Cancer register', und: 'x' });
  });

  test('without a tag are in the language that their source names, where it names one', () => {
    const record = raw({
      title: [literal('Cancerregisteret'), literal('Cancer register', 'en')],
      keyword: [literal('kræft')],
    });
    const read = normalise(record, { defaults: {}, textLanguage: 'da' });
    expect(read).toMatchObject({
      record: { title: { da: 'Cancerregisteret', en: 'Cancer register' }, keyword: { da: ['kræft'] } },
    });
  });

  test('lose their HTML, and what was written stays beside them', () => {
    const { record, written, problems } = normalised(raw({ title: [literal('<p>A &amp; B<br/>C</p> <!-- x -->')] }));
    expect(record.title).toEqual({ und: 'A & B C' });
    expect(written).toEqual([
      { property: 'title', written: '<p>A &amp; B<br/>C</p> <!-- x -->', mapped: 'A & B C', rule: 'markup-stripped' },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['markup-stripped']);
  });

  test('keep a less-than sign that starts no tag', () => {
    expect(valueFor('title', 'age <18 and a < b').value).toEqual({ und: 'age <18 and a < b' });
  });

  test('of one language are one: the first in canonical order, whatever the order of the feed', () => {
    const one = valueFor('title', literal('B', 'da'), literal('A', 'da'));
    expect(one).toEqual({ value: { da: 'A' }, codes: ['several-texts'], unmapped: ['B'] });
    expect(valueFor('title', literal('A', 'da'), literal('B', 'da'))).toEqual(one);
  });

  test('longer than any description are cut with a problem', () => {
    const { value, codes } = valueFor('description', 'x'.repeat(100_001));
    expect((value as { und: string }).und).toHaveLength(100_000);
    expect(codes).toEqual(['text-too-long']);
  });

  test.each(['<a', '<!--', '<script>', '&#', '<p '])('made of nothing but "%s" take linear time', (part) => {
    const started = performance.now();
    valueFor('description', part.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('that are keywords are sets; a lone text with separators is a list', () => {
    expect(valueFor('keyword', literal('b', 'da'), literal('a', 'da'), literal('b', 'da')).value).toEqual({
      da: ['b', 'a'],
    });
    expect(valueFor('keyword', 'cancer, dødsfald;x').value).toEqual({ und: ['cancer, dødsfald', 'x'] });
    expect(valueFor('keyword', 'a,b', 'c').value).toEqual({ und: ['a,b', 'c'] });
  });
});

describe('values that are none', () => {
  test.each(['', '  ', 'NA', 'n/a', 'null', '-', '[[REDACTED-EX B3]]'])('"%s" is no value', (text) => {
    expect(valueFor('license', text)).toEqual({ value: undefined, codes: ['placeholder-value'], unmapped: [] });
  });

  test('are reported once a record', () => {
    const { problems } = normalised(raw({ title: [literal('')], license: [literal('NA')], issued: [literal('-')] }));
    expect(problems.map(({ code }) => code)).toEqual(['placeholder-value']);
  });
});

describe('concepts', () => {
  test('are found by code, label, old address and alias', () => {
    const nonPublic = `${authority}access-right/NON_PUBLIC`;
    expect(valueFor('accessRights', 'non-public').value).toBe(nonPublic);
    expect(valueFor('accessRights', iri(nonPublic.replace('http:', 'https:'))).value).toBe(nonPublic);
    expect(valueFor('accrualPeriodicity', 'R/P1Y').value).toBe(`${authority}frequency/ANNUAL`);
  });

  test('described inline are known by their address or their name', () => {
    expect(valueFor('accessRights', embedded({ type: [literal('public')] })).value).toBe(
      `${authority}access-right/PUBLIC`,
    );
    expect(valueFor('accessRights', embedded({ label: [literal('public')] }, 'https://a.dk/#rights')).value).toBe(
      `${authority}access-right/PUBLIC`,
    );
    const format = embedded({});
    if (format.kind === 'node') {
      format.node.unmapped['http://www.w3.org/1999/02/22-rdf-syntax-ns#type'] = [iri('http://purl.org/dc/terms/IMT')];
      format.node.unmapped['http://www.w3.org/1999/02/22-rdf-syntax-ns#value'] = [literal('text/csv')];
    }
    const { record } = normalised(raw({ distribution: [embedded({ mediaType: [format] })] }));
    expect(record.distribution).toEqual([{ mediaType: 'https://www.iana.org/assignments/media-types/text/csv' }]);
    expect(valueFor('theme', embedded({}, `${authority}data-theme/HEAL`)).value).toEqual([
      `${authority}data-theme/HEAL`,
    ]);
  });

  test('that nobody knows stay beside the record', () => {
    expect(valueFor('accrualPeriodicity', 'when we feel like it')).toEqual({
      value: undefined,
      codes: ['unknown-value'],
      unmapped: ['when we feel like it'],
    });
  });

  test('of open vocabularies stay in the record when they are addresses', () => {
    const own = 'https://www.usa.gov/government-works';
    expect(valueFor('license', own)).toEqual({ value: own, codes: ['outside-vocabulary'], unmapped: [] });
    expect(valueFor('license', 'ask us').value).toBeUndefined();
    expect(valueFor('accessRights', 'https://example.org/ours').value).toBeUndefined();
  });
});

describe('several values where one is allowed', () => {
  test('give the first in canonical order, and keep the others beside the record', () => {
    const one = valueFor('issued', '2021-01-01', '2020-01-01');
    expect(one).toEqual({ value: '2020-01-01', codes: ['several-values'], unmapped: ['2021-01-01'] });
    expect(valueFor('issued', '2020-01-01', '2021-01-01')).toEqual(one);
  });

  test('that mean the same are one', () => {
    expect(valueFor('modified', '2020-01-01T01:00:00+01:00', '2020-01-01T00:00:00Z').codes).toEqual([]);
  });
});

describe('nodes given as plain values', () => {
  const [country] = [`${authority}country/DNK`];
  test.each<[string, RawValue, unknown]>([
    ['publisher', literal('Sundhedsdatastyrelsen', 'da'), { name: { da: 'Sundhedsdatastyrelsen' } }],
    ['publisher', iri('https://sds.dk/'), { iri: 'https://sds.dk/' }],
    ['contactPoint', iri('mailto:a@b.dk'), [{ hasEmail: 'mailto:a@b.dk' }]],
    ['contactPoint', literal('a@b.dk'), [{ hasEmail: 'mailto:a@b.dk' }]],
    ['contactPoint', iri('www.b.dk'), [{ iri: 'https://www.b.dk' }]],
    ['spatial', literal('DNK'), [{ iri: country }]],
    ['spatial', literal('Danmark'), [{ iri: country }]],
    ['spatial', literal('Region Nord'), [{ name: { und: 'Region Nord' } }]],
    ['temporal', literal('1977/..'), [{ startDate: '1977' }]],
    ['temporal', literal('2020-01-22/ 2023-05-10'), [{ startDate: '2020-01-22', endDate: '2023-05-10' }]],
    ['temporal', literal('2020'), [{ startDate: '2020', endDate: '2020' }]],
    ['temporal', literal('1943–'), [{ startDate: '1943' }]],
    ['conformsTo', iri('https://example.org/standard'), [{ iri: 'https://example.org/standard' }]],
    ['page', literal('https://example.org/doc'), [{ iri: 'https://example.org/doc' }]],
    ['rights', literal('Only with a permit'), [expect.objectContaining({})]],
    ['provenance', literal('From the clinics'), [expect.objectContaining({})]],
  ])('%s: %o', (key, value, expected) => {
    expect(valueFor(key, value).value).toEqual(expected);
  });

  test('a text that is no period stays beside the record whole', () => {
    expect(valueFor('temporal', '2023-2024 & 2024-2025')).toMatchObject({
      value: undefined,
      unmapped: ['2023-2024 & 2024-2025'],
    });
    expect(valueFor('temporal', '../..').value).toBeUndefined();
  });
});

describe('addresses', () => {
  test.each([
    [' https://a.dk/x ', 'https://a.dk/x'],
    ['www.aslteramo.it', 'https://www.aslteramo.it'],
    ['https:/a.dk/x', 'https://a.dk/x'],
    ['https://a.dk/a b"c', 'https://a.dk/a%20b%22c'],
    ['someone@a.dk', 'mailto:someone@a.dk'],
    ['mailto: someone@a.dk', 'mailto:someone@a.dk'],
  ])('"%s" is repaired to %s', (text, mended) => {
    expect(valueFor('landingPage', iri(text))).toEqual({ value: [mended], codes: ['address-repaired'], unmapped: [] });
  });

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'a4_te',
    'Yes',
    'http://',
    'see: the page',
    'http://a.dk/1 http://a.dk/2',
  ])('"%s" is refused', (text) => {
    expect(valueFor('landingPage', iri(text))).toEqual({
      value: undefined,
      codes: ['not-an-address'],
      unmapped: [text],
    });
  });

  test('of laws on EUR-Lex become the ELI', () => {
    const eli = 'http://data.europa.eu/eli/reg/2025/327/oj';
    for (const page of [
      'https://eur-lex.europa.eu/eli/reg/2025/327/oj/eng',
      'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32025R0327',
      'https://eur-lex.europa.eu/legal-content/DA/TXT/?uri=CELEX%3A32025R0327',
      eli,
    ]) {
      expect(valueFor('applicableLegislation', iri(page)).value).toEqual([eli]);
    }
  });
});

describe('older releases of HealthDCAT-AP', () => {
  const health = 'http://healthdataportal.eu/ns/health#';
  test('say of the dataset what belongs to its publisher', () => {
    const { record, unmapped } = normalised(
      raw(
        { publisher: [iri('https://sds.dk/')] },
        { node: { properties: {}, unmapped: { [`${health}publisherNote`]: [literal('En styrelse', 'da')] } } },
      ),
    );
    expect(record.publisher).toEqual({ iri: 'https://sds.dk/', description: { da: 'En styrelse' } });
    expect(unmapped).toEqual([]);
  });

  test('put mail address and homepage on the agent, where Release 8 wants a contact point', () => {
    const { value } = valueFor('hdab', embedded({ mbox: [iri('mailto:a@b.dk')], homepage: [iri('https://b.dk/')] }));
    expect(value).toMatchObject({ contactPoint: { email: ['a@b.dk'], contactPage: ['https://b.dk/'] } });
  });

  test('give code values as addresses', () => {
    expect(valueFor('hasCodeValues', iri('http://www.wikidata.org/entity/Q12')).value).toEqual([
      'http://www.wikidata.org/entity/Q12',
    ]);
  });
});

describe('bounds', () => {
  test('a record keeps 20,000 distributions, the same ones in whatever order they come', () => {
    const many = Array.from({ length: 20_100 }, (_, index) => embedded({ accessURL: [iri(`https://a.dk/${index}`)] }));
    const one = normalised(raw({ distribution: many }));
    const other = normalised(raw({ distribution: [...many].reverse() }));
    expect(one.record.distribution).toHaveLength(20_000);
    expect(one.problems.map(({ code }) => code)).toEqual(['too-many-values']);
    expect(fingerprint(one)).toEqual(fingerprint(other));
  });

  test('a graph of shared parts that would unfold into millions is cut off and told', () => {
    const service = embedded({ title: [literal('x')], page: [iri('https://a.dk/')] });
    const shared = embedded({ accessService: Array.from({ length: 300 }, () => service) });
    const { problems } = normalised(raw({ distribution: Array.from({ length: 300 }, () => shared) }));
    expect(problems.map(({ code }) => code)).toContain('too-many-parts');
  });

  test('a part without end that no row knows is kept down to its bounds', () => {
    let node = embedded({});
    for (let depth = 0; depth < 200; depth += 1) node = embedded({ one: [node], other: [node] });
    expect(valueFor('title', node).unmapped[0]?.length).toBeLessThan(100_000);
  });
});

describe('what the source file says for its records', () => {
  test('fills what is left out, is marked, and yields to what is written', () => {
    const { record, written } = normalised(raw({ title: [literal('A', 'da')] }), {
      title: { da: 'B' },
      accessRights: 'non-public',
      publisher: { name: { da: 'Styrelsen' } },
      nonsense: 1,
    });
    expect(record).toEqual({
      title: { da: 'A' },
      accessRights: `${authority}access-right/NON_PUBLIC`,
      publisher: { name: { da: 'Styrelsen' } },
    });
    expect(written.filter(({ rule }) => rule === 'source-default').map(({ property }) => property)).toEqual([
      'accessRights',
      'publisher',
    ]);
  });
});

test('a default that is no value leaves the record, and what stands beside it, alone', () => {
  const { record, unmapped, problems } = normalised(raw({ title: [literal('A', 'da')] }), {
    accessRights: 'bogus',
    issued: 'soon',
  });
  expect([record, unmapped, problems]).toEqual([{ title: { da: 'A' } }, [], []]);
});

describe('for hostile values', () => {
  const long = 300_000;
  test.each([
    ['license', `${'/'.repeat(long)}x`],
    ['landingPage', `www.${'a.'.repeat(long)} x`],
    ['landingPage', `http://${' '.repeat(long)}`],
    ['issued', '1'.repeat(long)],
    ['numberOfRecords', `${'1.000'.repeat(long)}x`],
    ['temporal', '/'.repeat(long)],
    ['publisher', '@'.repeat(long)],
    ['identifier', ' a'.repeat(long)],
    ['nonsense', 'x'.repeat(long)],
  ])('%s takes linear time, and nothing kept is larger than a record holds', (key, text) => {
    const started = performance.now();
    const { record, unmapped } = normalised(raw({ [key]: [literal(text)] }));
    expect(performance.now() - started).toBeLessThan(1000);
    expect(JSON.stringify([record, unmapped]).length).toBeLessThan(110_000);
  });
});

test('a value that a harvester transformed keeps what was written', () => {
  const record = raw(
    { numberOfRecords: [literal('5400000')] },
    { repairs: [{ code: 'value-transformed', property: 'numberOfRecords', value: 'ca. 5,4 mio.' }] },
  );
  const { written, problems } = normalised(record);
  expect(written).toEqual([
    { property: 'numberOfRecords', written: 'ca. 5,4 mio.', mapped: '5400000', rule: 'value-transformed' },
  ]);
  expect(problems).toEqual([]);
});

test('a record that says nothing is rejected', () => {
  expect(normalise(raw({}, { identifier: null }), { defaults: {} })).toMatchObject({ rejected: 'no-identity' });
});

const anyValue: fc.Arbitrary<RawValue> = fc.letrec<{ value: RawValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      kind: fc.constant('literal' as const),
      value: fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(
          '2020',
          '1977/..',
          'NA',
          'public',
          'a,b',
          '1.024',
          '<b>x</b>',
          'https://a.dk/ x',
          'true',
          'a@b.dk',
        ),
      ),
      language: fc.option(fc.constantFrom('da', 'da-DK', 'en', '__proto__'), { nil: undefined }),
    }),
    fc.record({ kind: fc.constant('iri' as const), value: fc.oneof(fc.webUrl(), fc.string()) }),
    fc.record({
      kind: fc.constant('node' as const),
      node: fc.record({
        iri: fc.option(fc.webUrl(), { nil: undefined }),
        properties: fc.dictionary(
          fc.constantFrom('title', 'name', 'startDate', 'accessURL', 'format', 'byteSize', '__proto__'),
          fc.array(tie('value'), { maxLength: 3 }),
        ),
        unmapped: fc.dictionary(fc.string(), fc.array(tie('value'), { maxLength: 2 })),
      }),
    }),
  ),
})).value;

const keys = [
  'title',
  'keyword',
  'identifier',
  'issued',
  'temporal',
  'publisher',
  'distribution',
  'license',
  'spatial',
  'hasStructuredData',
  'numberOfRecords',
  'landingPage',
  'temporalResolution',
];
const anyProperties: fc.Arbitrary<Properties> = fc.dictionary(
  fc.constantFrom(...keys),
  fc.array(anyValue, { maxLength: 4 }),
);

describe('for any record', () => {
  test('the result is of the record schema, and every literal value stands in it or beside it', () => {
    fc.assert(
      fc.property(anyProperties, (properties) => {
        const { record } = normalised(raw(properties));
        expect(schemaOf('Dataset').safeParse(record).error).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test('the order of values and keys makes no difference', () => {
    fc.assert(
      fc.property(anyProperties, (properties) => {
        const turned = Object.fromEntries(
          Object.entries(properties)
            .reverse()
            .map(([key, values]) => [key, [...values].reverse()]),
        );
        expect(fingerprint(normalised(raw(turned)))).toEqual(fingerprint(normalised(raw(properties))));
      }),
      { numRuns: 300 },
    );
  });
});
