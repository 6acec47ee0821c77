/** The properties of schema:Dataset under the keys of our table. What stands in no rule stays beside the record. */
import { isAbsoluteIri } from '#harvesters/rdf/iri.ts';
import { literal, rawNode } from '#schemas/reading.ts';
import { agent, contactRules, distribution, identifierText, period, place } from './part-rules.ts';
import { address, concept, part, plain, push, type Rule, type Rules, text, told } from './thing-reader.ts';
import type { Values } from './things.ts';
import { recordSet, variable } from './variables.ts';

/** A second name for the same dataset, with the register that gave it. */
const otherIdentifier: Rule = (reader, term, into) => {
  const notation = identifierText(reader, term);
  if (notation === undefined) return false;
  const node = rawNode('Identifier');
  node.properties.notation = [literal(notation)];
  const agency = term < 0 ? undefined : reader.first(reader.values(term), 'propertyID', 'name');
  if (agency !== undefined) node.properties.schemaAgency = [literal(agency)];
  push(into.properties, 'otherIdentifier', { kind: 'node', node });
  return true;
};

const identifier: Rule = (reader, term, into) => {
  const found = identifierText(reader, term);
  if (found === undefined) return false;
  push(into.properties, 'identifier', literal(found));
  return term < 0 || otherIdentifier(reader, term, into);
};

/** A subject: an address is a theme, a word is a keyword, and a defined term may be both. */
const subject: Rule = (reader, term, into) => {
  const written = term < 0 ? reader.things.graph.text(term).trim() : undefined;
  if (written !== undefined && !/^https?:\/\/\S+$/.test(written)) return text('keyword')(reader, term, into);
  const theme = reader.address(term);
  if (theme !== undefined) push(into.properties, 'theme', theme);
  const name = term < 0 ? undefined : reader.name(term);
  if (name === undefined) return theme !== undefined;
  const word = reader.text(term);
  if (word !== undefined) push(into.properties, 'keyword', word);
  return true;
};

/** Works are named by address or told in a text; only an address is a relation. */
const relation: Rule = (reader, term, into) => {
  const written = term < 0 ? reader.things.graph.text(term).trim() : reader.addressOf(term);
  if (written === undefined || !isAbsoluteIri(written) || /\s/.test(written)) return false;
  push(into.properties, 'relation', { kind: 'iri', value: written });
  // A described work says more than its address.
  return !reader.things.isDescribed(term);
};

/** The names of the catalogues that a dataset says it is in; told beside the record, not compared. */
export const CATALOGUE_NAMES: readonly string[] = ['includedInDataCatalog', 'catalog'];

/** What a dataset says, by the names of schema.org and Croissant. */
const datasetRules: Rules = {
  ...Object.fromEntries(CATALOGUE_NAMES.map((name) => [name, told])),
  name: text('title'),
  alternateName: text('alternative'),
  description: text('description'),
  url: address('landingPage'),
  identifier,
  sameAs: otherIdentifier,
  keywords: subject,
  about: subject,
  license: concept('license'),
  conditionsOfAccess: text('rights'),
  creator: agent('creator'),
  publisher: agent('publisher'),
  copyrightHolder: agent('rightsHolder'),
  contactPoint: part('contactPoint', 'ContactPoint', () => contactRules),
  datePublished: plain('issued'),
  dateModified: plain('modified'),
  temporalCoverage: period,
  temporal: period,
  spatialCoverage: place,
  spatial: place,
  inLanguage: concept('language'),
  version: plain('version'),
  isBasedOn: address('source'),
  citation: relation,
  distribution,
  variableMeasured: variable,
  recordSet,
  'cr:recordSet': recordSet,
};

/** The rules for one dataset: `author` and `provider` count where nobody stands under the names that come before them. */
export const datasetRulesFor = (values: Values): Rules => ({
  ...datasetRules,
  ...(values.has('creator') ? {} : { author: agent('creator') }),
  ...(values.has('publisher') ? {} : { provider: agent('publisher') }),
});
