import { describe, expect, test } from 'vitest';
import { assess } from '#quality/assess.ts';
import { measureDescription, readTexts } from '#quality/measure/measure-description.ts';
import type { Dataset } from '#schemas/record.ts';
import { accessRight, circumstances, entryOf, measuredValue } from './entry.ts';

const danish =
  'Registeret indeholder oplysninger om alle indlæggelser på danske sygehuse: diagnoser, behandlinger og hvor længe patienten var der.';
const english =
  'The register holds information on all admissions to Danish hospitals: diagnoses, treatments and how long the patient stayed.';

const measure = (record: Dataset) => measureDescription(entryOf(record), readTexts({ record }));
const lengths = (record: Dataset) =>
  ['title.da', 'title.en', 'description.da', 'description.en'].map((id) =>
    measuredValue(measure(record), `description.${id}`),
  );
const scoreOf = (record: Dataset, more = {}) =>
  assess(entryOf(record, more), circumstances()).scores.find(({ set }) => set === 'description');
const findingsOf = (record: Dataset) =>
  assess(entryOf(record), circumstances()).findings.filter(({ set }) => set === 'description');

describe('the texts of a description', () => {
  test('are measured by their length in the language that they are in', () => {
    expect(lengths({ title: { da: 'Landspatientregisteret' }, description: { da: danish, en: english } })).toEqual([
      22,
      0,
      danish.length,
      english.length,
    ]);
  });

  test('that are tagged en and are Danish count as Danish, and their owner is told', () => {
    const record = { description: { en: danish } };

    expect(lengths(record)).toEqual([0, 0, danish.length, 0]);
    expect(findingsOf(record)).toContainEqual({
      code: 'description.language.Dataset.description',
      set: 'description',
      fault: 'language',
      severity: 'warning',
      class: 'Dataset',
      property: 'description',
      path: 'description.en',
      value: danish,
    });
  });

  test('count in both languages only when they are in both: the same Danish text twice is no translation', () => {
    expect(lengths({ description: { da: danish, en: danish } })).toEqual([0, 0, danish.length, 0]);
  });

  test('without a tag count for the language that they are in, and a short title for that of its description', () => {
    expect(lengths({ title: { und: 'LPR' }, description: { und: english } })).toEqual([0, 3, 0, english.length]);
  });

  test('under a Norwegian tag are not told to be mistagged', () => {
    const norwegian = 'Registeret inneholder opplysninger om alle som har fått påvist kreft, og om sykdommen av legen.';
    expect(findingsOf({ description: { nb: norwegian } }).filter(({ fault }) => fault === 'language')).toEqual([]);
  });

  test('that say too little are told to be too short, and those that are not there to be missing', () => {
    const faults = findingsOf({
      title: { da: 'LPR' },
      description: { da: 'Alle indlæggelser på sygehuse i Danmark.' },
    });

    expect(faults.map(({ fault, path }) => `${fault} ${path}`)).toEqual([
      'too-short title.da',
      'missing title.en',
      'too-short description.da',
      'missing description.en',
    ]);
  });

  test.each([
    ['x'.repeat(0), 0],
    ['Patienter med diabetes', 0.2 * 18],
    ['Alle patienter med diabetes, som har været på sygehuset', 0.5 * 18],
    [danish, 18],
  ])('of the description “%s” give %d of 18 points', (text, points) => {
    const score = scoreOf({ description: { da: text } });
    expect(score?.parts.find(({ metric }) => metric === 'description.description.da')?.points).toBeCloseTo(points);
  });
});

describe('what a person needs', () => {
  const column = (name: string, described: boolean) => ({
    name,
    datatype: 'string',
    ...(described && { description: { da: 'Diagnosens kode' } }),
  });

  test('of variables is their number and how many are described', () => {
    const measured = measure({ hasVariables: [{ table: [{ column: [column('a', true), column('b', false)] }] }] });

    expect([
      measuredValue(measured, 'description.variables'),
      measuredValue(measured, 'description.variables.described'),
    ]).toEqual([2, 0.5]);
  });

  test('of variables is not asked of data without structure', () => {
    const parts = scoreOf({ hasStructuredData: false })?.parts ?? [];
    expect(parts.find(({ metric }) => metric === 'description.variables')?.standing).toBe('not-applicable');
  });

  test.each([
    ['population', { populationCoverage: { da: 'Alle i Danmark' } }],
    ['period', { temporal: [{ startDate: '1977' }] }],
    ['accessRights', { accessRights: accessRight('NON_PUBLIC') }],
    ['accessRoute', { landingPage: ['https://example.dk/'] }],
    ['accessRoute', { distribution: [{ accessURL: ['https://example.dk/'] }] }],
    ['contact', { contactPoint: [{ hasEmail: 'mailto:kontakt@example.dk' }] }],
    ['contact', { contactPoint: [{ hasTelephone: ['+45 00 00 00 00'] }] }],
  ] as const)('to know its %s is there with %o and not without', (id, record) => {
    const metric = `description.${id}`;
    // The records are as the table has them; `as const` makes their lists readonly.
    expect(measuredValue(measure(record as unknown as Dataset), metric)).toBe(true);
    expect(measuredValue(measure({}), metric)).toBe(false);
  });

  test('is no contact with a name and nothing to reach it by, and no period with an end alone', () => {
    const measured = measure({ contactPoint: [{ fn: { da: 'Sekretariatet' } }], temporal: [{ endDate: '2020' }] });
    expect(['contact', 'period'].map((id) => measuredValue(measured, `description.${id}`))).toEqual([false, false]);
  });

  test('adds up to 100 points', () => {
    expect(scoreOf({})?.of).toBe(100);
  });
});
