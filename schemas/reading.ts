/**
 * What a harvester says about a page (docs/decisions/0001): readings, one after the other. Values are raw here: as the
 * owner wrote them, sorted under the keys of the property table. The normaliser in `catalogue/` makes a record of them.
 */
import type { ClassName } from './property.ts';

/** Where in a page something stands: line and column count from 1, a path is a JSON pointer or a CSS selector. */
export interface Place {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly path?: string | undefined;
}

/** One value as the owner wrote it. */
export type RawValue =
  | {
      readonly kind: 'literal';
      readonly value: string;
      readonly language?: string | undefined;
      /** The datatype's IRI; absent means a plain string. */
      readonly datatype?: string | undefined;
    }
  | { readonly kind: 'iri'; readonly value: string }
  | { readonly kind: 'node'; readonly node: RawNode };

/** A node of the raw record: values by key of the property table, and what the table does not know, by its own name. */
export interface RawNode {
  /** The node's IRI when it has one of its own; blank nodes have none. */
  iri?: string | undefined;
  /** What the feed says the node is; the property it stands under decides where the feed is silent. */
  type?: ClassName | undefined;
  readonly properties: Record<string, RawValue[]>;
  /** Properties that the table has no row for: predicate IRI (RDF), key (JSON) or label (HTML) → values. */
  readonly unmapped: Record<string, RawValue[]>;
}

/** A repair that a harvester made while it read a record; the normaliser adds its own to the same list. */
export interface Repair {
  /** A code of `problemCodes`. */
  readonly code: string;
  readonly property?: string | undefined;
  /** What the owner wrote, cut at EXCERPT_LENGTH. */
  readonly value?: string | undefined;
  readonly place?: Place | undefined;
}

/** What a record was read as. */
export interface RawRecord {
  readonly kind: 'Dataset' | 'DatasetSeries';
  /** The source's own stable name for it (data.json `identifier`, an OAI identifier, a page's slug); null where it gives none. */
  readonly identifier: string | null;
  readonly node: RawNode;
  /** Titles or IRIs of the catalogues of the source that list it; told, not compared. */
  readonly catalogues?: readonly string[] | undefined;
  readonly repairs: readonly Repair[];
  readonly place?: Place | undefined;
  /**
   * The page on which it began, where it is made of several: `place` is a place there. Its address as it was asked for, and
   * as it came.
   */
  readonly page?: { readonly asked: string; readonly url: string } | undefined;
}

/** A page to fetch. `context` is the harvester's own memory: it comes back with the page and is kept in checkpoints as JSON. */
export interface PageRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  readonly context?: unknown;
  /**
   * `next` continues the same list (its records may move between pages); `child` describes a part of its own, so that its
   * failure leaves only that part uncovered.
   */
  readonly relation?: 'next' | 'child' | undefined;
  /**
   * Which reading of a list it belongs to, where a list had to be started over in the same run: its pages are then read
   * although they may look like those of the first reading.
   */
  readonly attempt?: number | undefined;
  /**
   * What it is asked for, where a page is asked for once for each of several things (a file that two datasets share): each
   * purpose is a page of its own to the run.
   */
  readonly purpose?: string | undefined;
}

/** A page that came back with status 2xx. The body is decompressed bytes; it can be read once. */
export interface Page {
  readonly request: PageRequest;
  /** The address after redirects; relative addresses in the page resolve against it. */
  readonly url: string;
  readonly contentType: string | null;
  readonly body: AsyncIterable<Uint8Array>;
  /** Whether the server said with it that it will never be another (`Cache-Control: immutable`, RFC 8246). */
  readonly isImmutable?: boolean | undefined;
}

/** One thing that a page says. */
export type Reading =
  | { readonly kind: 'record'; readonly record: RawRecord }
  | { readonly kind: 'page'; readonly request: PageRequest }
  /** The source itself says that a record is gone. */
  | { readonly kind: 'deletion'; readonly identifier: string; readonly place?: Place | undefined }
  /** One record that could not be read; its neighbours are. `identifier` where it could be made out: then it is not absent. */
  | {
      readonly kind: 'rejection';
      readonly code: string;
      readonly identifier: string | null;
      readonly message: string;
      readonly place?: Place | undefined;
      readonly excerpt?: string | undefined;
    }
  /**
   * The page lists only what changed, so that a record which is not on it is neither missing nor gone. Comes before the
   * page's records. A page that does not say so lists everything.
   */
  | { readonly kind: 'scope'; readonly scope: 'changes-only' }
  /** The source says that this page will never be another; for formats that gather their pages it need not be asked for again. */
  | { readonly kind: 'lasting' }
  /**
   * A record that the source lists and that its settings or its kind keep out of the catalogue. It counts towards the total
   * that the source claims; one that was taken in before is then missing like any other.
   */
  | { readonly kind: 'skip'; readonly code: string; readonly message: string; readonly place?: Place | undefined }
  /** How many records the source claims to have, over all pages of this list. */
  | { readonly kind: 'total'; readonly count: number }
  /** Something about the page and no single record of it. */
  | { readonly kind: 'problem'; readonly code: string; readonly message: string; readonly place?: Place | undefined }
  /**
   * From here on the page could not be read: truncated, or not what its source is. What was read before it stands; the page
   * does not count as seen whole, so nothing can be missing because of it.
   */
  | {
      readonly kind: 'broken';
      readonly code: string;
      readonly message: string;
      readonly place?: Place | undefined;
      readonly excerpt?: string | undefined;
    };

/** Excerpts of pages in reports are cut here: enough to find the place, too little to leak a page into a log. */
export const EXCERPT_LENGTH = 200;

/** A raw literal. */
export const literal = (value: string, language?: string, datatype?: string): RawValue => ({
  kind: 'literal',
  value,
  language,
  datatype,
});

/** An empty raw node of a class. */
export const rawNode = (type?: ClassName, iri?: string): RawNode => ({ iri, type, properties: {}, unmapped: {} });
