/** What a dataset measures: variables by name, and Croissant's record sets with their fields, as tables and columns. */
import type { Term } from '#harvesters/rdf/graph.ts';
import { isAbsoluteIri } from '#harvesters/rdf/iri.ts';
import { literal, type RawNode, type RawValue, rawNode } from '#schemas/reading.ts';
import {
  address,
  plain,
  push,
  type Rule,
  type Rules,
  references,
  type ThingReader,
  text,
  told,
} from './thing-reader.ts';
import { nameOf } from './things.ts';

/** Fields within fields; Croissant knows one level. */
const MAX_FIELD_DEPTH = 4;

const node = (of: RawNode): RawValue => ({ kind: 'node', node: of });

/** The table group of a dataset, made when its first variable is read. */
const groupOf = (into: RawNode): RawNode => {
  const [known] = into.properties.hasVariables ?? [];
  if (known?.kind === 'node') return known.node;
  const group = rawNode('TableGroup');
  into.properties.hasVariables = [node(group)];
  return group;
};

/** The table of variables that belong to no table of their own. */
const looseTableOf = (group: RawNode): RawNode => {
  for (const value of group.properties.table ?? []) {
    if (value.kind === 'node' && value.node.properties.title === undefined) return value.node;
  }
  const table = rawNode('Table');
  push(group.properties, 'table', node(table));
  return table;
};

const propertyId: Rule = (reader, term, into) => {
  const written = reader.things.graph.text(term).trim();
  return isAbsoluteIri(written) && !/\s/.test(written) && address('propertyUrl')(reader, term, into);
};

const variableRules: Rules = {
  name: text('title'),
  description: text('description'),
  alternateName: plain('name'),
  propertyID: propertyId,
};

/** `variableMeasured`: a name, or a PropertyValue that describes it. */
export const variable: Rule = (reader, term, into) => {
  const table = () => looseTableOf(groupOf(into));
  if (reader.canRead(term)) {
    push(table().properties, 'column', node(reader.read(term, 'Column', variableRules)));
    return true;
  }
  const column = rawNode('Column');
  const name = reader.text(term);
  if (name === undefined) return false;
  column.properties.title = [name];
  push(table().properties, 'column', node(column));
  return true;
};

/** Types of schema.org by their names, others by their addresses. */
const dataType: Rule = (reader, term, into) => {
  push(into.properties, 'datatype', literal(nameOf(reader.things.graph.text(term).trim())));
  return true;
};

/** Croissant's names are its own, but a page that declares no context of its own gives them to schema.org. */
const bothNames = (rules: Rules): Rules => ({
  ...rules,
  ...Object.fromEntries(Object.entries(rules).map(([name, rule]) => [`cr:${name}`, rule])),
});

const fieldRules: Rules = {
  ...references,
  ...bothNames({
    name: plain('name'),
    description: text('description'),
    dataType,
    equivalentProperty: address('propertyUrl'),
    // Read one by one, beside the field that holds them.
    subField: told,
  }),
};

/** `records/age` and `#age` say `age`. */
const tailOf = (iri: string | undefined): string | undefined => iri?.split(/[/#]/).findLast((piece) => piece !== '');

const valuesOf = (reader: ThingReader, term: Term, name: string): readonly Term[] => {
  const values = reader.values(term);
  return values.get(`cr:${name}`) ?? values.get(name) ?? [];
};

const addField = (reader: ThingReader, term: Term, table: RawNode, depth: number): boolean => {
  if (!reader.canRead(term) || depth > MAX_FIELD_DEPTH) return false;
  const column = reader.read(term, 'Column', fieldRules);
  const name = tailOf(reader.things.iri(term));
  if (column.properties.name === undefined && name !== undefined) column.properties.name = [literal(name)];
  push(table.properties, 'column', node(column));
  for (const inner of valuesOf(reader, term, 'subField')) addField(reader, inner, table, depth + 1);
  return true;
};

const tableRules: Rules = bothNames({
  name: text('title'),
  keywords: text('keyword'),
  field: (reader, term, into) => addField(reader, term, into, 0),
});

/** A record set of Croissant. */
export const recordSet: Rule = (reader, term, into) => {
  if (!reader.canRead(term)) return false;
  const table = reader.read(term, 'Table', tableRules);
  const name = tailOf(reader.things.iri(term));
  if (table.properties.title === undefined && name !== undefined) table.properties.title = [literal(name)];
  push(groupOf(into).properties, 'table', node(table));
  return true;
};
