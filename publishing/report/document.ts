/**
 * A report as a document in one language, before it is HTML or PDF: sections of blocks. Both writers render the same
 * document, so that nothing can stand in one and be missing in the other.
 */

/** A piece of text. Harvested text is text like any other here: only the writers know what has to be escaped. */
export interface Inline {
  readonly text: string;
  /** Where it is in another language than the document. */
  readonly language?: string;
  /** A web address; other schemes are never links. */
  readonly href?: string;
  /** The anchor of a section of this document. */
  readonly goTo?: string;
  readonly strong?: boolean;
  /** A value or a path as it stands in the record. */
  readonly code?: boolean;
}

export type Line = readonly Inline[];

/** The first cell of a row is its heading. */
export type Cell = readonly Line[];

interface Column {
  readonly head: string;
  /** A share of the width, where widths have to be known before the text. */
  readonly width: number;
  readonly numeric?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Fact {
  readonly term: string;
  readonly lines: Cell;
}

export interface Action {
  readonly kind: 'action';
  readonly rank: number;
  readonly title: string;
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly link: Inline;
}

/** The letter and what it stands for, large. */
export interface GradeBlock {
  readonly kind: 'grade';
  readonly letter: string;
  readonly label: string;
  readonly lines: Cell;
}

/** Steps over days, 0 to 1. */
export interface TrendChart {
  readonly kind: 'trend';
  readonly title: string;
  /** The same in a sentence, for whoever does not see the picture. */
  readonly text: string;
  /** `x` in days, `letter` beside the point. */
  readonly points: readonly { readonly x: number; readonly share: number; readonly letter: string }[];
  readonly first: string;
  readonly last: string;
}

/** What bars are filled with; each has a pattern of its own, so that nobody needs to see colours. */
export type Fill = 'had' | 'open' | 'barred';

/** A bar of parts of a whole. */
export interface BarChart {
  readonly kind: 'bar';
  readonly title: string;
  readonly text: string;
  readonly parts: readonly { readonly fill: Fill; readonly value: number; readonly label: string }[];
}

/** A column a letter. */
export interface LettersChart {
  readonly kind: 'letters';
  readonly title: string;
  readonly text: string;
  readonly columns: readonly { readonly letter: string; readonly count: number }[];
}

export type Chart = TrendChart | BarChart | LettersChart;

export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line; readonly tone?: 'lead' | 'note' | 'alert' }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'charts'; readonly charts: readonly Chart[] }
  | Table
  | Action
  | GradeBlock;

export interface Section {
  readonly anchor: string;
  readonly title: Inline;
  /** Begins a page in print. */
  readonly newPage?: boolean;
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[];
}

export interface ReportDocument {
  readonly language: 'da' | 'en';
  readonly title: string;
  readonly made: string;
  /** When it was made, as an instant. */
  readonly at: string;
  readonly lead: string;
  readonly owner: string;
  readonly sections: readonly Section[];
}
