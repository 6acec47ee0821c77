import { Parser } from 'n3';
import { expect, it } from 'vitest';
import { readGraph } from '#harvesters/rdf/read-graph.ts';
import { describeWithSharedData, sharedBytes, sharedText } from '../../shared-data.ts';
import { graphOf, irisOf, ofKind, readPage, recordsOf } from './read-page.ts';

interface SharedFile {
  readonly path: string;
  readonly parses: boolean;
  readonly datasets: number;
}

const FEEDS =
  /^(?:feeds\/(?:norway-fdk|italy-dcatapit|ckanext-dcat\/dcat|udata-harvest\/(?:csw_)?dcat|nde-dataset-register|gdi-fairdatapoint|health-ri)|standards\/(?:dcat-ap|healthdcat)[^/]*\/)/;
const RDF = /\.(?:ttl|rdf|xml|jsonld)$/;

const files = (): SharedFile[] =>
  sharedText('MANIFEST.tsv')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([path = '']) => FEEDS.test(path) && RDF.test(path) && !/iso19139|shacl|shapes/i.test(path))
    .map(([path = '', , , , , , parses, , datasets]) => ({
      path,
      parses: parses === 'True',
      datasets: Number(datasets),
    }));

describeWithSharedData('real RDF feeds', () => {
  it('give a record for each dataset of a well-formed file', async () => {
    const differing: string[] = [];
    for (const { path, parses, datasets } of files()) {
      if (!parses || !/\.(?:ttl|rdf|xml)$/.test(path)) continue;
      const readings = await readPage(sharedBytes(path));
      expect(ofKind(readings, 'broken'), path).toEqual([]);
      const found =
        recordsOf(readings).filter(({ kind }) => kind === 'Dataset').length + ofKind(readings, 'rejection').length;
      if (found !== datasets) differing.push(`${path}: ${found} for ${datasets}`);
    }
    expect(differing).toEqual([]);
  });

  it('name the place of what is wrong in each malformed file, and keep its records', async () => {
    const expected: Readonly<Record<string, number>> = {
      'feeds/ckanext-dcat/dcat/dataset.ttl': 2,
      'feeds/italy-dcatapit/dataset_it_esempio_6.rdf': 2,
      'feeds/udata-harvest/dcat/geonetwork.xml': 1,
      'standards/dcat-ap-3.0.1/examples/example-bee-population-dataset-series-api.ttl': 1,
      'standards/dcat-ap-3.0.1/examples/example-bee-population-dataset-series-combined.ttl': 5,
      'standards/dcat-ap-hvd-3.0.0/examples/example-bees_wasps_dataset.ttl': 2,
    };
    const found: Record<string, number> = {};
    for (const path of Object.keys(expected)) {
      const readings = await readPage(sharedBytes(path));
      found[path] = recordsOf(readings).length;
      const places = [
        ...readings.map((reading) => ('place' in reading ? reading.place : undefined)),
        ...recordsOf(readings).flatMap(({ repairs }) => repairs.map(({ place }) => place)),
      ];
      expect(
        places.some((place) => place?.line !== undefined),
        path,
      ).toBe(true);
    }
    expect(found).toEqual(expected);
  });

  it('are the same records in RDF/XML as in Turtle where the standards give an example in both', async () => {
    for (const name of ['dcat-ap-dk-3.0.0/examples/basic-example1', 'dcat-ap-dk-2.0.2/examples/basic-example1']) {
      const turtle = await readPage(sharedBytes(`standards/${name}.ttl`));
      expect(irisOf(turtle)).toHaveLength(1);
      // The RDF/XML writes its byte sizes as 5120.0, the Turtle as 5120: another literal for the same number.
      const xml = sharedText(`standards/${name}.rdf`).replace(/>(\d+)\.0</g, '>$1<');
      expect(graphOf(await readPage(xml))).toEqual(graphOf(turtle));
    }
  });

  it('hold as many triples as n3 reads of them', async () => {
    for (const { path, parses } of files()) {
      if (!parses || !path.endsWith('.ttl')) continue;
      const bytes = sharedBytes(path);
      const page = { request: { url: 'https://x.dk/' }, url: 'https://x.dk/', contentType: 'text/turtle' };
      const { graph } = await readGraph({
        ...page,
        body: (async function* () {
          yield bytes;
        })(),
      });
      expect(graph.tripleCount, path).toBe(new Parser({ baseIRI: 'https://x.dk/' }).parse(bytes.toString()).length);
    }
  });

  it.each([
    ['feeds/norway-fdk/libraries__datastore__difi-dataset-2017-10-19.jsonld', 33],
    ['feeds/udata-harvest/dcat/flat.jsonld', 3],
    ['feeds/udata-harvest/dcat/nested.jsonld', 1],
    ['feeds/udata-harvest/dcat/bnodes.jsonld', 3],
    ['feeds/udata-harvest/csw_dcat/geonetwork-dcat-page-1.xml', 2],
    ['feeds/udata-harvest/csw_dcat/geonetwork-geodcatap-page-5.xml', 2],
  ])('give the records of %s', async (path, count) => {
    expect(recordsOf(await readPage(sharedBytes(path)))).toHaveLength(count);
  });

  it('lead from page to page', async () => {
    for (const name of ['paged-collection-1', 'partial-collection-1']) {
      const readings = await readPage(sharedBytes(`feeds/udata-harvest/dcat/${name}.jsonld`));
      expect(readings.slice(-2)).toEqual([
        { kind: 'total', count: 4 },
        { kind: 'page', request: { url: 'http://data.test.org/catalog.jsonld?page=2', relation: 'next' } },
      ]);
    }
  });
});
