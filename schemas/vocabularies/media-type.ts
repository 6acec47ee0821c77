/** Media types: no table, since any registered type will do, but a pattern; the commonest words for formats stand as aliases. */
import type { Vocabulary } from './vocabulary-tables.ts';

const BASE = 'https://www.iana.org/assignments/media-types/';

const TYPE =
  /^(?:application|audio|font|haptics|image|message|model|multipart|text|video)\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/;

const aliases: ReadonlyMap<string, string> = new Map([
  ['csv', 'text/csv'],
  ['tsv', 'text/tab-separated-values'],
  ['txt', 'text/plain'],
  ['html', 'text/html'],
  ['xml', 'application/xml'],
  ['json', 'application/json'],
  ['geojson', 'application/geo+json'],
  ['json-ld', 'application/ld+json'],
  ['jsonld', 'application/ld+json'],
  ['turtle', 'text/turtle'],
  ['ttl', 'text/turtle'],
  ['rdf', 'application/rdf+xml'],
  ['rdf/xml', 'application/rdf+xml'],
  ['pdf', 'application/pdf'],
  ['zip', 'application/zip'],
  ['application/x-zip-compressed', 'application/zip'],
  ['gzip', 'application/gzip'],
  ['gz', 'application/gzip'],
  ['application/x-gzip', 'application/gzip'],
  ['xls', 'application/vnd.ms-excel'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['parquet', 'application/vnd.apache.parquet'],
]);

export const mediaType: Vocabulary = { scheme: 'https://www.iana.org/assignments/media-types', concepts: [] };

/** The IANA address of a media type that is written as an address, as a type, with parameters, or as a file's extension. */
export const findMediaType = (
  written: string,
): { readonly iri: string; readonly rule: 'iri' | 'code' | 'alias' } | undefined => {
  const text = written.trim().toLowerCase();
  const tail = text.replace(/^https?:\/\/(?:www\.)?iana\.org\/assignments\/media-types\//, '');
  const type = tail.replace(/(?<! ) *;[\s\S]*$/, '').replace(/^\./, '');
  const alias = aliases.get(type);
  if (alias !== undefined) return { iri: BASE + alias, rule: 'alias' };
  if (!TYPE.test(type)) return undefined;
  return { iri: BASE + type, rule: tail === text ? 'code' : 'iri' };
};
