import { Parser, type Quad, Store } from 'n3';
import { parse } from 'oxigraph';
import { describe, expect, test } from 'vitest';
import type { Measured } from '#publishing/rdf/describe-quality.ts';
import { writeQualityJsonLd, writeQualityTurtle } from '#publishing/rdf/write-quality.ts';
import { assess } from '#quality/assess.ts';
import { namespaces } from '#schemas/namespaces.ts';
import type { Dataset } from '#schemas/record.ts';
import { circumstances, entryOf, fileType } from '#test/quality/entry.ts';

const { dcat, dqv, prov, pv, skos, xsd } = namespaces;
const IRI = 'https://example.dk/datasets/prøve';
const VOCABULARY = 'https://example.dk/metrics#';
const FILE = 'https://example.dk/prøve.csv';

const record: Dataset = {
  title: { da: 'Prøve på æøå' },
  keyword: { da: ['prøve'] },
  distribution: [
    { iri: 'https://example.dk/distribution/1', accessURL: [FILE], format: fileType('CSV') },
    { accessURL: ['https://example.dk/andet'] },
  ],
};

const measured: Measured = {
  iri: IRI,
  distributions: record.distribution ?? [],
  assessment: assess(entryOf(record), circumstances({ links: new Map([[FILE, 200]]) })),
  vocabulary: VOCABULARY,
};

const turtle = new Store(new Parser().parse(writeQualityTurtle([measured])));
const jsonLd = new Store(
  // Both libraries hold to the same types of RDF/JS.
  parse(writeQualityJsonLd([measured]), { format: 'application/ld+json' }) as unknown as Quad[],
);

/** What a graph says of a metric, measured on a node: value and datatype. */
const valuesOf = (store: Store, on: string, metric: string): string[] =>
  store
    .getObjects(on, `${dqv}hasQualityMeasurement`, null)
    .filter((one) => store.countQuads(one, `${dqv}isMeasurementOf`, metric, null) > 0)
    .flatMap((one) => store.getObjects(one, `${dqv}value`, null))
    .map((value) => (value.termType === 'Literal' ? `${value.value} ${value.datatype.value.slice(xsd.length)}` : ''));

describe.each([
  ['Turtle', turtle],
  ['JSON-LD', jsonLd],
])('measurements in %s', (_name, store) => {
  test('stand on the dataset under piveau’s names', () => {
    expect(valuesOf(store, IRI, `${pv}keywordAvailability`)).toEqual(['true boolean']);
    expect(valuesOf(store, IRI, `${pv}categoryAvailability`)).toEqual(['false boolean']);
  });

  test('stand on the distribution that they were made of, by its address', () => {
    const distribution = 'https://example.dk/distribution/1';
    expect(valuesOf(store, distribution, `${pv}accessUrlStatusCode`)).toEqual(['200 integer']);
    expect(valuesOf(store, distribution, `${pv}formatAvailability`)).toEqual(['true boolean']);
    expect(store.countQuads(IRI, `${dcat}distribution`, distribution, null)).toBe(1);
  });

  test('of a distribution without an address stand on it where its access URL tells which it is', () => {
    const [node] = store.getSubjects(`${dcat}accessURL`, 'https://example.dk/andet', null);
    expect(node?.termType).toBe('BlankNode');
    const measurements = store.getObjects(node ?? null, `${dqv}hasQualityMeasurement`, null);
    expect(measurements).toHaveLength(12);
  });

  test('say of what and when they were made', () => {
    const [one] = store.getSubjects(`${dqv}isMeasurementOf`, `${pv}keywordAvailability`, null);
    expect(store.getObjects(one ?? null, `${dqv}computedOn`, null).map(({ value }) => value)).toEqual([IRI]);
    expect(store.getObjects(one ?? null, `${prov}generatedAtTime`, null).map(({ value }) => value)).toEqual([
      '2026-06-01T12:00:00Z',
    ]);
  });

  test('leave out what could not be told, and the facts that are no quality', () => {
    expect(valuesOf(store, IRI, `${VOCABULARY}timeliness.overdue`)).toEqual([]);
    expect(store.countQuads(null, null, `${VOCABULARY}expectsDownload`, null)).toBe(0);
  });

  test('come with their metrics: dimension, datatype, and labels in Danish and English', () => {
    const metric = `${VOCABULARY}description.contact`;
    const objects = (predicate: string) => store.getObjects(metric, predicate, null).map(({ value }) => value);

    expect(objects(`${dqv}expectedDataType`)).toEqual([`${xsd}boolean`]);
    expect(objects(`${dqv}inDimension`)).toEqual([`${VOCABULARY}access`]);
    expect(objects(`${skos}prefLabel`)).toContain('Man kan skrive eller ringe til nogen');
    expect(store.getObjects(`${pv}keywordAvailability`, `${dqv}inDimension`, null)[0]?.value).toBe(`${pv}findability`);
  });

  test('come with the points of the set and of its dimensions', () => {
    const [mqa] = measured.assessment.scores;
    expect(valuesOf(store, IRI, `${pv}scoring`)).toEqual([`${mqa?.points} integer`]);
    expect(valuesOf(store, IRI, `${pv}findabilityScoring`)).toEqual(['30 integer']);
    expect(valuesOf(store, IRI, `${VOCABULARY}score.ehds-art77`)).toEqual(['1 decimal']);
  });
});

test('Turtle and JSON-LD say the same', () => {
  expect(turtle.size).toBe(jsonLd.size);
  expect(turtle.size).toBeGreaterThan(400);
});

test('two datasets in one document keep their measurements apart, and describe a metric once', () => {
  const other = { ...measured, iri: 'https://example.dk/datasets/anden' };
  const both = new Store(new Parser().parse(writeQualityTurtle([measured, other])));

  expect(valuesOf(both, other.iri, `${pv}keywordAvailability`)).toEqual(['true boolean']);
  expect(both.countQuads(`${pv}keywordAvailability`, `${dqv}inDimension`, null, null)).toBe(1);
});
