/** One record out of its part of a page: the profile's fields first, then every label that is known, then the variables. */
import { literal, type RawRecord, type Reading } from '#schemas/reading.ts';
import { lineOf } from './dom.ts';
import { findField, type Labels, labelsOf, type Scope, selected, whereOf } from './fields.ts';
import { identifierOf } from './identifier.ts';
import type { Labelled } from './labelled.ts';
import type { Profile } from './profile.ts';
import { RecordBuilder } from './raw-record.ts';
import type { FieldRule } from './settings.ts';
import { matchLabel, normaliseLabel } from './synonyms.ts';
import { tablesIn } from './tables.ts';
import { isVariableTable, type NamedTable, namedTables, variablesOf } from './variables.ts';

/** What a page's part was read as: a record and what is wrong about the page, or a rejection. */
type Outcome = Extract<Reading, { kind: 'record' | 'rejection' }>;

/** The first rule that finds a property in a language wins; a later one may add another language. */
const addFields = (builder: RecordBuilder, rules: readonly FieldRule[], scope: Scope, labels: Labels): void => {
  const found = new Set<string>();
  for (const rule of rules) {
    const { property, transform } = rule;
    const fragments = findField(rule, scope, labels);
    const fresh = fragments.filter(
      (fragment) => !found.has(`${property} ${builder.languageOf(fragment, rule.language)}`),
    );
    for (const fragment of fresh) {
      const language = builder.languageOf(fragment, rule.language);
      builder.add({ property, transform, label: property, fragment, ...(language && { language }) });
      builder.take(fragment);
    }
    for (const fragment of fresh) found.add(`${property} ${builder.languageOf(fragment, rule.language)}`);
  }
};

/** Every label that was found where the profile says to look, in the order of the page. */
const labelledIn = ({ pairs, sections, columns }: Labels, { read }: Profile): readonly Labelled[] => [
  ...(read.has('pairs') ? pairs : []),
  ...(read.has('headings') ? sections.filter(({ heading }) => heading.name !== 'h1') : []),
  ...(read.has('columns') ? columns : []),
];

/** A section under a table's own heading says what the table is, not what the register is. */
const withoutTables = (labels: Labels, tables: readonly NamedTable[]): Labels => {
  const headings = new Set(tables.map(({ heading }) => heading));
  return { ...labels, sections: labels.sections.filter(({ heading }) => !headings.has(heading)) };
};

const addLabels = (builder: RecordBuilder, labelled: readonly Labelled[], profile: Profile): void => {
  const inPairs = new Set<string>();
  for (const { label, fragment } of labelled) {
    if (profile.skip.has(normaliseLabel(label)) || builder.isTaken(fragment)) continue;
    const once = `${normaliseLabel(label)} ${lineOf(fragment.nodes)}`;
    if (inPairs.has(once)) continue;
    inPairs.add(once);
    const match = matchLabel(label, profile.labels);
    if (!match) {
      builder.unmapped(label, fragment);
      continue;
    }
    if (match.guessed) builder.repair('label-misspelt', match.target.property, label);
    builder.add({ ...match.target, label, fragment });
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
  const labels = withoutTables(labelsOf(scope, profile), tables);
  const builder = new RecordBuilder(scope.url, scope.language);
  const identifier = identifierOf(profile.identifier, scope, labels);
  addFields(builder, profile.fields, scope, labels);
  addLabels(builder, labelledIn(labels, profile), profile);
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
