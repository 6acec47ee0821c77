/** The tests of F-UJI 0.8 that a description, and what is known of its links, can answer. */
import type { Measurement } from '#schemas/assessment.ts';
import type { Dataset } from '#schemas/record.ts';
import { fileTypesOf, isNonProprietary } from './open-formats.ts';
import { type Circumstances, distributionsOf, isSaid, type Subject } from './subject.ts';

const UNIQUE =
  /^(?:https?|ftp|urn|doi|hdl|ark|info):\S+$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^10\.\d{4,9}\/\S+$/i;
/** Handles, DOIs, ARKs, and addresses that are kept by a registry of persistent ones. */
const PERSISTENT =
  /^(?:doi:|hdl:|ark:|urn:nbn:|10\.\d{4,9}\/)|^https?:\/\/(?:(?:dx\.)?doi\.org|hdl\.handle\.net|n2t\.net|w3id\.org|purl\.(?:org|oclc\.org)|identifiers\.org)\//i;
const STANDARD_PROTOCOL = /^(?:https?|ftps?|sftp):/i;
const AUTHENTICATING_PROTOCOL = /^(?:https?|ftps|sftp):/i;
/** Formats that F-UJI's list has as long-lived or scientific, beside those that are free and those that are text. */
const SCIENTIFIC: ReadonlySet<string> = new Set([
  'GEOTIFF',
  'GIF',
  'GML',
  'HDF',
  'JPEG',
  'MP3',
  'MPEG4',
  'PDF',
  'SHP',
  'SVG',
  'WAV',
  'XLS',
  'XLSX',
]);

const identifiersOf = ({ iri, identifier, otherIdentifier }: Dataset): readonly string[] =>
  [iri, ...(identifier ?? []), ...(otherIdentifier ?? []).map(({ notation }) => notation)].filter(
    (one) => one !== undefined,
  );

const matches = (pattern: RegExp, values: readonly string[]): boolean => values.some((value) => pattern.test(value));

/** Where the data are: files to download, or services that give them. A page on which access is applied for is neither. */
const dataAddresses = (subject: Subject): readonly string[] => [
  ...distributionsOf(subject).flatMap(({ downloadURL, accessService }) => [
    ...(downloadURL ?? []),
    ...(accessService ?? []).flatMap(({ endpointURL }) => endpointURL ?? []),
  ]),
  ...(subject.record.service ?? []).flatMap(({ endpointURL }) => endpointURL ?? []),
];

const addressesOfMetadata = ({ iri, landingPage }: Dataset): readonly string[] =>
  [iri, ...(landingPage ?? [])].filter((one) => one !== undefined);

/** True where one address answers with success, false where all asked do not, null where none was asked. */
function answers(addresses: readonly string[], links: Circumstances['links']): boolean | null {
  if (addresses.length === 0) return false;
  const asked = addresses.map((address) => links.get(address)).filter((status) => status !== undefined);
  if (asked.some((status) => status >= 200 && status <= 299)) return true;
  return asked.length < addresses.length ? null : false;
}

const has = (record: Dataset, keys: readonly (keyof Dataset)[], modality: 'every' | 'some' = 'some'): boolean =>
  keys[modality]((key) => isSaid(record[key]));

const isDeliveryTold = (subject: Subject): boolean =>
  distributionsOf(subject).some(
    ({ format, mediaType, byteSize, accessService }) =>
      (isSaid(byteSize) && (isSaid(format) || isSaid(mediaType))) ||
      (accessService ?? []).some(({ endpointURL }) => isSaid(endpointURL)),
  );

const isGoodFormat = (subject: Subject): boolean =>
  distributionsOf(subject).some(({ format, mediaType }) => {
    const fileTypes = fileTypesOf(format, mediaType);
    return isNonProprietary(fileTypes) || fileTypes.some((code) => SCIENTIFIC.has(code));
  });

export function measureFair(subject: Subject, links: Circumstances['links']): Measurement[] {
  const { record } = subject;
  const identifiers = identifiersOf(record);
  const data = dataAddresses(subject);
  const metadata = addressesOfMetadata(record);
  const cited = has(record, ['title', 'creator', 'publisher', 'issued'], 'every') && matches(UNIQUE, identifiers);
  const answered: Readonly<Record<string, boolean | null>> = {
    'FsF-F1-01MD-1': matches(UNIQUE, identifiers),
    'FsF-F1-02MD-1': matches(PERSISTENT, identifiers),
    'FsF-F2-01M-2': cited,
    'FsF-F2-01M-3': cited && has(record, ['description', 'keyword'], 'every'),
    'FsF-F3-01M-2': data.length > 0,
    'FsF-A1-01M-1': has(record, ['accessRights']),
    'FsF-A1-02MD-1': answers(metadata, links),
    'FsF-A1-02MD-2': answers(data, links),
    'FsF-A1.1-01MD-1': matches(STANDARD_PROTOCOL, metadata),
    'FsF-A1.1-01MD-2': matches(STANDARD_PROTOCOL, data),
    'FsF-A1.2-01MD-1': matches(AUTHENTICATING_PROTOCOL, metadata),
    'FsF-A1.2-01MD-2': matches(AUTHENTICATING_PROTOCOL, data),
    'FsF-I3-01M': has(record, [
      'relation',
      'source',
      'isReferencedBy',
      'qualifiedRelation',
      'hasVersion',
      'isVersionOf',
      'inSeries',
    ]),
    // A record of a catalogue of datasets says by its class what it describes.
    'FsF-R1-01M-1': true,
    'FsF-R1-01M-2': isDeliveryTold(subject),
    'FsF-R1.1-01M-1': has(record, ['license']) || distributionsOf(subject).some(({ license }) => isSaid(license)),
    'FsF-R1.2-01M': has(record, [
      'publisher',
      'creator',
      'issued',
      'modified',
      'source',
      'hasVersion',
      'isReferencedBy',
      'provenance',
      'wasGeneratedBy',
      'qualifiedAttribution',
    ]),
    'FsF-R1.3-02D-1': isGoodFormat(subject),
  };
  return Object.entries(answered).map(([metric, value]) => ({ metric, on: 'dataset', value }));
}
