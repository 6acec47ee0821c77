/** The charts of the PDF, drawn as the HTML draws them. */
import { barSpans, letterBars, trendSteps } from '../chart-geometry.ts';
import type { BarChart, Chart, Fill, LettersChart, TrendChart } from '../document.ts';
import {
  ACCENT,
  type Box,
  type Canvas,
  type Doc,
  INK,
  innerWidth,
  left,
  makeRoom,
  RULE,
  SMALL,
  SOFT,
  within,
} from './canvas.ts';
import { writable } from './fonts.ts';
import { drawParagraph, heightOf } from './write-line.ts';

const HEIGHT = 84;
const BAR_HEIGHT = 13;
const BETWEEN = 24;
const TINY = 7;

const label = (doc: Doc, text: string, { x, y, width }: Box, align: 'left' | 'center' | 'right' = 'left'): void => {
  doc.fillColor(INK).text(writable(text), x, y, { width, align, lineBreak: false, height: TINY * 2 });
};

function trend(doc: Doc, chart: TrendChart, { x, y, width }: Box): void {
  const frame = { width, height: HEIGHT, left: 34, right: 12, top: 12, bottom: 14 };
  const { path, dots, lines } = trendSteps(chart.points, frame);
  doc.save().translate(x, y);
  doc.font('Regular').fontSize(TINY).lineWidth(0.5).strokeColor(RULE);
  for (const line of lines) {
    doc
      .moveTo(frame.left, line.y)
      .lineTo(width - frame.right, line.y)
      .stroke();
    label(doc, line.label, { x: 0, y: line.y - 5, width: frame.left - 14 }, 'right');
  }
  doc.lineWidth(1.5).strokeColor(ACCENT).path(path).stroke();
  for (const dot of dots) {
    doc.lineWidth(1).circle(dot.x, dot.y, 2).fillAndStroke('#ffffff', ACCENT);
    if (dot.letter !== undefined) label(doc, dot.letter, { x: dot.x - 10, y: dot.y - 13, width: 20 }, 'center');
  }
  const base = HEIGHT - 10;
  label(doc, chart.first, { x: frame.left, y: base, width: width / 2 });
  label(doc, chart.last, { x: width / 2, y: base, width: width / 2 - frame.right }, 'right');
  doc.restore();
}

function letters(doc: Doc, chart: LettersChart, { x, y, width }: Box): void {
  const frame = { width, height: HEIGHT, top: 14, bottom: 14 };
  doc.save().translate(x, y);
  doc.font('Regular').fontSize(TINY);
  for (const bar of letterBars(chart.columns, frame)) {
    if (bar.count > 0) doc.rect(bar.x, bar.y, bar.width, bar.height).fill(ACCENT);
    label(doc, String(bar.count), { x: bar.x, y: bar.y - 10, width: bar.width }, 'center');
    label(doc, bar.letter, { x: bar.x, y: HEIGHT - 10, width: bar.width }, 'center');
  }
  const base = HEIGHT - frame.bottom;
  doc.lineWidth(0.5).strokeColor(RULE).moveTo(0, base).lineTo(width, base).stroke();
  doc.restore();
}

/** Solid, empty or hatched: three fills that a copier keeps apart. */
function fillBox(doc: Doc, fill: Fill, { x, y, width, height }: Box & { readonly height: number }): void {
  doc.lineWidth(0.8).strokeColor(fill === 'barred' ? SOFT : ACCENT);
  if (fill === 'had') doc.rect(x, y, width, height).fillAndStroke(ACCENT, ACCENT);
  else doc.rect(x, y, width, height).stroke();
  if (fill !== 'barred') return;
  doc.save().rect(x, y, width, height).clip().lineWidth(0.6);
  for (let at = x - height; at < x + width; at += 4)
    doc
      .moveTo(at, y + height)
      .lineTo(at + height, y)
      .stroke();
  doc.restore();
}

function bar(doc: Doc, chart: BarChart, { x, y, width }: Box): void {
  for (const span of barSpans(chart.parts, width)) {
    fillBox(doc, span.fill, { x: x + span.x + 1, y, width: Math.max(0, span.width - 2), height: BAR_HEIGHT });
  }
  doc.font('Regular').fontSize(SMALL);
  let at = x;
  for (const part of chart.parts) {
    fillBox(doc, part.fill, { x: at + 1, y: y + BAR_HEIGHT + 6, width: 10, height: 7 });
    const room = doc.widthOfString(writable(part.label));
    label(doc, part.label, { x: at + 15, y: y + BAR_HEIGHT + 4, width: room + 2 });
    at += room + 31;
  }
}

const heightOfPicture = (chart: Chart): number => (chart.kind === 'bar' ? BAR_HEIGHT + 18 : HEIGHT);

function picture(doc: Doc, chart: Chart, box: Box): void {
  if (chart.kind === 'trend') trend(doc, chart, box);
  else if (chart.kind === 'letters') letters(doc, chart, box);
  else bar(doc, chart, box);
}

/** A bar tells its parts beside their patterns; the others have a sentence above the picture. */
const captionOf = (chart: Chart) =>
  chart.kind === 'bar'
    ? [[{ text: chart.title, strong: true }]]
    : [[{ text: chart.title, strong: true }], [{ text: chart.text }]];

function drawChart({ doc, parent }: Canvas, chart: Chart, { x, y, width }: Box): void {
  doc.y = y;
  for (const line of captionOf(chart)) drawParagraph({ doc, parent }, line, { x, y: doc.y, width, size: SMALL });
  const top = doc.y + 3;
  const bbox = [x, top, x + width, top + heightOfPicture(chart)];
  // The types of the package do not know the box of a figure.
  const options: Parameters<Doc['struct']>[1] & { bbox: number[] } = { alt: `${chart.title}. ${chart.text}`, bbox };
  within(parent, doc.struct('Figure', options), (figure) =>
    figure.add(() => picture(doc, chart, { x, y: top, width })),
  );
  doc.y = top + heightOfPicture(chart);
}

/** Charts side by side. */
export function drawCharts(canvas: Canvas, charts: readonly Chart[]): void {
  if (charts.length === 0) return;
  const { doc } = canvas;
  const width = (innerWidth(doc) - BETWEEN * (charts.length - 1)) / charts.length;
  const heights = charts.map((chart) =>
    captionOf(chart).reduce(
      (sum, line) => sum + heightOf(doc, line, { width, size: SMALL }),
      heightOfPicture(chart) + 6,
    ),
  );
  makeRoom(doc, Math.max(...heights));
  const top = doc.y;
  let end = top;
  charts.forEach((chart, index) => {
    drawChart(canvas, chart, { x: left(doc) + index * (width + BETWEEN), y: top, width });
    end = Math.max(end, doc.y);
  });
  doc.y = end + 6;
}
