import { describe, expect, it } from 'vitest';
import { irisOf, ofKind, readFixture, readPage, recordsOf } from './read-page.ts';

describe('what is a record', () => {
  const read = () => readFixture('kinds-of-records.ttl');
  const titled = async (title: string) =>
    recordsOf(await read()).find(({ node }) =>
      node.properties.title?.some((value) => value.kind === 'literal' && value.value === title),
    );

  it('is each dataset and series, and what a catalogue lists and the page describes; a catalogue itself is none', async () => {
    expect(recordsOf(await read()).map(({ kind, node }) => [kind, node.iri])).toEqual([
      ['DatasetSeries', 'https://eksempel.dk/serie'],
      ['Dataset', 'https://eksempel.dk/ds/typed'],
      ['Dataset', 'https://eksempel.dk/ds/untyped'],
      ['Dataset', undefined],
      ['Dataset', undefined],
      ['Dataset', 'https://eksempel.dk/ds/shared'],
    ]);
  });

  it('names every catalogue that lists it, also nested ones', async () => {
    const typed = recordsOf(await read()).find(({ node }) => node.iri?.endsWith('/typed'));
    expect(typed?.catalogues).toEqual(['Hovedkatalog', 'https://eksempel.dk/under']);
  });

  it('has no IRI that lives only in the file; what was written is kept', async () => {
    const [named] = recordsOf(await read()).filter(({ identifier }) => identifier === 'uden-navn');
    expect(named?.node.iri).toBeUndefined();
    expect(named?.node.unmapped).toEqual({ '@id': [{ kind: 'iri', value: 'blankNode:dataset' }] });
  });

  it('repeats a shared blank node in each record that uses it', async () => {
    const contacts = recordsOf(await read()).flatMap(({ node }) => node.properties.contactPoint ?? []);
    expect(contacts).toHaveLength(2);
    expect(contacts[0]).toEqual(contacts[1]);
    expect(await titled('Uden adresse')).toBeDefined();
  });

  it('holds the services that serve it; a service that serves nothing is a problem of the page', async () => {
    const typed = recordsOf(await read()).find(({ node }) => node.iri?.endsWith('/typed'));
    expect(typed?.node.properties.service).toMatchObject([
      { kind: 'node', node: { iri: 'https://eksempel.dk/tjeneste/1', type: 'DataService' } },
    ]);
    expect(ofKind(await read(), 'problem')).toMatchObject([
      { code: 'service-without-dataset', message: expect.stringContaining('Ledig tjeneste'), place: { line: 18 } },
    ]);
  });

  it('ends where the graph leads back into itself', async () => {
    const readings = await readFixture('cycle.ttl');
    expect(recordsOf(readings)).toHaveLength(1);
    expect(JSON.stringify(readings)).toContain('"iri":"https://eksempel.dk/tjeneste"');
  });

  it('ends at a bounded depth of nodes, and says so', async () => {
    const chain = Array.from({ length: 40 }, (_, i) => `_:n${i} <https://eksempel.dk/p> _:n${i + 1} .`).join('\n');
    const text = `<https://eksempel.dk/ds/1> a <http://www.w3.org/ns/dcat#Dataset> ; <https://eksempel.dk/p> _:n0 .\n${chain}\n_:n40 <https://eksempel.dk/p> "bund" .`;
    const [record] = recordsOf(await readPage(text));
    expect(record?.repairs).toMatchObject([{ code: 'too-many-parts' }]);
    expect(JSON.stringify(record)).not.toContain('bund');
  });

  it('stays small where shared nodes would unfold without end', async () => {
    const levels = Array.from(
      { length: 10 },
      (_, i) =>
        `_:n${i} <https://eksempel.dk/a> _:n${i + 1} ; <https://eksempel.dk/b> _:n${i + 1} ; <https://eksempel.dk/c> _:n${i + 1} ; <https://eksempel.dk/d> _:n${i + 1} .`,
    );
    const text = `<https://eksempel.dk/ds/1> a <http://www.w3.org/ns/dcat#Dataset> ; <https://eksempel.dk/p> _:n0 .\n${levels.join('\n')}\n_:n10 <https://eksempel.dk/p> "bund" .`;
    const [record] = recordsOf(await readPage(text));
    expect(record?.repairs).toContainEqual(expect.objectContaining({ code: 'too-many-parts' }));
  });

  it('stands at a line of the page, or at a path where the page is JSON', async () => {
    const places = async (name: string) => recordsOf(await readFixture(name)).map(({ place }) => place);
    expect(await places('not-well-formed-halfway.rdf')).toEqual([{ line: 3 }, { line: 5 }]);
    expect(await places('trailing-commas-and-comments.jsonld')).toEqual([{ path: '/@graph/0' }]);
  });

  it('takes a list of values as its members', async () => {
    const text = `<https://eksempel.dk/ds/1> a <http://www.w3.org/ns/dcat#Dataset> ; <http://www.w3.org/ns/dcat#keyword> ("a" "b") .`;
    expect(recordsOf(await readPage(text))[0]?.node.properties.keyword).toMatchObject([{ value: 'a' }, { value: 'b' }]);
  });

  it('takes tens of thousands of keywords, each once, and says where it stops', async () => {
    const keywords = Array.from({ length: 50_000 }, (_, i) => `"emne ${i % 45_000}"@da`).join(', ');
    const text = `<https://eksempel.dk/ds/1> a <http://www.w3.org/ns/dcat#Dataset> ; <http://www.w3.org/ns/dcat#keyword> ${keywords} .`;
    const [record] = recordsOf(await readPage(text));
    expect(record?.node.properties.keyword).toHaveLength(40_000);
    expect(record?.repairs).toMatchObject([{ code: 'too-many-values', property: 'keyword' }]);
  });

  it('counts a triple that is written twice once', async () => {
    const text = `<https://eksempel.dk/ds/1> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> "a", "a" .`;
    expect(recordsOf(await readPage(text))[0]?.node.properties.title).toHaveLength(1);
  });
});

describe('Hydra paging', () => {
  it('goes on with the next page of a partial view and tells the claimed total', async () => {
    const readings = await readFixture('hydra-partial-view.jsonld');
    expect(irisOf(readings)).toEqual(['https://eksempel.dk/ds/1']);
    expect(readings.slice(1)).toEqual([
      { kind: 'total', count: 42 },
      { kind: 'page', request: { url: 'https://eksempel.dk/datasets?page=2', relation: 'next' } },
    ]);
  });

  it('goes on with the next page of an older paged collection, also when its address is a text', async () => {
    expect(await readFixture('hydra-paged-collection.ttl')).toEqual([
      { kind: 'total', count: 7 },
      { kind: 'page', request: { url: 'https://eksempel.dk/feed?page=2', relation: 'next' } },
    ]);
  });
});
