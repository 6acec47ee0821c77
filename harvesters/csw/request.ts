/** GetRecords requests of CSW 2.0.2, as XML or as parameters, and what they remember until their page comes back. */
import * as z from 'zod';
import type { PageRequest } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';
import { CswSettings, schemaOf } from './settings.ts';

const PageContext = z.object({
  /** The number of the page's first record; records count from 1. */
  start: z.number().int().min(1),
  /** A hash of the identifiers on the page before: a server that ignores the start sends the same ones for ever. */
  before: z.string().nullable(),
  /** Whether the page may lie behind the list's end, so that a refusal is no fault. */
  isProbe: z.boolean().optional(),
});
export type PageContext = z.infer<typeof PageContext>;

/** What the request for a page remembers; the list's beginning for one that remembers nothing. */
export const pageContextOf = ({ context }: PageRequest): PageContext => {
  const parsed = PageContext.safeParse(context);
  return parsed.success ? parsed.data : { start: 1, before: null };
};

const ACCEPT = 'application/xml, text/xml;q=0.9, */*;q=0.1';

/** The request for the page that starts at a record. */
export const pageRequest = (source: Source, context: PageContext): PageRequest => {
  const settings = CswSettings.parse(source.settings);
  const relation = context.start === 1 ? undefined : ('next' as const);
  if (settings.method === 'GET') {
    return { url: keyValueUrl(source.url, settings, context.start), headers: { accept: ACCEPT }, context, relation };
  }
  return {
    url: withoutParameters(source.url).href,
    method: 'POST',
    headers: { accept: ACCEPT, 'content-type': 'application/xml' },
    body: requestXml(settings, context.start),
    context,
    relation,
  };
};

/** Parameters of the protocol, whatever their case: an address that was copied from a browser is taken without them. */
const PARAMETERS = new Set([
  'service',
  'version',
  'request',
  'typenames',
  'resulttype',
  'elementsetname',
  'outputschema',
  'outputformat',
  'startposition',
  'maxrecords',
  'constraint',
  'constraintlanguage',
  'constraint_language_version',
  'sortby',
  'namespace',
]);

const withoutParameters = (address: string): URL => {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()])
    if (PARAMETERS.has(name.toLowerCase())) url.searchParams.delete(name);
  return url;
};

const keyValueUrl = (address: string, settings: CswSettings, start: number): string => {
  const { typeNames, maxRecords, sortBy, cql } = settings;
  const url = withoutParameters(address);
  const parameters = {
    service: 'CSW',
    version: '2.0.2',
    request: 'GetRecords',
    resultType: 'results',
    elementSetName: 'full',
    typeNames,
    outputSchema: schemaOf(settings),
    outputFormat: 'application/xml',
    startPosition: String(start),
    maxRecords: String(maxRecords),
    ...(sortBy !== null && { sortBy: `${sortBy}:A` }),
    ...(cql !== undefined && { constraintLanguage: 'CQL_TEXT', constraint_language_version: '1.1.0', constraint: cql }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const requestXml = (settings: CswSettings, start: number): string => {
  const { typeNames, maxRecords, sortBy, cql } = settings;
  const constraint =
    cql === undefined
      ? ''
      : `<csw:Constraint version="1.1.0"><csw:CqlText>${escaped(cql)}</csw:CqlText></csw:Constraint>`;
  const sort =
    sortBy === null
      ? ''
      : `<ogc:SortBy><ogc:SortProperty><ogc:PropertyName>${sortBy}</ogc:PropertyName><ogc:SortOrder>ASC</ogc:SortOrder></ogc:SortProperty></ogc:SortBy>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<csw:GetRecords xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ogc="http://www.opengis.net/ogc"' +
    ' xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
    ' xmlns:apiso="http://www.opengis.net/cat/csw/apiso/1.0" service="CSW" version="2.0.2" resultType="results"' +
    ` startPosition="${start}" maxRecords="${maxRecords}" outputFormat="application/xml"` +
    ` outputSchema="${escaped(schemaOf(settings))}"><csw:Query typeNames="${escaped(typeNames)}">` +
    `<csw:ElementSetName>full</csw:ElementSetName>${constraint}${sort}</csw:Query></csw:GetRecords>`
  );
};
