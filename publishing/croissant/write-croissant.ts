/**
 * A dataset in Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-spec.html): schema.org with the files that can be downloaded, and the
 * tables and columns in them. A register that is only applied for has no files here, and says its columns all the same. What
 * the specification requires and the record lacks (licence, creator, date of publication) is left out and not made up.
 */
import type { Dataset } from '#schemas/record.ts';
import type { Addresses } from '../addresses.ts';
import { type DocumentLanguage, languageOf } from '../profiles/plain-values.ts';
import { profileTable } from '../profiles/profiles.ts';
import { recordInLanguage } from '../profiles/record-in-language.ts';
import type { Published } from '../published.ts';
import { type Json, jsonLdText, type Thing } from '../schema-org/json.ts';
import { schemaOrgDataset } from '../schema-org/write-schema-org.ts';
import { croissantContext } from './context.ts';
import { filesOf } from './files.ts';
import { recordSetsOf } from './record-sets.ts';

/** Croissant is read in English wherever it is read. */
const PREFERRED: DocumentLanguage = 'en';

/** The language of the document is that of its title; undefined for a title in neither of the two. */
const documentLanguage = ({ title = {} }: Dataset, asked: DocumentLanguage): DocumentLanguage | undefined => {
  const found = languageOf(title, asked);
  return found === 'da' || found === 'en' ? found : undefined;
};

/** Texts in the document's own language are plain ones, as Croissant's readers expect; all others keep their tags. */
const untagged = (value: Json, language: DocumentLanguage | undefined): Json => {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((each) => untagged(each, language));
  if ('@value' in value && value['@language'] === language) return value['@value'] ?? '';
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, untagged(each, language)]));
};

const NOT_CHANGING = /\/(?:NEVER|NOT_PLANNED)$/;

/** Data that are added to have no checksum that lasts, and readers want to know it. */
const isLive = ({ accrualPeriodicity }: Dataset): boolean =>
  accrualPeriodicity?.includes('/authority/frequency/') === true &&
  !NOT_CHANGING.test(accrualPeriodicity) &&
  !accrualPeriodicity.endsWith('/UNKNOWN');

/** @param asked the language of the texts, where the owner wrote it; English unless it is named. */
export function writeCroissant(
  published: Published,
  addresses: Addresses,
  asked: DocumentLanguage = PREFERRED,
): string {
  const language = documentLanguage(published.entry.record, asked);
  const record = recordInLanguage(published.entry.record, asked);
  // Variables stand as fields, and a file is more than a download.
  const {
    '@type': _type,
    variableMeasured: _variables,
    distribution: _downloads,
    ...dataset
  } = schemaOrgDataset(published, addresses, asked);
  const files = filesOf(record);
  const recordSets = recordSetsOf(record, files);
  const document: Thing = {
    '@type': 'sc:Dataset',
    conformsTo: profileTable.croissant.iri,
    ...dataset,
    ...(isLive(record) && { isLiveDataset: true }),
    ...(files.length > 0 && { distribution: files.map(({ thing }) => thing) }),
    ...(recordSets.length > 0 && { recordSet: recordSets }),
  };
  const texts = untagged(document, language) as Thing;
  return jsonLdText({ '@context': croissantContext(language), ...texts });
}
