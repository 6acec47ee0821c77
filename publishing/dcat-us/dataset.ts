/**
 * A dataset as DCAT-US 1.1 has it (Project Open Data metadata, https://project-open-data.cio.gov/v1.1/schema): one language, one
 * value where the schema takes one. What it requires and the record lacks is left out and not made up.
 */
import type { Dataset, RecordNode } from '#schemas/record.ts';
import { conceptByIri } from '#schemas/vocabulary.ts';
import {
  calendarDate,
  type DocumentLanguage,
  endsOf,
  formatOf,
  languageCode,
  mediaTypeOf,
  shortened,
  textIn,
  textsIn,
  webAddress,
  webAddresses,
} from '../profiles/plain-values.ts';
import { exampleMark, type Published } from '../published.ts';

/** Bounds of the official JSON Schema. */
const MAX_DESCRIPTION = 10_000;
const MAX_RIGHTS = 255;
const MAX_KEYWORDS = 1_000;
const MAX_KEYWORD = 1_000;

type Member =
  | string
  | readonly string[]
  | Readonly<Record<string, string>>
  | readonly Readonly<Record<string, string>>[];
export type DcatUsDataset = Readonly<Record<string, Member>>;

/** Members with a value; neither an empty list nor an empty text says anything. */
const known = <Value extends Member>(members: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) =>
      value === undefined || value.length === 0 ? [] : [[name, value]],
    ),
  );

const ACCESS_LEVELS: Readonly<Record<string, string>> = {
  PUBLIC: 'public',
  RESTRICTED: 'restricted public',
  NON_PUBLIC: 'non-public',
  CONFIDENTIAL: 'non-public',
  SENSITIVE: 'non-public',
};

const codeOf = (vocabulary: string, iri: string | undefined): string =>
  (iri === undefined ? undefined : conceptByIri(vocabulary, iri)?.code) ?? '';

/** How often, as a repeat of ISO 8601; the vocabulary has them among the words that it knows a frequency by. */
const repeatOf = (iri: string | undefined): string | undefined => {
  const concept = iri === undefined ? undefined : conceptByIri('frequency', iri);
  if (concept?.code === 'IRREG') return 'irregular';
  return concept?.aliases?.find((alias) => alias.startsWith('R/P'));
};

/** The first period of which both ends are known: the schema has no word for one that goes on. */
const temporalOf = ({ temporal = [] }: Dataset): string | undefined => {
  const ends = temporal.map(endsOf).find(({ start, end }) => start !== undefined && end !== undefined);
  return ends && `${ends.start}/${ends.end}`;
};

const spatialOf = ({ spatial = [] }: Dataset, language: DocumentLanguage): string =>
  spatial
    .flatMap(({ name, iri = '' }) => textIn(name ?? conceptByIri('country', iri)?.label, language) ?? [])
    .join(', ');

const publisherOf = (agent: Dataset['publisher'], language: DocumentLanguage) => {
  const name = textIn(agent?.name, language);
  return name === undefined ? undefined : { '@type': 'org:Organization', name };
};

const MAILBOX = /^(?:mailto:)?([^\s@:<>"]+@[^\s@<>".]+\.[^\s@<>"]+)$/i;

/** Who is written to: of several contact points the one with most of what is asked for. */
const contactOf = ({ contactPoint = [] }: Dataset, language: DocumentLanguage) => {
  const found = contactPoint
    .map(({ fn, organizationName, hasEmail }) => {
      const address = MAILBOX.exec(hasEmail?.trim() ?? '')?.[1];
      return known({
        fn: textIn(fn ?? organizationName, language),
        hasEmail: address === undefined ? undefined : `mailto:${address}`,
      });
    })
    .sort((one, other) => Object.keys(other).length - Object.keys(one).length)[0];
  return found === undefined || Object.keys(found).length === 0 ? undefined : { '@type': 'vcard:Contact', ...found };
};

const distributionOf = (node: RecordNode<'Distribution'>, language: DocumentLanguage): Record<string, string> => {
  const description = textIn(node.description, language);
  const [downloadURL] = webAddresses(node.downloadURL);
  const [accessURL] = webAddresses(node.accessURL);
  return known({
    '@type': 'dcat:Distribution',
    title: textIn(node.title, language),
    description: description && shortened(description, MAX_DESCRIPTION),
    downloadURL,
    accessURL,
    mediaType: mediaTypeOf(node),
    format: formatOf(node),
    conformsTo: firstStandard(node.conformsTo),
  });
};

const firstStandard = (standards: Dataset['conformsTo']): string | undefined =>
  webAddresses(standards?.flatMap(({ iri = [] }) => iri))[0];

/** An example says so where everybody reads it: the schema has no better place. */
const descriptionOf = ({ record, origin }: Published['entry'], language: DocumentLanguage): string | undefined => {
  const text = textIn(record.description, language);
  if (origin.example !== true) return text && shortened(text, MAX_DESCRIPTION);
  const mark = exampleMark[language];
  return text === undefined ? mark : `${shortened(text, MAX_DESCRIPTION - mark.length - 2)}\n\n${mark}`;
};

const rightsOf = ({ rights = [] }: Dataset, language: DocumentLanguage): string =>
  shortened(rights.flatMap(({ label }) => textIn(label, language) ?? []).join(' '), MAX_RIGHTS);

const keywordsOf = ({ keyword }: Dataset, language: DocumentLanguage): readonly string[] =>
  textsIn(keyword, language)
    .filter(({ length }) => length <= MAX_KEYWORD)
    .slice(0, MAX_KEYWORDS);

const themesOf = ({ theme = [] }: Dataset, language: DocumentLanguage): readonly string[] => [
  ...new Set(theme.flatMap((iri) => conceptByIri('data-theme', iri)?.label[language] ?? [])),
];

/** The dataset in a language; a text that the owner did not write in it stands in another. */
export const dcatUsDataset = ({ iri, entry }: Published, language: DocumentLanguage): DcatUsDataset => {
  const { record } = entry;
  return known<Member>({
    '@type': 'dcat:Dataset',
    identifier: iri,
    title: textIn(record.title, language),
    description: descriptionOf(entry, language),
    keyword: keywordsOf(record, language),
    modified: calendarDate(record.modified),
    issued: calendarDate(record.issued),
    publisher: publisherOf(record.publisher, language),
    contactPoint: contactOf(record, language),
    accessLevel: ACCESS_LEVELS[codeOf('access-right', record.accessRights)],
    rights: rightsOf(record, language),
    license: record.license === undefined ? undefined : webAddress(record.license),
    spatial: spatialOf(record, language),
    temporal: temporalOf(record),
    accrualPeriodicity: repeatOf(record.accrualPeriodicity),
    theme: themesOf(record, language),
    language: [...new Set((record.language ?? []).flatMap((each) => languageCode(each) ?? []))],
    landingPage: webAddresses(record.landingPage)[0],
    references: webAddresses(record.page?.flatMap(({ iri: page = [] }) => page)),
    conformsTo: firstStandard(record.conformsTo),
    isPartOf: record.inSeries?.[0]?.trim().toWellFormed(),
    distribution: (record.distribution ?? []).map((each) => distributionOf(each, language)),
  });
};
