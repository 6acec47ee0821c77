import fc from 'fast-check';
import { DataFactory, Parser, type Quad } from 'n3';
import { parse } from 'oxigraph';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { describe, expect, test } from 'vitest';
import { writeJsonLd } from '#publishing/rdf/write-json-ld.ts';
import { writeNQuads, writeNTriples } from '#publishing/rdf/write-n-quads.ts';
import { writeRdfXml } from '#publishing/rdf/write-rdf-xml.ts';
import { writeTurtle } from '#publishing/rdf/write-turtle.ts';
import { awkwardRecord, fullRecord, published } from './published-examples.ts';

const datasets = [
  published('eksempel.lungeregister', fullRecord),
  published('eksempel.besvaerlig', awkwardRecord, { kind: 'DatasetSeries' }),
];

const JSON_LD = 'application/ld+json';

/** The canonical form of a graph: blank nodes named by what is said of them, lines sorted. */
const canonical = (text: string, format: string): readonly string[] =>
  linesOf(parse(text, { format }) as unknown as Quad[]);

/** What one has and the other lacks, so that a failure shows a line and not a document. */
const difference = (one: readonly string[], other: readonly string[]): readonly string[] => [
  ...one.filter((line) => !other.includes(line)).map((line) => `- ${line.slice(-200)}`),
  ...other.filter((line) => !one.includes(line)).map((line) => `+ ${line.slice(-200)}`),
];

const linesOf = (quads: readonly Quad[]): readonly string[] => {
  const about = Map.groupBy(quads, ({ subject }) => subject.value);
  const name = (term: Quad['object'] | Quad['subject']): string => {
    if (term.termType === 'BlankNode') {
      return `[${(about.get(term.value) ?? [])
        .map((quad) => `${quad.predicate.value} ${name(quad.object)}`)
        .sort()
        .join(';')}]`;
    }
    return term.termType === 'Literal'
      ? `${JSON.stringify(term.value)}@${term.language}^${term.datatype.value}`
      : `<${term.value}>`;
  };
  return quads.map((quad) => `${name(quad.subject)} ${quad.predicate.value} ${name(quad.object)}`).sort();
};

const readRdfXml = (text: string): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const quads: Quad[] = [];
    const parser = new RdfXmlParser({ dataFactory: DataFactory });
    parser.on('data', (quad: Quad) => quads.push(quad));
    parser.on('error', reject);
    parser.on('end', () => resolve(linesOf(quads)));
    parser.end(text);
  });

describe('the RDF writers', () => {
  const expected = canonical(writeNTriples(datasets), 'application/n-triples');

  test('say the same in N-Triples and in Turtle', () => {
    expect(difference(expected, canonical(writeTurtle(datasets), 'text/turtle'))).toEqual([]);
    expect(expected.length).toBeGreaterThan(250);
  });

  test('say the same in JSON-LD, whose context stands inside', () => {
    expect(difference(expected, canonical(writeJsonLd(datasets), JSON_LD))).toEqual([]);
  });

  test('say the same in RDF/XML, but for characters that XML cannot hold', async () => {
    const withoutControls = expected.map((line) => line.replaceAll('\\u0007', '\ufffd'));
    expect(difference(withoutControls, await readRdfXml(writeRdfXml(datasets)))).toEqual([]);
  });

  test('are read alike by a second parser', () => {
    const turtle = new Parser({ format: 'text/turtle' }).parse(writeTurtle(datasets));
    const triples = new Parser({ format: 'N-Triples' }).parse(writeNTriples(datasets));
    expect(linesOf(turtle)).toEqual(linesOf(triples));
    expect(difference(expected, linesOf(triples))).toEqual([]);
  });

  test('put each dataset of N-Quads in a graph of its own', () => {
    const quads = new Parser({ format: 'N-Quads' }).parse(writeNQuads(datasets));
    expect([...new Set(quads.map(({ graph }) => graph.value))]).toEqual(datasets.map(({ iri }) => iri));
  });

  test('write the same bytes each time', () => {
    expect(writeTurtle(datasets)).toBe(writeTurtle(structuredClone(datasets)));
  });

  test('name blank nodes so that documents can be put together', () => {
    const parts = datasets.map((dataset) => writeNTriples([dataset])).join('');
    expect(canonical(parts, 'application/n-triples')).toEqual(expected);
  });

  test('give a document that every parser takes, whatever an owner wrote', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(text, text, text, (title, address, language) => {
        const record = {
          iri: address,
          title: { [language]: title },
          landingPage: [address, `https://example.dk/${address}`],
          issued: title,
        };
        const dataset = [published('a.b', record)];
        const triples = canonical(writeNTriples(dataset), 'application/n-triples');
        expect(canonical(writeTurtle(dataset), 'text/turtle')).toEqual(triples);
        expect(canonical(writeJsonLd(dataset), JSON_LD)).toEqual(triples);
      }),
      { numRuns: 300 },
    );
  });

  test('mark a copy of the bundled example in both languages, and nothing else', () => {
    const [dataset] = datasets;
    if (dataset === undefined) throw new Error('no dataset');
    const origin = { ...dataset.entry.origin, example: true };
    const marked = writeTurtle([{ ...dataset, entry: { ...dataset.entry, origin } }]);
    expect(marked).toMatch(/rdfs:comment "Eksempel: [^"]+"@da, "Example: [^"]+"@en/);
    expect(writeTurtle(datasets)).not.toContain('Eksempel: ');
  });

  test('tell where a record came from, and which address of the owner is the same dataset', () => {
    const turtle = writeTurtle(datasets);
    expect(turtle).toContain('prov:wasDerivedFrom <https://example.dk/registre>');
    expect(turtle).toContain('owl:sameAs <https://example.dk/registre/lungeregister>');
    expect(turtle).toContain('foaf:primaryTopic <https://catalogue.example/id/dataset/eksempel.lungeregister>');
  });

  test('write a service from its own side, with or without an address of its own', () => {
    const lines = writeNTriples(datasets.slice(0, 1))
      .split('\n')
      .filter((line) => line.includes('dcat#servesDataset'));
    const services = lines.map((line) => line.slice(0, line.indexOf(' ')));
    expect(services).toEqual([expect.stringMatching(/^_:b/), '<https://example.dk/tjeneste>']);
  });

  test('write numbers without exponents, which decimals do not have', () => {
    const turtle = writeTurtle(datasets);
    expect(turtle).toContain('"0.0000001"^^xsd:decimal, "100"^^xsd:decimal, "1000000000000000000000"^^xsd:decimal');
  });

  test('give a date the type of its precision', () => {
    const turtle = writeTurtle(datasets);
    for (const written of [
      '"1998"^^xsd:gYear',
      '"2025-12"^^xsd:gYearMonth',
      '"2001-02-03"^^xsd:date',
      '"2026-01-02T03:04:05Z"^^xsd:dateTime',
    ]) {
      expect(turtle).toContain(written);
    }
    expect(turtle).toContain('dct:issued "i foråret" ;');
  });
});
