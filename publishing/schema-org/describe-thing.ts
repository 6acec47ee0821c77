/** The parts of a record as things of schema.org, by the table of terms. */
import { type ClassName, isClassName, type Property } from '#schemas/property.ts';
import type { RecordNode } from '#schemas/record.ts';
import { conceptByIri, vocabularies } from '#schemas/vocabulary.ts';
import { calendarDate, endsOf, formatOf, languageCode, mediaTypeOf, webAddress } from '../profiles/plain-values.ts';
import { type Json, languageTexts, type Thing, thingOf } from './json.ts';
import { placeOf } from './place.ts';
import { type SchemaOrgTerm, schemaOrgTerms } from './terms.ts';

type Node = Readonly<Record<string, unknown>>;
type Values = readonly Json[];

/** `start/end`, with `..` for an end that is open (ISO 8601-2, as schema.org has it). */
const periodText = (period: RecordNode<'Period'>): Values => {
  const { start, end } = endsOf(period);
  return start === undefined && end === undefined ? [] : [`${start ?? '..'}/${end ?? '..'}`];
};

const identifierOf = ({ notation, schemaAgency }: RecordNode<'Identifier'>): Values =>
  notation === undefined
    ? []
    : [
        thingOf('PropertyValue', undefined, {
          value: [notation.toWellFormed()],
          propertyID: schemaAgency === undefined ? [] : [schemaAgency.toWellFormed()],
        }),
      ];

const variablesOf = ({ table = [] }: RecordNode<'TableGroup'>): Values =>
  table
    .flatMap(({ column = [] }) => column)
    .map(({ iri, name, title, description, propertyUrl }) => {
      const code = name === undefined || name.trim() === '' ? [] : [name.toWellFormed()];
      const titles = languageTexts(title);
      return thingOf('PropertyValue', iri, {
        name: titles.length === 0 ? code : titles,
        alternateName: titles.length === 0 ? [] : code,
        description: languageTexts(description),
        propertyID: [propertyUrl].flatMap((url) => (url === undefined ? [] : (webAddress(url) ?? []))),
      });
    });

/** A licence by its address; one that is told in words is a work that has a name. */
const licenceOf = (value: string): Json => webAddress(value) ?? { '@type': 'CreativeWork', name: value.toWellFormed() };

const themeOf = (value: string): Values => {
  const concept = conceptByIri('data-theme', value);
  const url = webAddress(value);
  if (url === undefined) return [value.toWellFormed()];
  const scheme = vocabularies['data-theme']?.scheme ?? '';
  if (concept === undefined) return [thingOf('DefinedTerm', url, {})];
  return [thingOf('DefinedTerm', url, { termCode: [concept.code], inDefinedTermSet: [scheme] })];
};

const conceptOf = (value: string, { vocabulary }: Property): Values => {
  if (vocabulary === 'language') return [languageCode(value) ?? []].flat();
  if (vocabulary === 'licence') return [licenceOf(value)];
  if (vocabulary === 'data-theme') return themeOf(value);
  return [webAddress(value) ?? value.toWellFormed()];
};

/** A mailbox is an address in the record and a text here. */
const literalOf = (value: string, term: string): string =>
  (term === 'email' ? value.replace(/^\s*mailto:/i, '') : value).toWellFormed();

const plainOf = (value: unknown, { row, term }: SchemaOrgTerm): Values => {
  const text = String(value);
  if (text.trim() === '') return [];
  if (row.range === 'concept') return conceptOf(text, row);
  if (row.range === 'date') return [calendarDate(text) ?? []].flat();
  if (row.range === 'iri' && term !== 'email') return [webAddress(text) ?? []].flat();
  return [literalOf(text, term)];
};

/** How nodes of a class are written; the record's schema has said that they are of it. */
const partWriters: Partial<Record<ClassName, (node: Node) => Values>> = {
  // Those who make and keep registers are organisations; a record does not tell persons from them.
  Agent: (node) => [thing('Organization', 'Agent', node)],
  AgentContactPoint: (node) => [thing('ContactPoint', 'AgentContactPoint', node)],
  ContactPoint: (node) => [thing('ContactPoint', 'ContactPoint', node)],
  Distribution: (node) => [downloadOf(node)],
  Location: (node) => [placeOf(node)],
  Period: periodText,
  Identifier: identifierOf,
  TableGroup: variablesOf,
  RightsStatement: ({ label }: RecordNode<'RightsStatement'>) => languageTexts(label),
};

const valuesOf = (value: unknown, term: SchemaOrgTerm): Values => {
  const { range } = term.row;
  if (range === 'text' || range === 'texts') return languageTexts(value as Readonly<Record<string, string>>);
  const each = isClassName(range)
    ? (one: unknown) => partWriters[range]?.(one as Node) ?? []
    : (one: unknown) => plainOf(one, term);
  return [value].flat().flatMap(each);
};

/** What the table has a term for, by its term; two properties under one term are a list together. */
export const membersOf = (name: keyof typeof schemaOrgTerms, node: Node): Record<string, Values> => {
  const members: Record<string, Values> = {};
  for (const term of schemaOrgTerms[name]) {
    const value = node[term.row.key];
    if (value !== undefined) members[term.term] = [...(members[term.term] ?? []), ...valuesOf(value, term)];
  }
  return members;
};

const thing = (type: string, name: keyof typeof schemaOrgTerms, node: Node): Thing =>
  thingOf(type, node.iri === undefined ? undefined : String(node.iri), membersOf(name, node));

const SHA256 = /checksumAlgorithm_sha256$/i;

/** The checksum of a file where it is of the one kind that schema.org knows. */
export const sha256Of = ({ checksum }: RecordNode<'Distribution'>): readonly string[] =>
  SHA256.test(checksum?.algorithm ?? '') && /^[\da-f]{64}$/i.test(checksum?.checksumValue ?? '')
    ? [(checksum?.checksumValue ?? '').toLowerCase()]
    : [];

/** A distribution: what can be downloaded has a `contentUrl`, what is applied for only a page (`url`). */
const downloadOf = (node: RecordNode<'Distribution'>): Thing => {
  const format = mediaTypeOf(node) ?? formatOf(node);
  return thingOf('DataDownload', node.iri, {
    ...membersOf('Distribution', node),
    encodingFormat: format === undefined ? [] : [format],
    sha256: sha256Of(node),
  });
};
