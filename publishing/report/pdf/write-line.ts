/** Lines of text in the PDF, with their languages and links told to whoever listens. */
import type { Cell, Inline, Line } from '../document.ts';
import { ACCENT, BODY, type Box, type Canvas, type Doc, type Element, INK, within } from './canvas.ts';
import { type FontName, writable } from './fonts.ts';

export interface Dress {
  readonly size?: number;
  readonly colour?: string;
  readonly font?: FontName;
  readonly align?: 'left' | 'right';
}

function dress(doc: Doc, inline: Inline, { size = BODY, colour = INK, font = 'Regular' }: Dress): void {
  doc.font(inline.strong ? 'SemiBold' : font).fontSize(size);
  doc.fillColor(inline.href === undefined ? colour : ACCENT);
}

/** The height that a line takes; it is reckoned in its widest font, so that it is never too little. */
export function heightOf(doc: Doc, line: Line, { width, ...how }: Dress & { readonly width: number }): number {
  dress(doc, { text: '', strong: line.some(({ strong }) => strong) }, how);
  return doc.heightOfString(line.map(({ text }) => writable(text)).join('') || ' ', { width });
}

export const heightOfCell = (doc: Doc, cell: Cell, how: Dress & { readonly width: number }): number =>
  cell.reduce((sum, line) => sum + heightOf(doc, line, how), 0);

interface Run {
  readonly inline: Inline;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isAlone: boolean;
}

function drawRun(doc: Doc, run: Run, { x, y, width, align = 'left', ...how }: Box & Dress): void {
  const { inline, isFirst, isLast } = run;
  // What leads nowhere must not look as if it did.
  const leads = inline.goTo !== undefined && run.isAlone;
  dress(doc, inline, leads ? { ...how, colour: ACCENT } : how);
  const options = { continued: !isLast, ...(inline.href !== undefined && { link: inline.href }) };
  if (isFirst) doc.text(writable(inline.text), x, y, { width, align, ...options });
  else doc.text(writable(inline.text), options);
}

/** A way to a place in the document is drawn only where the line is nothing else: its box is then known. */
function drawLink(doc: Doc, element: Element, run: Run, box: Box & Dress): void {
  element.add(() => {
    drawRun(doc, run, box);
    const { goTo, text } = run.inline;
    if (goTo === undefined || !run.isAlone) return;
    const options: NonNullable<Parameters<Doc['goTo']>[5]> = {};
    // The types of the package know neither tagged links nor that it writes String objects as the strings of PDF.
    Object.assign(options, { structParent: element, Contents: Object(writable(text)) });
    doc.goTo(box.x, box.y, box.width, doc.y - box.y, goTo, options);
  });
}

function addRun(doc: Doc, element: Element, run: Run, box: Box & Dress): void {
  const { inline, isAlone } = run;
  if (inline.href !== undefined || (inline.goTo !== undefined && isAlone)) {
    within(element, doc.struct('Link', inline.language === undefined ? {} : { lang: inline.language }), (link) =>
      drawLink(doc, link, run, box),
    );
  } else if (inline.language !== undefined) {
    within(element, doc.struct('Span', { lang: inline.language }), (span) => span.add(() => drawRun(doc, run, box)));
  } else {
    element.add(() => drawRun(doc, run, box));
  }
}

/** A comma goes with the word before it: it must not begin a line of its own. */
const withCommas = (line: Line): Line =>
  line.map((inline, index) => {
    const text = index > 0 && inline.text.startsWith(',') ? inline.text.slice(1) : inline.text;
    return { ...inline, text: line[index + 1]?.text.startsWith(',') ? `${text},` : text };
  });

/** Writes a line into an element of the tree; afterwards `doc.y` stands below it. */
export function drawLine(doc: Doc, element: Element, line: Line, box: Box & Dress): void {
  const runs = withCommas(line).filter(({ text }) => text !== '');
  runs.forEach((inline, index) => {
    addRun(
      doc,
      element,
      { inline, isFirst: index === 0, isLast: index === runs.length - 1, isAlone: runs.length === 1 },
      box,
    );
  });
  if (runs.length === 0) doc.y = box.y + heightOf(doc, line, box);
}

/** A line as a paragraph (or a heading) of its own. */
export function drawParagraph({ doc, parent }: Canvas, line: Line, box: Box & Dress & { readonly tag?: string }): void {
  within(parent, doc.struct(box.tag ?? 'P'), (element) => drawLine(doc, element, line, box));
}
