/** Every dataset of the shared data that our harvesters read, as the catalogue would hold it. */
import { gunzipSync } from 'node:zlib';
import { normalise } from '#catalogue/normalise.ts';
import { ckan } from '#harvesters/ckan/ckan.ts';
import { csw } from '#harvesters/csw/csw.ts';
import { dcat } from '#harvesters/dcat/dcat.ts';
import { dcatUs } from '#harvesters/dcat-us/dcat-us.ts';
import type { Harvester } from '#harvesters/harvester.ts';
import { oaiPmh } from '#harvesters/oai-pmh/oai-pmh.ts';
import { schemaOrg } from '#harvesters/schema-org/schema-org.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Source } from '#schemas/source.ts';
import { readPageOf, recordsAmong, sourceOf } from '#test/harvesters/read-page-of.ts';
import { sharedBytes, sharedText } from '#test/shared-data.ts';

interface Route {
  readonly files: RegExp;
  readonly format: Source['format'];
  readonly harvester: Harvester;
  readonly context?: unknown;
  readonly contentType?: string;
  /** Makes a page of a file that holds only a part of one. */
  readonly page?: (text: string) => string;
}

const search = (text: string): string => {
  const packages = [JSON.parse(text) as unknown].flat();
  return JSON.stringify({ success: true, result: { count: packages.length, facets: {}, results: packages } });
};

const oaiContext = {
  step: 'list',
  repository: { deletedRecord: 'no', granularity: 'YYYY-MM-DD' },
  token: null,
  attempt: 0,
};

/** The first route that fits reads the file. */
const routes: readonly Route[] = [
  { files: /^feeds\/(?:healthdata-gov|us-datajson)\/.*\.json\.gz$/, format: 'dcat-us', harvester: dcatUs },
  { files: /^feeds\/gsa-harvester\/dcatus\/.*\.json$/, format: 'dcat-us', harvester: dcatUs },
  {
    files: /^feeds\/ckanext-dcat\/ckan\/(?:ckan_|full_|health_|dataset)[^/]*\.json$/,
    format: 'ckan',
    harvester: ckan,
    context: { start: 0 },
    page: search,
  },
  {
    files: /iso19139|^feeds\/gsa-harvester\/iso_2_waf\/.*\.xml$/,
    format: 'csw',
    harvester: csw,
    context: { start: 1, before: null },
  },
  { files: /^oai-pmh\/pyoai\/fake\d\/.*\.xml$/, format: 'oai-pmh', harvester: oaiPmh, context: oaiContext },
  {
    files: /^feeds\/nde-dataset-register\/.*schema.*\.(?:jsonld|ttl|html)$|^html\/.*\.(?:html|schemaorg\.jsonld)$/,
    format: 'schema-org',
    harvester: schemaOrg,
  },
  {
    files: /^(?:feeds|standards)\/(?!.*(?:shacl|shapes|context|vocab)).*\.(?:ttl|rdf|xml|jsonld)$/i,
    format: 'dcat',
    harvester: dcat,
  },
];

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  ttl: 'text/turtle',
  jsonld: 'application/ld+json',
  json: 'application/json',
  xml: 'application/xml',
  rdf: 'application/rdf+xml',
};

const entryOf = (
  normalised: Exclude<ReturnType<typeof normalise>, { rejected: string }>,
  path: string,
): CatalogueEntry => ({
  id: 'kilde.d',
  kind: normalised.kind,
  identifier: normalised.identifier,
  source: 'kilde',
  record: normalised.record,
  unmapped: normalised.unmapped,
  written: normalised.written,
  origin: {
    run: 'kilde.run',
    page: `https://example.dk/${encodeURI(path)}`,
    archive: null,
    place: null,
    observedAt: '2026-01-02T03:04:05.000Z',
    catalogues: [],
  },
  problems: normalised.problems,
});

/** The files that a harvester reads, in the order of the manifest. */
export const sharedFeeds = (): string[] =>
  sharedText('MANIFEST.tsv')
    .split('\n')
    .map((line) => line.split('\t')[0] ?? '')
    .filter((path) => routes.some(({ files }) => files.test(path)));

/** The datasets of one file; a file that is not here, or that no record can be made of, gives none. */
export const recordsOf = async (path: string): Promise<CatalogueEntry[]> => {
  const route = routes.find(({ files }) => files.test(path));
  if (route === undefined) return [];
  const { format, harvester, context, page } = route;
  const stored = sharedBytes(path);
  const bytes = path.endsWith('.gz') ? gunzipSync(stored) : stored;
  const contentType = mediaTypes[/\.([a-z]+)(?:\.gz)?$/.exec(path)?.[1] ?? ''] ?? null;
  const source = sourceOf(format, 'https://example.dk/feed', format === 'csw' ? { maxRecords: 2 } : {});
  const text = page === undefined ? bytes : page(bytes.toString('utf8'));
  const readings = await readPageOf(harvester, source, text, { context, contentType });
  return recordsAmong(readings).flatMap((raw) => {
    const normalised = normalise(raw, { defaults: {} });
    return 'rejected' in normalised ? [] : [entryOf(normalised, path)];
  });
};
