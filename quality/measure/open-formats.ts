/** Which file types are free of an owner and which machines can read, by the codes of the EU's table of file types. */
import { conceptByIri, findConcept } from '#schemas/vocabulary.ts';

const codes = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** The lists of data.europa.eu (edp-vocabularies); other types count as proprietary, or as not machine-readable. */
const nonProprietary = codes(
  'BMP CSV DBF GEOJSON GZIP HTML ICS JPEG2000 JSON JSON_LD KML KMZ NETCDF ODS PNG RDF_N_QUADS RDF_N_TRIPLES RDF_TRIG RDF_TURTLE RDF_XML RSS RTF TAR TIFF TSV TXT WMS_SRVC XML ZIP',
);
const machineReadable = codes(
  'CSV GEOJSON ICS JSON JSON_LD KML KMZ NETCDF ODS RDFA RDF_N_QUADS RDF_N_TRIPLES RDF_TRIG RDF_TURTLE RDF_XML RSS SHP XLS XLSX XML',
);

/** Distinct media types are few, and each is looked up once; a feed that makes them up must not fill the memory. */
const REMEMBERED = 1000;
const remembered = new Map<string, string | undefined>();

function codeOfMediaType(mediaType: string): string | undefined {
  if (remembered.has(mediaType)) return remembered.get(mediaType);
  const found = findConcept('file-type', mediaType);
  const code = found && conceptByIri('file-type', found.iri)?.code;
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(mediaType, code);
  return code;
}

/** The codes of a format and of the file type that a media type stands for. */
export const fileTypesOf = (format: string | undefined, mediaType: string | undefined): readonly string[] =>
  [
    format === undefined ? undefined : conceptByIri('file-type', format)?.code,
    mediaType === undefined ? undefined : codeOfMediaType(mediaType),
  ].filter((code) => code !== undefined);

export const isNonProprietary = (fileTypes: readonly string[]): boolean =>
  fileTypes.some((code) => nonProprietary.has(code));

export const isMachineReadable = (fileTypes: readonly string[]): boolean =>
  fileTypes.some((code) => machineReadable.has(code));
