/** Tables of variables as CSVW: a table group for the page, a table for each of its tables, a column for each variable. */
import { literal, type RawNode, type RawValue, rawNode } from '#schemas/reading.ts';
import { readDate, readPeriod, saysOpen } from './dates.ts';
import { type Element, elementsIn, isElement, lineOf, type Node, textOf } from './dom.ts';
import type { Labelled } from './labelled.ts';
import { keepUnmapped } from './raw-record.ts';
import { normaliseLabel } from './synonyms.ts';
import type { ColumnTable, TableRow } from './tables.ts';

/** A page of more variables than this is cut, with a problem; the largest real register has some thousands. */
const MAX_VARIABLES_PER_PAGE = 20_000;

type Part = 'name' | 'title' | 'description' | 'datatype' | 'propertyUrl' | 'startDate' | 'endDate' | 'temporal';

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
  startDate: ['gyldig fra', 'valid from', 'fra', 'from'],
  endDate: ['gyldig til', 'valid to', 'til', 'to'],
  temporal: ['gyldighed', 'periode', 'validity', 'period', 'dækker perioden'],
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

/** The value of a cell; undefined when it cannot be read as what its column promises. */
const cellValue = (part: Part, { fragment }: Labelled, language: string | undefined): RawValue | undefined => {
  const line = lineOf(fragment.nodes);
  if (part === 'title' || part === 'description') return literal(textOf(fragment.nodes), language);
  if (part === 'name' || part === 'datatype' || part === 'propertyUrl') return literal(line);
  const period = part === 'temporal' ? readPeriod(line) : { [part === 'startDate' ? 'start' : 'end']: readDate(line) };
  return periodValue(period?.start, period?.end);
};

const periodValue = (start: string | undefined, end: string | undefined): RawValue | undefined => {
  const node = rawNode('Period');
  if (start) node.properties.startDate = [literal(start)];
  if (end) node.properties.endDate = [literal(end)];
  return start || end ? { kind: 'node', node } : undefined;
};

/** "Valid from" and "valid to" stand in two columns and are one period. */
const putPeriod = (column: RawNode, value: RawValue): void => {
  const [present] = column.properties.temporal ?? [];
  if (present?.kind === 'node' && value.kind === 'node') Object.assign(present.node.properties, value.node.properties);
  else column.properties.temporal = [value];
};

/** A variable; what there is no property for stays under the column's own name. */
function variableOf({ cells }: TableRow, language: string | undefined): RawValue[] {
  const node = rawNode('Column');
  for (const cell of cells) {
    const part = partOfColumn(cell.label);
    if (part === 'endDate' && saysOpen(lineOf(cell.fragment.nodes))) continue;
    const spoken = cell.fragment.language ?? language;
    const value = part && !node.properties[part] ? cellValue(part, cell, spoken) : undefined;
    if (!part || !value) keepUnmapped(node, cell.label, literal(lineOf(cell.fragment.nodes), spoken));
    else if (value.kind === 'node') putPeriod(node, value);
    else node.properties[part] = [value];
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
