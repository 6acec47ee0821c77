/** Tables of variables as CSVW: a table group for the page, a table for each of its tables, a column for each variable. */
import { literal, type RawNode, type RawValue, rawNode } from '#schemas/reading.ts';
import { type Element, elementsIn, isElement, lineOf, type Node, textOf } from './dom.ts';
import type { Labelled } from './labelled.ts';
import { keepUnmapped } from './raw-record.ts';
import { normaliseLabel } from './synonyms.ts';
import type { ColumnTable, TableRow } from './tables.ts';

/** A page of more variables than this is cut, with a problem; the largest real register has some thousands. */
export const MAX_VARIABLES_PER_PAGE = 20_000;

type Part = 'name' | 'title' | 'description' | 'datatype' | 'propertyUrl';

const parts: Readonly<Record<Part, readonly string[]>> = {
  name: [
    'navn',
    'variabel',
    'variabelnavn',
    'feltnavn',
    'name',
    'variable',
    'variable name',
    'field',
    'field name',
    'teknisk navn',
    'kolonne',
    'column',
    'variabler',
    'variables',
  ],
  title: [
    'beskrivende navn',
    'titel',
    'label',
    'title',
    'descriptive name',
    'variabelbeskrivelse kort',
    'visningsnavn',
    'dansk navn',
  ],
  description: [
    'beskrivelse',
    'variabelbeskrivelse',
    'description',
    'indhold',
    'forklaring',
    'generel beskrivelse',
    'definition',
    'variable description',
  ],
  datatype: ['datatype', 'type', 'data type', 'format', 'variabeltype', 'felttype'],
  propertyUrl: ['definitionsadresse', 'property url', 'begreb'],
};

const partOf = new Map(
  Object.entries(parts).flatMap(([part, names]) => names.map((name) => [normaliseLabel(name), part as Part] as const)),
);

const partOfColumn = (column: string): Part | undefined => partOf.get(normaliseLabel(column));

/** A table of variables names them in one column and says something of them in another. */
export function isVariableTable({ columns, rows }: ColumnTable): boolean {
  const found = new Set(columns.map(partOfColumn));
  return (
    rows.length > 0 && found.has('name') && (found.has('title') || found.has('description') || found.has('datatype'))
  );
}

const cellValue = (part: Part, { fragment }: Labelled, language: string | undefined): RawValue => {
  const translated = part === 'title' || part === 'description';
  return translated ? literal(textOf(fragment.nodes), language) : literal(lineOf(fragment.nodes));
};

/** A variable; what CSVW has no word for, such as the years it is valid in, stays under the column's own name. */
function variableOf({ cells }: TableRow, language: string | undefined): RawValue[] {
  const node = rawNode('Column');
  for (const cell of cells) {
    const part = partOfColumn(cell.label);
    const spoken = cell.fragment.language ?? language;
    if (part === undefined || node.properties[part]) {
      keepUnmapped(node, cell.label, literal(lineOf(cell.fragment.nodes), spoken));
    } else node.properties[part] = [cellValue(part, cell, spoken)];
  }
  return node.properties.name ? [{ kind: 'node', node }] : [];
}

/** The variables of a page, and how many of them were left out. */
export interface Variables {
  readonly group: RawNode;
  readonly dropped: number;
}

/** A table and what it is called: its caption, or the heading above it. */
export interface NamedTable {
  readonly table: ColumnTable;
  readonly title: string | undefined;
  /** The heading that names it: no label of the register. */
  readonly heading: Element | undefined;
}

const captionOf = ({ children }: Element): string | undefined => {
  const caption = children.find((child) => isElement(child) && child.name === 'caption');
  return caption ? lineOf([caption]) || undefined : undefined;
};

/** Names tables by their captions, or by the heading that stands before them. */
export function namedTables(tables: readonly ColumnTable[], nodes: readonly Node[]): NamedTable[] {
  const byElement = new Map(tables.map((table) => [table.element, table]));
  let heading: Element | undefined;
  return elementsIn(nodes, ({ name }) => /^h[2-6]$|^table$/.test(name)).flatMap((element) => {
    if (element.name !== 'table') heading = element;
    const table = byElement.get(element);
    const title = captionOf(element) ?? (heading && lineOf(heading.children));
    return table ? [{ table, title, heading }] : [];
  });
}

/** Makes a table group of tables of variables; undefined when they hold none. */
export function variablesOf(tables: readonly NamedTable[], language: string | undefined): Variables | undefined {
  let left = MAX_VARIABLES_PER_PAGE;
  let dropped = 0;
  const nodes = tables.flatMap(({ table, title }): RawValue[] => {
    const columns = table.rows.flatMap((row) => variableOf(row, language));
    const kept = columns.slice(0, left);
    dropped += columns.length - kept.length;
    left -= kept.length;
    if (kept.length === 0) return [];
    const node = rawNode('Table');
    if (title) node.properties.title = [literal(title, language)];
    node.properties.column = kept;
    return [{ kind: 'node', node }];
  });
  if (nodes.length === 0) return undefined;
  const group = rawNode('TableGroup');
  group.properties.table = nodes;
  return { group, dropped };
}
