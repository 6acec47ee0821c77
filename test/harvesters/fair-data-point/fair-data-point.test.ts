import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fairDataPoint } from '#harvesters/fair-data-point/fair-data-point.ts';
import { literal, type PageRequest, type Reading } from '#schemas/reading.ts';
import { describeWithSharedData, sharedText } from '../../shared-data.ts';
import { ROOT, readingsOf, recordsOf, requestsOf, source } from './read-fair-data-point.ts';

const PREFIXES = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix ldp: <http://www.w3.org/ns/ldp#> .
@prefix fdp: <https://w3id.org/fdp/fdp-o#> . @prefix datacite: <http://purl.org/spar/datacite/> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .\n`;

const at = (path: string): string => ROOT + path;
const below = (path: string): PageRequest => ({ url: at(path), context: { role: 'below', catalogue: 'Katalog' } });
const urls = (readings: readonly Reading[]): string[] => requestsOf(readings).map(({ url }) => url);

/** The request of a dataset's first distribution. */
const firstPart = async (files: readonly string[]): Promise<PageRequest> => {
  const names = files.map((path) => `<${at(path)}>`).join(', ');
  const page = `${PREFIXES}<${at('d/1')}> a dcat:Dataset ; dct:title "Register" ; dcat:distribution ${names} .`;
  const [request] = requestsOf(await readingsOf(page, { request: below('d/1') }));
  if (request === undefined) throw new Error('no part asked for');
  return request;
};

const file = (path: string): string => `${PREFIXES}<${at(path)}> a dcat:Distribution ; dct:title "${path}" .`;

describe('the documents of a point', () => {
  test('lead from containers and links to what they do not describe, each once', async () => {
    const page = `${PREFIXES}<${ROOT}> a fdp:FAIRDataPoint ; fdp:metadataCatalog <${at('c/1')}>, <${at('c/2')}> .
<${at('catalog/')}> a ldp:DirectContainer ; ldp:hasMemberRelation fdp:metadataCatalog ; ldp:contains <${at('c/2')}>, <${at('c/3')}> .`;
    expect(urls(await readingsOf(page))).toEqual([at('c/1'), at('c/2'), at('c/3')]);
  });

  test('that hold services or profiles are not followed', async () => {
    const page = `${PREFIXES}<${ROOT}> a fdp:FAIRDataPoint ; fdp:metadataCatalog <${at('c/1')}> .
<${at('s/')}> ldp:hasMemberRelation fdp:metadataService ; ldp:contains <${at('s/1')}> .`;
    expect(urls(await readingsOf(page))).toEqual([at('c/1')]);
  });

  test('that describe a dataset in passing lead to its own page', async () => {
    const page = `${PREFIXES}<${at('c/1')}> a dcat:Catalog ; dcat:dataset <${at('d/1')}> . <${at('d/1')}> a dcat:Dataset ; dct:title "Navn" .`;
    const readings = await readingsOf(page, { request: below('c/1') });
    expect(urls(readings)).toEqual([at('d/1')]);
    expect(recordsOf(readings)).toEqual([]);
  });

  test('that describe a dataset wholly are read there', async () => {
    const page = `${PREFIXES}<${at('c/1')}> a dcat:Catalog ; dcat:dataset <${at('d/1')}> .
<${at('d/1')}> a dcat:Dataset ; dct:title "Navn" ; dct:description "Om" .`;
    const readings = await readingsOf(page, { request: below('c/1') });
    expect(recordsOf(readings).map(({ node }) => node.iri)).toEqual([at('d/1')]);
    expect(urls(readings)).toEqual([]);
  });

  test('that lead nowhere say so', async () => {
    const readings = await readingsOf(`${PREFIXES}<${ROOT}> a fdp:FAIRDataPoint .`);
    expect(readings).toMatchObject([{ kind: 'problem', code: 'nothing-listed' }]);
  });

  test('that are a login page break, so that nothing below them counts as seen', async () => {
    const readings = await readingsOf('<!doctype html><html><body>Log ind</body></html>', { contentType: 'text/html' });
    expect(readings).toMatchObject([{ kind: 'broken', code: 'wrong-media' }]);
  });

  test('are kept to those that the settings let in', async () => {
    const page = `${PREFIXES}<${ROOT}> fdp:metadataCatalog <${at('c/1')}>, <${at('c/2')}> .`;
    expect(urls(await readingsOf(page, { settings: { include: '/c/2$' } }))).toEqual([at('c/2')]);
  });
});

describe('a dataset', () => {
  test('has the identifier of its metadata beside its own, unless it repeats its address', async () => {
    const page = `${PREFIXES}<${at('d/1')}> a dcat:Dataset ; dct:title "Register" ; fdp:metadataIdentifier <${at('d/1#id')}> ;
 datacite:hasIdentifier [ a datacite:Identifier ; dct:identifier "doi:10.1/x" ] ; dcat:contactPoint [ vcard:fn "Ann" ] .
<${at('d/1#id')}> a datacite:Identifier ; dct:identifier "${at('d/1')}" .`;
    const [record] = recordsOf(await readingsOf(page, { request: below('d/1') }));
    expect(record?.node.properties.otherIdentifier).toEqual([
      { kind: 'node', node: { type: 'Identifier', properties: { notation: [literal('doi:10.1/x')] }, unmapped: {} } },
    ]);
    expect(record?.node.properties.contactPoint).toMatchObject([
      { kind: 'node', node: { properties: { fn: [{ value: 'Ann' }] } } },
    ]);
    expect(record?.catalogues).toEqual(['Katalog']);
  });

  test('is a record at once when its distributions are not to be read', async () => {
    const page = `${PREFIXES}<${at('d/1')}> a dcat:Dataset ; dct:title "Register" ; dcat:distribution <${at('f/1')}> .`;
    const readings = await readingsOf(page, { request: below('d/1'), settings: { distributions: false } });
    expect(recordsOf(readings)[0]?.node.properties.distribution).toEqual([{ kind: 'iri', value: at('f/1') }]);
    expect(urls(readings)).toEqual([]);
  });

  test('goes from distribution to distribution and is a record with the last', async () => {
    const request = await firstPart(['f/1', 'f/2']);
    expect(request).toMatchObject({ url: at('f/1'), relation: 'child', purpose: at('d/1') });
    const [second] = requestsOf(await readingsOf(file('f/1'), { request }));
    expect(second?.url).toBe(at('f/2'));
    const [record] = recordsOf(await readingsOf(file('f/2'), { request: { ...second, url: at('f/2') } }));
    const titles = record?.node.properties.distribution?.map(
      (value) => value.kind === 'node' && value.node.properties.title,
    );
    expect(titles).toMatchObject([[{ value: 'f/1' }], [{ value: 'f/2' }]]);
  });

  test('survives a checkpoint between two distributions', async () => {
    const request: unknown = JSON.parse(JSON.stringify(await firstPart(['f/1'])));
    const [record] = recordsOf(await readingsOf(file('f/1'), { request: request as PageRequest }));
    expect(record?.node.properties.title).toMatchObject([{ value: 'Register' }]);
  });

  test.each([
    ['is cut off', `${file('f/1').slice(0, -3)}`, 'truncated'],
    ['speaks of something else', `${PREFIXES}<https://example.dk/> dct:title "x" .`, 'part-not-read'],
    ['is a login page', '<html><body>Log ind</body></html>', 'wrong-media'],
  ])('is a rejection under its own name when the page of a distribution %s', async (_what, page, code) => {
    const readings = await readingsOf(page, { request: await firstPart(['f/1', 'f/2']) });
    expect(readings).toMatchObject([
      { kind: 'rejection', code: 'incomplete-record', identifier: at('d/1') },
      { kind: 'broken' },
    ]);
    if (code !== 'truncated') expect(readings[1]).toMatchObject({ code });
  });

  test('goes on without a distribution that does not exist, and is left behind by one that failed', async () => {
    const request = await firstPart(['f/1', 'f/2']);
    const told = (code: string): Reading[] => [
      ...(fairDataPoint.missed?.(source(), request, { code, message: 'm' }) ?? []),
    ];
    expect(told('http-410')).toMatchObject([{ kind: 'page', request: { url: at('f/2') } }]);
    expect(told('http-503')).toMatchObject([{ kind: 'rejection', identifier: at('d/1') }]);
  });

  test('with more distributions than are read says so', async () => {
    const files = Array.from({ length: 501 }, (_, index) => `f/${index}`);
    const request = await firstPart(files);
    expect(request.context).toMatchObject({
      parts: { length: 500 },
      record: { repairs: [{ code: 'part-not-read', value: at('f/500') }] },
    });
  });

  test('that is too large to be carried is a record at once, and says so', async () => {
    const page = `${PREFIXES}<${at('d/1')}> a dcat:Dataset ; dct:title "Register" ; dcat:distribution <${at('f/1')}> ;
 dct:description """${'x'.repeat(1024 * 1024)}""" .`;
    const [record] = recordsOf(await readingsOf(page, { request: below('d/1') }));
    expect(record?.repairs).toMatchObject([{ code: 'part-not-read', property: 'distribution' }]);
  });
});

describe('any bytes', () => {
  test('give readings and never a throw, for documents and for parts', async () => {
    const part = await firstPart(['f/1', 'f/2']);
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string().map((text) => new TextEncoder().encode(PREFIXES + text)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(part, below('d/1'), { url: ROOT }), async (page, request) => {
        expect(Array.isArray(await readingsOf(page, { request }))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('are read the same whole and in chunks', async () => {
    const page = `${PREFIXES}<${at('d/1')}> a dcat:Dataset ; dct:title "Årsregister" ; dcat:distribution <${at('f/1')}> .`;
    const whole = await readingsOf(page, { request: below('d/1') });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (chunkSize) => {
        expect(await readingsOf(page, { request: below('d/1'), chunkSize })).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  test('in a context that is not ours are read as a document', async () => {
    const page = `${PREFIXES}<${ROOT}> fdp:metadataCatalog <${at('c/1')}> .`;
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (context) => {
        expect(urls(await readingsOf(page, { request: { url: ROOT, context } }))).toEqual([at('c/1')]);
      }),
      { numRuns: 50 },
    );
  });
});

describeWithSharedData('real documents', () => {
  const folder = 'feeds/gdi-fairdatapoint';
  const sandbox = 'https://health-ri.sandbox.semlab-leiden.nl';
  const dataset = `${sandbox}/dataset/d7129d28-b72a-437f-8db0-4f0258dd3c25`;
  const real = `${sandbox}/distribution/f9b9dff8-a039-4ca2-be9b-da72a61e3bac`;

  test('of a catalogue lead to its dataset', async () => {
    const url = 'https://fair.healthinformationportal.eu/catalog/1c75c2c9-d2cc-44cb-aaa8-cf8c11515c8d';
    const readings = await readingsOf(sharedText(`${folder}/fdp_catalog.ttl`), { request: { url } });
    expect(requestsOf(readings)).toMatchObject([
      {
        url: 'https://fair.healthinformationportal.eu/dataset/125c32c0-3aa8-4277-92f6-34acdd058d43',
        context: { catalogue: 'Slovenia National Node' },
      },
    ]);
  });

  test('of a dataset lead to all distributions of its container, and the one that we have comes in', async () => {
    const page = sharedText(`${folder}/dataset_d7129d28-b72a-437f-8db0-4f0258dd3c25.ttl`);
    const [request] = requestsOf(await readingsOf(page, { request: { url: dataset } }));
    expect(request).toMatchObject({ url: real, context: { parts: { length: 3 } } });
    const part = sharedText(`${folder}/distribution_f9b9dff8-a039-4ca2-be9b-da72a61e3bac.ttl`);
    const [next] = requestsOf(await readingsOf(part, { request: { ...request, url: real } }));
    expect(next?.context).toMatchObject({
      record: {
        node: {
          iri: dataset,
          properties: {
            distribution: [
              { kind: 'node', node: { iri: real, properties: { title: [{ value: 'Example distribution' }] } } },
              {},
              {},
            ],
          },
        },
      },
    });
  });

  test('that describe their distributions themselves are records at once', async () => {
    const url = `${sandbox}/dataset/d9956191-1aff-4181-ac8b-16b829135ed5`;
    const readings = await readingsOf(sharedText(`${folder}/dataset_cbioportal.ttl`), { request: { url } });
    const [record] = recordsOf(readings);
    expect(record?.identifier).toBe('lgg_ucsf_2014');
    expect(record?.node.properties.distribution).toHaveLength(2);
    expect(requestsOf(readings)).toEqual([]);
  });

  test('keep the access service of a distribution', async () => {
    const url = 'https://example.org/dataset/with-accessservice';
    const [request] = requestsOf(
      await readingsOf(sharedText(`${folder}/dataset_with-accessservice.ttl`), { request: { url } }),
    );
    const part = { ...request, url: 'https://example.org/distribution/with-accessservice' };
    const [record] = recordsOf(
      await readingsOf(sharedText(`${folder}/distribution_with-accessservice.ttl`), { request: part }),
    );
    const [value] = record?.node.properties.distribution ?? [];
    expect(value?.kind === 'node' && value.node.properties.accessService).toHaveLength(1);
  });

  test.each([
    ['root_fdp_response.ttl', 2],
    ['root_fdp_response_no_catalogs.ttl', 0],
    ['fdp_multiple_parents.ttl', 1],
    ['fdp_process_catalogs.ttl', 0],
    ['fdp_profile.ttl', 0],
    ['example_graph.ttl', 0],
    ['wikidata_data_catalog_entry.ttl', 0],
    ['dataset_898ca4b8-197b-4d40-bc81-d9cd88197670.ttl', 1],
    ['dataset-distribution_with_accessservice_out.ttl', 1],
  ])('%s holds %i datasets that are whole, and nothing of it is lost', async (name, count) => {
    const readings = await readingsOf(sharedText(`${folder}/${name}`), { request: { url: 'https://example.com/fdp' } });
    expect(recordsOf(readings)).toHaveLength(count);
    expect(readings.filter(({ kind }) => kind === 'broken' || kind === 'rejection')).toEqual([]);
  });
});
