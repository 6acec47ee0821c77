/**
 * An owner's report as PDF: real text, tagged for screen readers (PDF/UA), with bookmarks, and a header and a number on each
 * page. The same report gives the same bytes.
 */
import PDFDocument from 'pdfkit';
import type { OwnerReport } from '#schemas/owner-report.ts';
import type { ReportDocument, Section } from './document.ts';
import {
  BODY,
  type Canvas,
  type Doc,
  FOOTER,
  HEADER,
  innerWidth,
  left,
  MARGIN,
  SMALL,
  SOFT,
  within,
} from './pdf/canvas.ts';
import { fonts, writable } from './pdf/fonts.ts';
import { atPageTop, drawBlocks, drawHeading, type HeadingTag } from './pdf/write-blocks.ts';
import { drawParagraph } from './pdf/write-line.ts';
import { reportDocument } from './report-document.ts';
import { type ReportLanguage, wordingOf } from './wording.ts';

type Outline = Doc['outline'];

/** A section's heading by its depth, and that of the headings inside of it. */
const HEADINGS: readonly (readonly [HeadingTag, HeadingTag])[] = [
  ['H2', 'H3'],
  ['H3', 'H4'],
];

function drawSection(
  { doc, parent }: Canvas,
  section: Section,
  { depth, outline }: { depth: number; outline: Outline },
): void {
  const [own, inner] = HEADINGS[depth] ?? ['H4', 'H4'];
  const { title, anchor, blocks, newPage, sections = [] } = section;
  if (newPage && !atPageTop(doc)) doc.addPage();
  within(parent, doc.struct('Sect'), (sect) => {
    const canvas = { doc, parent: sect };
    drawHeading(canvas, [title], own);
    doc.addNamedDestination(anchor, 'XYZ', null, doc.y - 24, null);
    const item = outline.addItem(writable(title.text));
    drawBlocks(canvas, blocks, inner);
    for (const one of sections) drawSection(canvas, one, { depth: depth + 1, outline: item });
  });
}

/** Drawn last, when it is known how many pages there are. */
function numberPages(doc: Doc, { title, made, language }: ReportDocument): void {
  const { words } = wordingOf(language);
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index);
    // What is written into the margin would begin a page otherwise.
    doc.page.margins = { ...doc.page.margins, top: 0, bottom: 0 };
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('Regular').fontSize(SMALL).fillColor(SOFT);
    const line = { width: innerWidth(doc), lineBreak: false } as const;
    if (index > 0) doc.text(writable(title), left(doc), HEADER, line);
    doc.text(writable(made), left(doc), HEADER, { ...line, align: 'right' });
    doc.text(words.page(index + 1, count), left(doc), doc.page.height - FOOTER, { ...line, align: 'right' });
    doc.endMarkedContent();
  }
}

function draw(doc: Doc, report: ReportDocument): void {
  const root = doc.struct('Document', { lang: report.language });
  doc.addStructure(root);
  const canvas = { doc, parent: root };
  drawHeading(canvas, [{ text: report.title }], 'H1');
  drawParagraph(canvas, [{ text: report.lead }], {
    x: left(doc),
    y: doc.y,
    width: innerWidth(doc),
    size: BODY,
    colour: SOFT,
  });
  for (const section of report.sections) drawSection(canvas, section, { depth: 0, outline: doc.outline });
  root.end();
  numberPages(doc, report);
}

function newDocument({ language, title, owner, at }: ReportDocument): Doc {
  const options: ConstructorParameters<typeof PDFDocument>[0] = {
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    lang: language === 'da' ? 'da-DK' : 'en-GB',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    // No standard font is wanted: it would not be embedded, and its metrics would be read from a file.
    font: '',
    info: { Title: title, Author: 'Datalandkort', Subject: owner, CreationDate: new Date(at) },
  };
  // The types of the package know the archival subsets only.
  const doc = new PDFDocument(Object.assign(options, { subset: 'PDF/UA' as const, pdfVersion: '1.7' as const }));
  for (const [name, font] of Object.entries(fonts)) doc.registerFont(name, font);
  doc.font('Regular').addPage();
  return doc;
}

/** The report in PDF, in Danish or English; it is made in memory. */
export function writeReportPdf(report: OwnerReport, language: ReportLanguage): Promise<Buffer> {
  const content = reportDocument(report, language);
  const doc = newDocument(content);
  const done = new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  draw(doc, content);
  doc.end();
  return done;
}
