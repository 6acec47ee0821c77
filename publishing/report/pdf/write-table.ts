/** Tables in the PDF: rows are kept whole, and the headings stand on every page that a table runs over. */
import type { Cell, Table } from '../document.ts';
import {
  asArtifact,
  bottom,
  type Canvas,
  type Doc,
  type Element,
  INK,
  innerWidth,
  left,
  makeRoom,
  RULE,
  SMALL,
  within,
} from './canvas.ts';
import { drawLine, drawParagraph, heightOfCell } from './write-line.ts';

const PAD = 3;
const GAP = 8;
/** A row is reckoned as little higher than it is measured: a line more than was thought must not fall off the page. */
const SLACK = 4;

interface Span {
  readonly x: number;
  readonly width: number;
}

function spansOf(doc: Doc, { columns }: Table): Span[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  let x = left(doc);
  return columns.map(({ width }) => {
    const span = { x, width: (width / whole) * innerWidth(doc) - GAP };
    x += span.width + GAP;
    return span;
  });
}

const rowHeight = (doc: Doc, cells: readonly Cell[], spans: readonly Span[]): number =>
  Math.max(
    0,
    ...cells.map((cell, index) => heightOfCell(doc, cell, { width: spans[index]?.width ?? 0, size: SMALL })),
  ) +
  2 * PAD +
  SLACK;

function rule(doc: Doc, colour: string): void {
  asArtifact(doc, () => {
    doc.lineWidth(0.6).strokeColor(colour);
    doc
      .moveTo(left(doc), doc.y)
      .lineTo(left(doc) + innerWidth(doc), doc.y)
      .stroke();
  });
}

/** Draws cells side by side from `doc.y`; afterwards `doc.y` stands below the highest of them. */
function drawCells(
  doc: Doc,
  cells: readonly Cell[],
  spans: readonly Span[],
  draw: (cell: Cell, index: number, span: Span) => void,
): void {
  const top = doc.y + PAD;
  let end = top;
  cells.forEach((cell, index) => {
    doc.y = top;
    draw(cell, index, spans[index] ?? { x: left(doc), width: innerWidth(doc) });
    end = Math.max(end, doc.y);
  });
  doc.y = end + PAD;
}

const headCells = ({ columns }: Table): Cell[] => columns.map(({ head }) => [[{ text: head, strong: true }]]);

/** The types of the package do not know the scope of a heading. */
const headElement = (doc: Doc, scope: 'Column' | 'Row'): Element => {
  const options: { scope: string } & Parameters<Doc['struct']>[1] = { scope };
  return doc.struct('TH', options);
};

/** What the rows of a table share. */
interface Grid {
  readonly doc: Doc;
  readonly table: Table;
  readonly spans: readonly Span[];
}

const alignOf = ({ table }: Grid, index: number): 'left' | 'right' =>
  table.columns[index]?.numeric ? 'right' : 'left';

function drawHead(grid: Grid, section: Element): void {
  const { doc, table, spans } = grid;
  within(section, doc.struct('TR'), (row) => {
    drawCells(doc, headCells(table), spans, (cell, index, { x, width }) => {
      within(row, headElement(doc, 'Column'), (head) =>
        drawLine(doc, head, cell[0] ?? [], { x, y: doc.y, width, size: SMALL, align: alignOf(grid, index) }),
      );
    });
  });
  rule(doc, INK);
}

/** On later pages the headings are there to be seen; to whoever listens they were told. */
function repeatHead(grid: Grid): void {
  const { doc, table, spans } = grid;
  asArtifact(doc, () => {
    doc.font('SemiBold').fontSize(SMALL).fillColor(INK);
    drawCells(doc, headCells(table), spans, (cell, index, { x, width }) => {
      doc.text(cell[0]?.[0]?.text ?? '', x, doc.y, { width, align: alignOf(grid, index) });
    });
  });
  rule(doc, INK);
}

function drawRow(grid: Grid, section: Element, cells: readonly Cell[]): void {
  const { doc, spans } = grid;
  within(section, doc.struct('TR'), (row) => {
    drawCells(doc, cells, spans, (cell, index, { x, width }) => {
      const align = alignOf(grid, index);
      within(row, index === 0 ? headElement(doc, 'Row') : doc.struct('TD'), (parent) => {
        for (const line of cell) drawParagraph({ doc, parent }, line, { x, y: doc.y, width, size: SMALL, align });
      });
    });
  });
  rule(doc, RULE);
}

export function drawTable({ doc, parent }: Canvas, table: Table): void {
  const spans = spansOf(doc, table);
  const grid = { doc, table, spans };
  const headHeight = rowHeight(doc, headCells(table), spans);
  const [firstRow] = table.rows;
  makeRoom(doc, headHeight + (firstRow ? rowHeight(doc, firstRow, spans) : 0));
  within(parent, doc.struct('Table', { title: table.caption }), (element) => {
    within(element, doc.struct('THead'), (head) => drawHead(grid, head));
    within(element, doc.struct('TBody'), (body) => {
      for (const cells of table.rows) {
        if (doc.y + rowHeight(doc, cells, spans) > bottom(doc)) {
          doc.addPage();
          repeatHead(grid);
        }
        drawRow(grid, body, cells);
      }
    });
  });
  doc.y += 6;
}
