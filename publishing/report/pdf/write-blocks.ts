/** The blocks of a report as PDF. */
import type { Action, Block, GradeBlock, Line } from '../document.ts';
import {
  ACCENT,
  ALERT,
  asArtifact,
  BODY,
  type Canvas,
  type Doc,
  INK,
  innerWidth,
  left,
  makeRoom,
  SMALL,
  SOFT,
  within,
} from './canvas.ts';
import { writable } from './fonts.ts';
import { drawCharts } from './write-charts.ts';
import { drawLine, drawParagraph, heightOf } from './write-line.ts';
import { drawTable } from './write-table.ts';

const SIZES = { H1: 20, H2: 14, H3: 11.5, H4: 10 } as const;

export type HeadingTag = keyof typeof SIZES;

/** A heading never stands alone at the foot of a page. */
const FOLLOWED_BY = 50;

export function drawHeading(canvas: Canvas, line: Line, tag: HeadingTag): void {
  const { doc } = canvas;
  const size = SIZES[tag];
  const box = { x: left(doc), width: innerWidth(doc), size, font: 'SemiBold' } as const;
  makeRoom(doc, heightOf(doc, line, box) + FOLLOWED_BY);
  if (doc.y > doc.page.margins.top) doc.y += size * 0.6;
  drawParagraph(canvas, line, { ...box, y: doc.y, tag });
  doc.y += 3;
}

function drawText(canvas: Canvas, line: Line, tone: 'lead' | 'note' | 'alert' | undefined): void {
  const { doc } = canvas;
  const isAlert = tone === 'alert';
  const inset = isAlert ? 8 : 0;
  const box = {
    x: left(doc) + inset,
    width: innerWidth(doc) - inset,
    size: tone === 'note' ? SMALL : BODY,
    colour: isAlert ? ALERT : tone === 'note' ? SOFT : INK,
  };
  makeRoom(doc, heightOf(doc, line, box));
  const top = doc.y;
  drawParagraph(canvas, line, { ...box, y: top });
  if (isAlert) asArtifact(doc, () => doc.rect(left(doc), top, 3, doc.y - top).fill(ALERT));
  doc.y += 4;
}

const LETTER_BOX = 40;

function drawGrade(canvas: Canvas, { letter, label, lines }: GradeBlock): void {
  const { doc, parent } = canvas;
  makeRoom(doc, LETTER_BOX + 10);
  const top = doc.y + 2;
  const x = left(doc);
  asArtifact(doc, () => doc.lineWidth(2).strokeColor(ACCENT).roundedRect(x, top, LETTER_BOX, LETTER_BOX, 5).stroke());
  within(parent, doc.struct('P', { actual: writable(`${label} ${letter}`) }), (element) =>
    element.add(() => {
      doc.font('SemiBold').fontSize(26).fillColor(INK);
      doc.text(letter, x, top + 3, { width: LETTER_BOX, align: 'center' });
    }),
  );
  doc.y = top;
  const inset = LETTER_BOX + 12;
  for (const line of lines) drawParagraph(canvas, line, { x: x + inset, y: doc.y, width: innerWidth(doc) - inset });
  doc.y = Math.max(doc.y, top + LETTER_BOX) + 6;
}

const INSET = 10;

/** Facts run on in one paragraph: five actions have to stand on the first page. */
const factsLine = ({ facts }: Action): Line =>
  facts.flatMap(({ term, lines }, index) => [
    { text: `${index === 0 ? '' : ' · '}${term}: `, strong: true },
    ...lines.flat().map((inline) => ({ ...inline, strong: false })),
  ]);

function drawAction(canvas: Canvas, action: Action): void {
  const { doc } = canvas;
  const box = { x: left(doc) + INSET, width: innerWidth(doc) - INSET };
  const title: Line = [{ text: `${action.rank}. ${action.title}`, strong: true }];
  const facts = factsLine(action);
  const small = { ...box, size: SMALL };
  const height =
    heightOf(doc, title, { ...box, size: 11 }) +
    heightOf(doc, [{ text: action.text }], small) +
    heightOf(doc, facts, small);
  makeRoom(doc, height + 4);
  const top = doc.y;
  drawParagraph(canvas, title, { ...box, y: top, size: 11, tag: 'H3' });
  drawParagraph(canvas, [{ text: action.text }], { ...small, y: doc.y });
  drawParagraph(canvas, facts, { ...small, y: doc.y });
  asArtifact(doc, () => doc.rect(left(doc), top, 3, doc.y - top).fill(ACCENT));
  doc.y += 6;
}

function drawList({ doc, parent }: Canvas, items: readonly Line[]): void {
  within(parent, doc.struct('L'), (list) => {
    for (const line of items) {
      const box = { x: left(doc) + 12, width: innerWidth(doc) - 12 };
      makeRoom(doc, heightOf(doc, line, box));
      const top = doc.y;
      within(list, doc.struct('LI'), (item) => {
        within(item, doc.struct('Lbl'), (mark) =>
          drawLine(doc, mark, [{ text: '•' }], { ...box, x: left(doc), y: top }),
        );
        within(item, doc.struct('LBody'), (body) => drawLine(doc, body, line, { ...box, y: top }));
      });
    }
  });
  doc.y += 4;
}

function drawBlock(canvas: Canvas, block: Block, headings: HeadingTag): void {
  const { kind } = block;
  if (kind === 'paragraph') drawText(canvas, block.line, block.tone);
  else if (kind === 'heading') drawHeading(canvas, [{ text: block.text }], headings);
  else if (kind === 'list') drawList(canvas, block.items);
  else if (kind === 'charts') drawCharts(canvas, block.charts);
  else if (kind === 'table') drawTable(canvas, block);
  else if (kind === 'action') drawAction(canvas, block);
  else drawGrade(canvas, block);
}

/** @param headings what a heading block is at this depth. */
export function drawBlocks(canvas: Canvas, blocks: readonly Block[], headings: HeadingTag): void {
  for (const block of blocks) drawBlock(canvas, block, headings);
}

export const atPageTop = (doc: Doc): boolean => doc.y <= doc.page.margins.top + 1;
