import { describe, expect, it } from 'vitest';
import { fixture, irisOf, ofKind, readFixture, readPage, recordsOf } from './read-page.ts';

const ds = (number: number): string => `https://eksempel.dk/ds/${number}`;

describe('a page with one bad record', () => {
  it('loses that record alone in Turtle, and names its place', async () => {
    const readings = await readFixture('one-broken-statement.ttl');
    expect(irisOf(readings)).toEqual([ds(1), ds(3)]);
    expect(ofKind(readings, 'rejection')).toMatchObject([
      {
        code: 'syntax-error',
        identifier: ds(2),
        place: { line: 8, column: 34 },
        excerpt: expect.stringContaining('Uden slutning'),
      },
    ]);
    expect(ofKind(readings, 'broken')).toEqual([]);
  });

  it('finds the records that an unclosed long quote would swallow', async () => {
    const readings = await readFixture('unclosed-long-text.ttl');
    expect(irisOf(readings)).toEqual([ds(1), ds(3)]);
    expect(ofKind(readings, 'rejection')).toMatchObject([{ identifier: ds(2) }]);
  });

  it('loses the record of one bad line in N-Triples', async () => {
    const readings = await readFixture('broken-line.nt', { contentType: 'application/n-triples' });
    expect(irisOf(readings)).toEqual([ds(1), ds(3)]);
    expect(ofKind(readings, 'rejection')).toMatchObject([{ identifier: ds(2), place: { line: 4 } }]);
  });

  it('loses that record alone in JSON-LD', async () => {
    const readings = await readFixture('one-broken-member.jsonld');
    expect(irisOf(readings)).toEqual([ds(1), ds(3)]);
    expect(ofKind(readings, 'rejection')).toMatchObject([
      { code: 'syntax-error', identifier: ds(2), place: { line: 8 } },
    ]);
    expect(ofKind(readings, 'broken')).toEqual([]);
  });

  it('is lost in RDF/XML that is not well-formed there, and the page is not whole; its neighbours stand', async () => {
    const readings = await readFixture('not-well-formed-halfway.rdf');
    expect(irisOf(readings)).toEqual([ds(1), ds(3)]);
    expect(ofKind(readings, 'rejection')).toMatchObject([{ identifier: ds(2) }]);
    expect(ofKind(readings, 'broken')).toMatchObject([
      {
        code: 'syntax-error',
        place: { line: 4, column: expect.any(Number) },
        excerpt: expect.stringContaining('Anden'),
      },
    ]);
  });

  it('is rejected where a part of it could not be read', async () => {
    const readings = await readPage(
      `<${ds(1)}> a <http://www.w3.org/ns/dcat#Dataset> ; <http://www.w3.org/ns/dcat#distribution> <${ds(1)}/csv> .\n<${ds(1)}/csv> a <http://www.w3.org/ns/dcat#Distribution> ; ! .\n<${ds(2)}> a <http://www.w3.org/ns/dcat#Dataset> .\n`,
    );
    expect(irisOf(readings)).toEqual([ds(2)]);
    expect(ofKind(readings, 'rejection')).toMatchObject([{ identifier: ds(1), place: { line: 2 } }]);
  });
});

describe('a page cut in half', () => {
  const names = ['ttl', 'rdf', 'jsonld', 'trig'].map((extension) => `two-datasets-one-catalogue.${extension}`);

  it.each(names)('gives no record that is not whole, and is broken: %s', async (name) => {
    const bytes = fixture(name);
    const whole = recordsOf(await readPage(bytes));
    for (let cut = 420; cut < bytes.length - 40; cut += 7) {
      const half = bytes.subarray(0, cut);
      // Turtle that ends after a statement is whole as far as anybody can tell; the length that was announced tells more.
      if (name.endsWith('.ttl') && half.toString().endsWith(' .\n')) continue;
      const readings = await readPage(half);
      const expected = whole.map(({ node }) => JSON.stringify(node));
      for (const { node } of recordsOf(readings)) expect(expected).toContain(JSON.stringify(node));
    }
    const half = await readPage(bytes.subarray(0, bytes.length - 60));
    expect(ofKind(half, 'broken')).toMatchObject([{ code: 'truncated', place: { line: expect.any(Number) } }]);
  });

  it('does not take a record whose parts lie behind the end', async () => {
    const text = fixture('two-datasets-one-catalogue.ttl').toString();
    const readings = await readPage(text.slice(0, text.indexOf('a foaf:Agent')));
    expect(irisOf(readings)).toEqual([ds(2)]);
    expect(ofKind(readings, 'rejection')).toMatchObject([
      { code: 'incomplete-record', identifier: ds(1) },
      { code: 'truncated', identifier: 'https://eksempel.dk/ejer' },
    ]);
  });
});

describe('a shuffled page cut in half', () => {
  it('gives no record at all, because more of any may have followed', async () => {
    const bytes = fixture('two-datasets-one-catalogue.nq');
    const readings = await readPage(bytes.subarray(0, bytes.length - 30));
    expect(irisOf(readings)).toEqual([]);
    expect(ofKind(readings, 'rejection').map(({ code, identifier }) => [code, identifier])).toEqual([
      ['truncated', ds(1)],
      ['incomplete-record', ds(2)],
    ]);
    expect(ofKind(readings, 'broken')).toMatchObject([{ code: 'truncated', place: { line: 19 } }]);
  });
});

describe('what is mended', () => {
  it('is a well-known prefix that nobody declared; an unknown one is kept as written', async () => {
    const readings = await readFixture('undeclared-prefix.ttl', { contentType: 'text/turtle' });
    const [record] = recordsOf(readings);
    expect(record?.node).toMatchObject({ iri: ds(1), unmapped: { 'hjemme:lavet': [{ value: 'ja' }] } });
    expect(record?.repairs).toMatchObject([{ code: 'prefix-unknown', value: 'hjemme:' }]);
    expect(ofKind(readings, 'problem')).toMatchObject([{ code: 'prefix-supplied', place: { line: 2 } }]);
  });

  it('are addresses, empty elements and namespaces under the wrong scheme', async () => {
    const [record] = recordsOf(await readFixture('dirty-addresses.rdf'));
    expect(record?.node).toMatchObject({
      iri: ds(1),
      properties: {
        license: [{ kind: 'iri', value: 'https://creativecommons.org/licenses/by/4.0/' }],
        landingPage: [{ kind: 'iri', value: 'https://eksempel.dk/om%20%22første%22' }],
        contactPoint: [{ kind: 'iri', value: 'http://www.eksempel.dk' }],
        versionNotes: [{ kind: 'literal', value: 'Ny' }],
      },
    });
    expect(record?.repairs.map(({ code }) => code).toSorted()).toEqual([
      'empty-value',
      'iri-repaired',
      'iri-repaired',
      'iri-repaired',
      'namespace-corrected',
    ]);
  });

  it('are trailing commas and comments in JSON-LD', async () => {
    const readings = await readFixture('trailing-commas-and-comments.jsonld');
    expect(irisOf(readings)).toEqual([ds(1)]);
    expect(ofKind(readings, 'problem')).toMatchObject([
      { code: 'json-repaired', place: { line: 2, column: 3 } },
      { code: 'json-repaired', place: { line: 3 } },
    ]);
  });

  it('are control characters in texts', async () => {
    const xml = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/" xmlns:dcat="http://www.w3.org/ns/dcat#"><dcat:Dataset><dct:title>A\u000bB&#x0B;</dct:title></dcat:Dataset></rdf:RDF>`;
    const turtle = `<${ds(1)}> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> "A\u000bB" .`;
    for (const body of [xml, turtle]) {
      expect(recordsOf(await readPage(body))[0]?.node.properties.title).toMatchObject([{ value: 'AB' }]);
    }
  });

  it('is an "&" that is not written as one; in a CDATA section it stands for itself', async () => {
    for (const chunk of [1, 7, 4_096]) {
      const readings = await readFixture('bare-ampersand.rdf', { chunk });
      expect(recordsOf(readings)[0]?.node.properties).toMatchObject({
        title: [{ value: 'Børn & unge' }],
        description: [{ value: 'A & B' }],
        landingPage: [{ value: 'https://eksempel.dk/?a=1&b=2' }],
      });
      expect(ofKind(readings, 'problem')).toMatchObject([
        { code: 'ampersand-repaired', place: { line: 3, column: 21 } },
      ]);
    }
  });

  it('is a directive without its dot: it is told, and its prefix counts', async () => {
    const readings = await readPage(`@prefix dcat: <http://www.w3.org/ns/dcat#>\n<${ds(1)}> a dcat:Dataset .\n`);
    expect(irisOf(readings)).toEqual([ds(1)]);
    expect(ofKind(readings, 'rejection')).toMatchObject([
      { code: 'syntax-error', identifier: null, place: { line: 2 } },
    ]);
  });
});

describe('a remote context that is not bundled', () => {
  it('is a problem, and the record keeps what only it explains under its own name', async () => {
    const readings = await readFixture('unknown-remote-context.jsonld');
    const [record] = recordsOf(readings);
    expect(record?.node).toMatchObject({
      properties: { title: [{ value: 'Første' }] },
      unmapped: { dækning: [{ value: 'hele landet' }] },
    });
    expect(record?.repairs).toMatchObject([{ code: 'unknown-context', property: 'dækning' }]);
    expect(ofKind(readings, 'problem')).toMatchObject([
      { code: 'unknown-context', message: expect.stringContaining('https://ukendt.eksempel.dk/kontekst.jsonld') },
    ]);
  });

  it('breaks the page where records cannot be told without it', async () => {
    const readings = await readFixture('unknown-context-of-types.jsonld');
    expect(ofKind(readings, 'broken')).toMatchObject([
      { code: 'unknown-context', message: expect.stringContaining('Datasæt') },
    ]);
  });
});
