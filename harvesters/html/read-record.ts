/** One record out of its part of a page: the profile's fields first, then every label that is known, then the variables. */
import { literal, type RawRecord, type Reading } from '#schemas/reading.ts';
import { lineOf, withAncestors } from './dom.ts';
import { type Found, findField, type Labels, labelsOf, type Scope, selected, whereOf } from './fields.ts';
import { identifierOf } from './identifier.ts';
import type { Labelled } from './labelled.ts';
import type { Profile } from './profile.ts';
import { RecordBuilder } from './raw-record.ts';
import type { FieldRule } from './settings.ts';
import { matchLabel, normaliseLabel } from './synonyms.ts';
import { tablesIn } from './tables.ts';
import { isVariableTable, type NamedTable, namedTables, variablesOf } from './variables.ts';

/** A record of more labels is no register; the rest would only fill its report. */
const MAX_LABELS_PER_RECORD = 1000;

/** What a page's part was read as: a record and what is wrong about the page, or a rejection. */
type Outcome = Extract<Reading, { kind: 'record' | 'rejection' }>;

/** The first rule that finds a property in a language wins; a later one may add another language. */
const addFields = (builder: RecordBuilder, rules: readonly FieldRule[], scope: Scope, labels: Labels): void => {
  const filled = new Set<string>();
  for (const rule of rules) {
    const slot = ({ fragment }: Found): string => `${rule.property} ${builder.languageOf(fragment, rule.language)}`;
    const fresh = findField(rule, scope, labels).filter((found) => !filled.has(slot(found)));
    for (const found of fresh) {
      builder.addField(rule, found);
      filled.add(slot(found));
    }
  }
};

/** Every label that was found where the profile says to look, in the order of the page. */
const labelledIn = (
  { pairs, sections, columns }: Labels,
  { read }: Profile,
  builder: RecordBuilder,
): readonly Labelled[] => [
  ...(read.has('pairs') ? pairs : []),
  ...(read.has('headings')
    ? sections.filter(({ heading }) => heading.name !== 'h1' && !builder.isTaken([heading]))
    : []),
  ...(read.has('columns') ? columns : []),
];

/** Sections without what has been read already: tables of variables, their headings, and pairs of label and value. */
const withoutTwice = (labels: Labels, tables: readonly NamedTable[], profile: Profile): Labels => {
  const headings = new Set(tables.map(({ heading }) => heading));
  const inTables = withAncestors(tables.map(({ table }) => table.element));
  const pairs = profile.read.has('pairs') ? labels.pairs.flatMap(({ element }) => element ?? []) : [];
  const claimed = withAncestors(pairs);
  const sections = labels.sections.flatMap((section) => {
    const { nodes, language } = section.fragment;
    // A heading over tables of variables ("Tabeller") is no label either, unless it is a known one.
    const overTables = nodes.some((node) => inTables.has(node)) && !matchLabel(section.label, profile.labels);
    if (headings.has(section.heading) || overTables) return [];
    const rest = nodes.filter((node) => !claimed.has(node) && !inTables.has(node));
    return [{ ...section, fragment: { nodes: rest, language } }];
  });
  return { ...labels, sections };
};

const addLabel = (builder: RecordBuilder, { label, fragment }: Labelled, profile: Profile): void => {
  const match = matchLabel(label, profile.labels);
  if (!match) {
    builder.unmapped(label, fragment);
    return;
  }
  if (match.guessed) builder.repair('label-misspelt', match.target.property, label);
  builder.add({ ...match.target, label, fragment });
};

/** A list and a paragraph in it may both show the same pair; what a rule of the profile took is not told again. */
const addLabels = (builder: RecordBuilder, labelled: readonly Labelled[], profile: Profile): void => {
  if (labelled.length > MAX_LABELS_PER_RECORD) {
    builder.repair('too-many-values', undefined, `${labelled.length} labels`);
  }
  const seen = new Set<string>();
  for (const one of labelled.slice(0, MAX_LABELS_PER_RECORD)) {
    const value = lineOf(one.fragment.nodes);
    const name = normaliseLabel(one.label);
    const pair = `${name} ${value}`;
    if (value === '' || seen.has(pair) || profile.skip.has(name) || builder.isTaken(one.fragment.nodes)) continue;
    seen.add(pair);
    addLabel(builder, one, profile);
  }
};

/** The tables of variables, which the labels around them must not be mixed up with. */
const variableTablesIn = (scope: Scope, profile: Profile): NamedTable[] => {
  if (!profile.variables || scope.row) return [];
  const picked = new Set(selected(scope, profile.variables.tables));
  const tables = tablesIn(scope.nodes).filter((table) => picked.has(table.element) && isVariableTable(table));
  return namedTables(tables, scope.nodes);
};

const addVariables = (builder: RecordBuilder, tables: readonly NamedTable[], scope: Scope): void => {
  const variables = variablesOf(tables, scope.language);
  if (!variables) return;
  builder.node.properties.hasVariables = [{ kind: 'node', node: variables.group }];
  builder.node.properties.hasStructuredData = [literal('true')];
  if (variables.dropped > 0) builder.repair('too-many-variables', 'hasVariables', String(variables.dropped));
};

const missing = (rule: FieldRule, identifier: string | null, scope: Scope): Outcome => ({
  kind: 'rejection',
  code: 'missing-field',
  identifier,
  message: `No ${rule.property} on ${scope.url}: ${whereOf(rule)} gave nothing.`,
  place: scope.place,
});

/** True when the page says nothing of a register but what every page has. */
export const saysNothing = ({ node }: RawRecord): boolean => {
  const told = Object.keys(node.properties).filter((key) => !['title', 'landingPage', 'language'].includes(key));
  return told.length === 0;
};

/** Reads one record; a required field that is not there makes it a rejection that names where it was looked for. */
export function readRecord(scope: Scope, profile: Profile): Outcome {
  const tables = variableTablesIn(scope, profile);
  const labels = withoutTwice(labelsOf(scope, profile), tables, profile);
  const builder = new RecordBuilder(scope.base, scope.language);
  const identifier = identifierOf(profile.identifier, scope, labels);
  addFields(builder, profile.fields, scope, labels);
  addLabels(builder, labelledIn(labels, profile, builder), profile);
  addVariables(builder, tables, scope);
  const absent = profile.fields.find(({ required, property }) => required && !builder.has(property));
  if (absent) return missing(absent, identifier, scope);
  if (!builder.has('title'))
    return missing({ property: 'title', label: ['Titel', 'Navn', 'Register'] }, identifier, scope);
  if (profile.landing === 'page' && scope.isPage && !builder.has('landingPage'))
    builder.node.properties.landingPage = [{ kind: 'iri', value: scope.url }];
  const record: RawRecord = {
    kind: 'Dataset',
    identifier,
    node: builder.node,
    repairs: builder.repairs,
    place: scope.place,
  };
  return { kind: 'record', record };
}
