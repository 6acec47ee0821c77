import { describe, expect, it } from 'vitest';
import { generateJsonLd, generateRdfXml, generateTurtle } from '../../../bench/feeds.ts';
import { fixture, graphOf, irisOf, ofKind, readFixture, readPage, recordsOf } from './read-page.ts';

describe('one graph in every serialisation', () => {
  it.each(['rdf', 'jsonld', 'nq', 'trig'])('gives the same records in %s as in Turtle', async (extension) => {
    const turtle = await readFixture('two-datasets-one-catalogue.ttl');
    expect(graphOf(await readFixture(`two-datasets-one-catalogue.${extension}`))).toEqual(graphOf(turtle));
  });

  it('sorts values under the keys of the property table and nests what belongs inside', async () => {
    const [first] = recordsOf(await readFixture('two-datasets-one-catalogue.ttl'));
    expect(first).toMatchObject({
      kind: 'Dataset',
      identifier: 'ds-1',
      catalogues: ['Registerkataloget'],
      place: { line: 10 },
      node: {
        iri: 'https://eksempel.dk/ds/1',
        properties: {
          title: [
            { kind: 'literal', value: 'Fødselsregister', language: 'da' },
            { kind: 'literal', value: 'Register of births', language: 'en' },
          ],
          publisher: [{ kind: 'node', node: { iri: 'https://eksempel.dk/ejer', type: 'Agent' } }],
          distribution: [
            {
              kind: 'node',
              node: { properties: { accessURL: [{ kind: 'iri', value: 'https://eksempel.dk/filer/1.csv' }] } },
            },
          ],
        },
        unmapped: {},
      },
    });
  });

  it('gives records in the order in which the page describes them', async () => {
    expect(irisOf(await readFixture('two-datasets-one-catalogue.nq'))).toEqual([
      'https://eksempel.dk/ds/1',
      'https://eksempel.dk/ds/2',
    ]);
  });

  it('gives the same records whatever the order of the statements', async () => {
    const text = (feed: Iterable<string>): string => [...feed].join('');
    const expected = graphOf(await readPage(text(generateTurtle(60))));
    for (const generate of [generateTurtle, generateRdfXml, generateJsonLd]) {
      expect(graphOf(await readPage(text(generate(60, { shuffle: 7 }))))).toEqual(expected);
    }
  });

  it.each(['ttl', 'rdf', 'jsonld', 'nq', 'trig'])('reads %s byte by byte as it does whole', async (extension) => {
    const name = `two-datasets-one-catalogue.${extension}`;
    expect(await readFixture(name, { chunk: 1 })).toEqual(await readFixture(name));
  });
});

describe('the serialisation of a page', () => {
  it.each([
    ['two-datasets-one-catalogue.ttl', 'text/plain'],
    ['two-datasets-one-catalogue.ttl', 'application/rdf+xml'],
    ['two-datasets-one-catalogue.rdf', 'text/xml; charset=utf-8'],
    ['two-datasets-one-catalogue.rdf', 'text/turtle'],
    ['two-datasets-one-catalogue.jsonld', 'application/json'],
    ['two-datasets-one-catalogue.jsonld', 'application/octet-stream'],
    ['two-datasets-one-catalogue.nq', 'text/plain'],
    ['two-datasets-one-catalogue.trig', null],
  ])('is told by content: %s sent as %s', async (name, contentType) => {
    expect(recordsOf(await readFixture(name, { contentType }))).toHaveLength(2);
  });

  it.each([
    ['an HTML page', fixture('login-page.html')],
    ['an empty body', ''],
    ['blanks alone', ' \n\t\n'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70])],
  ])('is wrong-media for %s, whatever the Content-Type', async (_, body) => {
    const readings = await readPage(body);
    expect(readings).toMatchObject([{ kind: 'broken', code: 'wrong-media' }]);
    expect(ofKind(await readPage(fixture('login-page.html'), { contentType: 'text/turtle' }), 'broken')).toHaveLength(
      1,
    );
  });

  it.each([
    ['RDF/XML', fixture('empty-graph.rdf')],
    ['Turtle', '@prefix dcat: <http://www.w3.org/ns/dcat#> .\n'],
    ['JSON-LD', '[]'],
    ['an empty JSON object', '{}'],
  ])('may be a valid graph of nothing: %s', async (_, body) => {
    expect(await readPage(body)).toEqual([]);
  });

  it('is RDF/XML inside the answer of a CSW server', async () => {
    expect(irisOf(await readFixture('csw-answer.xml'))).toEqual(['https://eksempel.dk/ds/1']);
  });
});

describe('the charset of a page', () => {
  const turtle =
    '<https://eksempel.dk/ds/1> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> "Død" .\n';
  const titleOf = async (body: Uint8Array, contentType: string | null = null) =>
    recordsOf(await readPage(body, { contentType }))[0]?.node.properties.title?.[0];

  it('is the one of the header', async () => {
    expect(await titleOf(Buffer.from(turtle, 'latin1'), 'text/turtle; charset=ISO-8859-1')).toMatchObject({
      value: 'Død',
    });
  });

  it('is the one of the byte order mark before that of the header', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(turtle, 'utf16le')]);
    expect(await titleOf(utf16, 'text/turtle; charset=utf-8')).toMatchObject({ value: 'Død' });
    const utf8 = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(turtle)]);
    expect(await titleOf(utf8, 'text/turtle; charset=iso-8859-1')).toMatchObject({ value: 'Død' });
  });

  it('is the one of the XML declaration', async () => {
    const xml = `<?xml version="1.0" encoding="windows-1252"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/" xmlns:dcat="http://www.w3.org/ns/dcat#"><dcat:Dataset><dct:title>Død</dct:title></dcat:Dataset></rdf:RDF>`;
    expect(await titleOf(Buffer.from(xml, 'latin1'))).toMatchObject({ value: 'Død' });
  });

  it('is windows-1252 where the bytes are not the UTF-8 that was claimed, and the page says so', async () => {
    const readings = await readPage(Buffer.from(turtle, 'latin1'), { contentType: 'text/turtle; charset=utf-8' });
    expect(recordsOf(readings)[0]?.node.properties.title).toMatchObject([{ value: 'Død' }]);
    expect(ofKind(readings, 'problem')).toMatchObject([{ code: 'charset-corrected' }]);
  });
});
