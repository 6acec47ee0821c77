/** Tables with a header row: their columns by name, and which of them are lists of variables. */
import { type Element, elementsIn, fragmentOf, isElement, lineOf, type Node } from './dom.ts';
import type { Labelled } from './labelled.ts';

/** A row with the values of its cells by the name of their column. */
export interface TableRow {
  readonly element: Element;
  readonly cells: readonly Labelled[];
}

/** A table with named columns. */
export interface ColumnTable {
  readonly element: Element;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

const named =
  (name: string) =>
  (element: Element): boolean =>
    element.name === name;

const cellsOf = (row: Element): Element[] =>
  row.children.filter(isElement).filter(({ name }) => name === 'td' || name === 'th');

/** The rows of a table itself; those of a table in one of its cells are not its own. */
const rowsOf = (table: Element): Element[] => {
  const parts = table.children.filter(isElement);
  return parts.flatMap((part) => (part.name === 'tr' ? [part] : part.children.filter(isElement).filter(named('tr'))));
};

/** A header row: in a thead, or of header cells only. */
const isHeaderRow = (row: Element): boolean => {
  const cells = cellsOf(row);
  const inHead = isElement(row.parent) && row.parent.name === 'thead';
  return cells.length > 1 && (inHead || cells.every(named('th')));
};

/** Reads a table by its header row; undefined for a table without one. */
export function readTable(table: Element): ColumnTable | undefined {
  const rows = rowsOf(table);
  const at = rows.findIndex(isHeaderRow);
  const header = rows[at];
  if (!header) return undefined;
  const columns = cellsOf(header).map((cell) =>
    lineOf(cell.children)
      .replace(/(?<!:):+$/, '')
      .trimEnd(),
  );
  return { element: table, columns, rows: rows.slice(at + 1).map((row) => rowOf(row, columns)) };
}

const rowOf = (row: Element, columns: readonly string[]): TableRow => ({
  element: row,
  cells: cellsOf(row).flatMap((cell, index) => {
    const label = columns[index];
    return label && lineOf(cell.children) !== '' ? [{ label, fragment: fragmentOf(cell.children) }] : [];
  }),
});

/** The tables with named columns in nodes. */
export const tablesIn = (nodes: readonly Node[]): ColumnTable[] =>
  elementsIn(nodes, named('table')).flatMap((table) => readTable(table) ?? []);
