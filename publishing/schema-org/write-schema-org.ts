/**
 * A dataset as `Dataset` of schema.org, in JSON-LD: what search engines for data read. Texts stand in every language that the
 * owner wrote, each with its tag. The context is inside and refers to nothing that would have to be fetched.
 */
import { isAbsoluteIri } from '#schemas/lexical-form.ts';
import type { CatalogueEntry, Dataset, RecordNode } from '#schemas/record.ts';
import type { Texts } from '#schemas/texts.ts';
import { conceptByIri, isOfScheme } from '#schemas/vocabulary.ts';
import type { Addresses } from '../addresses.ts';
import { catalogueTitle } from '../catalogue-description.ts';
import { type DocumentLanguage, shortened } from '../profiles/plain-values.ts';
import { recordInLanguage } from '../profiles/record-in-language.ts';
import { exampleMark, type Published } from '../published.ts';
import { iriTerm } from '../rdf/term.ts';
import { membersOf } from './describe-thing.ts';
import { type Json, jsonLdText, languageTexts, type Thing, thingOf } from './json.ts';

const ADDRESS = { '@type': '@id' } as const;

/** As schema.org's own context has it, of the terms that we write an address under. */
const context = {
  '@vocab': 'https://schema.org/',
  ...Object.fromEntries(
    ['url', 'contentUrl', 'license', 'isBasedOn', 'isPartOf', 'subjectOf', 'sameAs'].map((term) => [term, ADDRESS]),
  ),
};

/** Search engines take no description beyond this; they ask for 50 characters as well, but a short one is not made longer. */
const MAX_DESCRIPTION = 5_000;

const shortTexts = (texts: Dataset['description']): Dataset['description'] =>
  texts && Object.fromEntries(Object.entries(texts).map(([each, text]) => [each, shortened(text, MAX_DESCRIPTION)]));

/** The licence of the dataset, or the one that all its distributions have. */
const licenceOf = ({ license, distribution = [] }: Dataset): string | undefined => {
  if (license !== undefined) return license;
  const [only, ...more] = new Set(distribution.map((each) => each.license));
  return more.length === 0 ? only : undefined;
};

/** Who may get at the data, in words. */
const accessWords = ({ accessRights }: Dataset, language: DocumentLanguage | undefined): readonly Json[] => {
  const concept = accessRights === undefined ? undefined : conceptByIri('access-right', accessRights);
  return concept === undefined ? [] : ours(concept.label, language);
};

/** Free is only said of public data under a licence that the European list knows: of all others nobody said so. */
const isFree = (record: Dataset): boolean =>
  record.accessRights?.endsWith('/PUBLIC') === true && isOfScheme('licence', licenceOf(record) ?? '');

/** Our own texts are in both languages; a document of one language has them in it alone. */
const ours = (texts: Texts, language: DocumentLanguage | undefined): readonly Json[] =>
  languageTexts(language === undefined ? texts : { [language]: texts[language] });

const catalogueThing = ({ catalogueIri, catalogue }: Addresses, language: DocumentLanguage | undefined): Thing =>
  thingOf('DataCatalog', catalogueIri, { name: ours(catalogueTitle, language), url: [catalogue] });

/** What the catalogue says besides: the owner's own address of it, that it is in here, and that an example is one. */
const ourMembers = (
  { iri, entry }: Published,
  addresses: Addresses,
  language: DocumentLanguage | undefined,
): Record<string, readonly Json[]> => {
  const { record, origin } = entry;
  const own = record.iri;
  return {
    ...(own !== undefined && own !== iri && isAbsoluteIri(own) && { sameAs: [iriTerm(own).value] }),
    ...(isFree(record) && { isAccessibleForFree: [true] }),
    ...(origin.example === true && { disambiguatingDescription: ours(exampleMark, language) }),
    includedInDataCatalog: [catalogueThing(addresses, language)],
  };
};

/** A country with the name that its vocabulary has for it. */
const named = (place: RecordNode<'Location'>): RecordNode<'Location'> => {
  const label = conceptByIri('country', place.iri ?? '')?.label;
  return place.name === undefined && label !== undefined ? { ...place, name: label } : place;
};

/** What is derived before it is written: schema.org asks for a licence and an address where the record may have several. */
const prepared = ({ record, identifier }: CatalogueEntry): Dataset => {
  const license = licenceOf(record);
  return {
    ...record,
    ...(record.description && { description: shortTexts(record.description) ?? {} }),
    ...(license !== undefined && { license }),
    ...(record.spatial && { spatial: record.spatial.map(named) }),
    ...(record.identifier === undefined && identifier !== null && { identifier: [identifier] }),
  };
};

/** The dataset as a thing, without a context. @param language the only one of its texts; all that there are unless it is named. */
export const schemaOrgDataset = (published: Published, addresses: Addresses, language?: DocumentLanguage): Thing => {
  const { iri, entry } = published;
  const whole = prepared(entry);
  const members = membersOf('Dataset', language === undefined ? whole : recordInLanguage(whole, language));
  const { url = [], conditionsOfAccess = [] } = members;
  return thingOf('Dataset', iri, {
    ...members,
    // Without a page of the owner's, ours is where the dataset is told of.
    url: url.length === 0 ? [iri] : url,
    conditionsOfAccess: [...accessWords(entry.record, language), ...conditionsOfAccess],
    ...ourMembers(published, addresses, language),
  });
};

/** The dataset as one document. */
export const writeSchemaOrg = (published: Published, addresses: Addresses, language?: DocumentLanguage): string =>
  jsonLdText({ '@context': context, ...schemaOrgDataset(published, addresses, language) });

/** A part of the catalogue, with the datasets in it as `schemaOrgDataset` writes them. */
export const schemaOrgCatalogue = (
  datasets: readonly Thing[],
  addresses: Addresses,
  language?: DocumentLanguage,
): string => jsonLdText({ '@context': context, ...catalogueThing(addresses, language), dataset: datasets });
