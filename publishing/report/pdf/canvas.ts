/** What the parts of the PDF are drawn on: the page, the sizes of the text, and the tree that readers who cannot see it follow. */
import type PDFDocument from 'pdfkit';

export type Doc = InstanceType<typeof PDFDocument>;
export type Element = ReturnType<Doc['struct']>;

/** In points. A4 is 595 by 842. */
export const MARGIN = 48;
export const HEADER = 26;
export const FOOTER = 30;

/** Dark enough on white for everybody (at least 4.5 : 1), and apart in grey as well. */
export const INK = '#1b1f24';
export const SOFT = '#555f6b';
export const RULE = '#c9d1d9';
export const ACCENT = '#0b4f8a';
export const ALERT = '#8a1c00';

export const BODY = 9;
export const SMALL = 8;

export interface Canvas {
  readonly doc: Doc;
  /** Where the next element belongs. */
  readonly parent: Element;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export const left = (doc: Doc): number => doc.page.margins.left;
export const innerWidth = (doc: Doc): number => doc.page.width - doc.page.margins.left - doc.page.margins.right;
export const bottom = (doc: Doc): number => doc.page.height - doc.page.margins.bottom;

/** A fresh page unless so much still fits on this one. */
export function makeRoom(doc: Doc, height: number): void {
  if (doc.y + height > bottom(doc)) doc.addPage();
}

/** Lines, boxes and repeated headings: nothing that anybody has to be read. */
export function asArtifact(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}

/** An element with whatever is put into it; it is closed when that is done, so that its memory can go. */
export function within(parent: Element, child: Element, fill: (element: Element) => void): void {
  parent.add(child);
  fill(child);
  child.end();
}
