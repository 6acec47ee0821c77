/** DCAT out of a SPARQL endpoint, page by page, against a store that answers as SPARQL says. */
import { Store } from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { dcat } from '#harvesters/dcat/dcat.ts';
import type { PageRequest } from '#schemas/reading.ts';
import { sumsOf, World } from './world.ts';

const ENDPOINT = 'https://owner.example/sparql';

const QUERY = `
  PREFIX dcat: <http://www.w3.org/ns/dcat#>
  CONSTRUCT { ?dataset ?p ?o . ?o ?p2 ?o2 }
  WHERE {
    { SELECT ?dataset WHERE { ?dataset a dcat:Dataset } ORDER BY ?dataset LIMIT $limit OFFSET $offset }
    ?dataset ?p ?o . OPTIONAL { ?o ?p2 ?o2 FILTER(isBlank(?o)) }
  }`;

const datasets = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `<https://owner.example/d/${index}> a dcat:Dataset ; dct:title "Register ${index}"@da ;
      dcat:contactPoint [ a vcard:Organization ; vcard:fn "Kontakt ${index}" ] .`,
  ).join('\n');

function endpoint(count: number, tamper: (query: string) => string = (query) => query): World {
  const store = new Store();
  const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .`;
  store.load(`${prefixes}\n${datasets(count)}`, { format: 'text/turtle' });
  const site = new World({ format: 'dcat', url: ENDPOINT, settings: { sparql: { query: QUERY, pageSize: 4 } } });
  site.site.set(ENDPOINT, (request: PageRequest) => {
    const query = new URLSearchParams(request.body).get('query') ?? '';
    const body = store.query(tamper(query), { results_format: 'text/turtle' });
    return { body: String(body), type: 'text/turtle' };
  });
  return site;
}

describe('a SPARQL endpoint', () => {
  it('is read page by page until a page holds no dataset, each with all that belongs to it', async () => {
    const site = endpoint(10);
    const run = await site.harvest();
    expect(run).toMatchObject({ state: 'succeeded', coverage: 'complete', counts: { listed: 10, created: 10 } });
    expect(sumsOf(run)).toEqual([]);
    expect(run.requests).toBe(4);
    const [entry] = await site.log();
    expect(JSON.stringify(entry && (await site.ledger.payload(entry)))).toContain('Kontakt');
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { unchanged: 10 } });
  });

  it('that holds as many as a whole number of pages is not thought to hold more', async () => {
    expect(await endpoint(8).harvest()).toMatchObject({ state: 'succeeded', counts: { listed: 8 }, requests: 3 });
  });

  it('that gives fewer at once than it was asked for ends the list no earlier', async () => {
    const site = endpoint(10, (query) => query.replace('LIMIT 4', 'LIMIT 3'));
    expect(await site.harvest()).toMatchObject({ counts: { listed: 8 }, requests: 4 });
  });

  it('that answers with a page of another kind has not come to its end', async () => {
    const site = endpoint(10);
    const answer = site.site.get(ENDPOINT);
    if (typeof answer !== 'function') throw new Error('the endpoint answers by what it is asked');
    let asked = 0;
    site.site.set(ENDPOINT, (request) => {
      asked += 1;
      return asked < 3 ? answer(request) : { body: '', type: 'text/html' };
    });
    expect(await site.harvest()).toMatchObject({ state: 'partial', counts: { listed: 8 } });
  });

  it('that does not heed OFFSET is seen after its second page, and nothing is taken for gone', async () => {
    let asked = 0;
    const site = endpoint(10, (query) => {
      asked += 1;
      // The same datasets in another order: no two answers are alike by their bytes.
      return query.replace(/OFFSET \d+/, `OFFSET 0`).replace('ORDER BY ?dataset', `ORDER BY ?dataset # ${asked}\n`);
    });
    const run = await site.harvest();
    expect(run).toMatchObject({ state: 'partial', requests: 2, counts: { created: 4, removed: 0 } });
    expect(run.problems.map(({ code }) => code)).toContain('page-loop');
  });

  it.each([
    ['no order', QUERY.replace('ORDER BY ?dataset', '')],
    ['no place for the page', QUERY.replace('OFFSET $offset', '')],
    ['no graph for an answer', QUERY.replace('CONSTRUCT', 'DESCRIBE')],
  ])('is not asked by a query with %s', (_, query) =>
    expect(dcat.settings.safeParse({ sparql: { query } }).success).toBe(false),
  );
});
