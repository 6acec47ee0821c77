/**
 * What is known of a source between its runs: its records' states, its pages as they last were, and the removals that wait
 * for a decision. One gzipped object of JSON lines a source: read whole at a run's start, for a run needs all of it to know
 * what is missing, and written only when something in it changed. The ledger is the truth behind it: changes that were
 * appended after the state was last written are put in again by `repairState`.
 */
import * as z from 'zod';
import { HeldSet } from '#catalogue/removal.ts';
import { ProposedRename } from '#catalogue/rename.ts';
import { currentVersion, recordKinds, upgraded } from '#functions/shared/record-version.ts';
import type { PageRequest } from '#schemas/reading.ts';
import { RecordStates } from './record-states.ts';

const Request = z.custom<PageRequest>((value) => typeof value === 'object' && value !== null && 'url' in value);

/** A page as it was last read whole; enough to know, without reading it again, what an unchanged page says. */
export const PageState = z.object({
  key: z.string(),
  parent: z.string().nullable(),
  relation: z.enum(['next', 'child']),
  /** Which reader read it, with which settings: another may read the same bytes differently. */
  reader: z.string(),
  /** What the request told its reader beyond the address, hashed; a page is read again when it is told something else. */
  context: z.string().optional(),
  /** False for a page that had something to report: it is read again so that it reports it again. */
  reusable: z.boolean(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  sha256: z.string(),
  archive: z.string(),
  /** Its address after redirects and the type it came with, to read it again from the archive; absent in older states. */
  url: z.string().optional(),
  contentType: z.string().nullable().optional(),
  /** The ids of the records that it lists, in its order. */
  records: z.array(z.string()),
  /** The further pages that it names. */
  pages: z.array(Request),
  total: z.number().nullable(),
  /** How many pages of their own it led to when that was last believed; absent where `pages` says so. */
  links: z.number().int().optional(),
  /** When a page that says that it will never be another was last asked for; absent for all other pages. */
  lasting: z.string().optional(),
  /** A page that listed only what changed: never asked for again, and newer than the pages of the last listing of everything. */
  changesOnly: z.literal(true).optional(),
});
export type PageState = z.infer<typeof PageState>;

/** How many pages of their own a page leads to, as far as that is believed. */
export const linksOf = (page: PageState | undefined): number =>
  page?.links ?? page?.pages.filter(({ relation }) => relation === 'child').length ?? 0;

/** Takes what these pages lead to now for what they should lead to. */
export function believeLinks(state: SourceState, isBelieved: (page: string) => boolean): void {
  for (const [key, { links, ...page }] of state.pages) {
    if (links !== undefined && isBelieved(key)) state.pages.set(key, page);
  }
}

/** What the last runs saw; a format that can ask for changes only asks for what came since. */
const Marks = z.object({
  /** When the last run began that saw all it asked for. */
  lastComplete: z.string(),
  /** When the last run began that listed everything and saw all of it. */
  lastFull: z.string(),
  /** The reader of that run: what another one would read differently is asked for anew. */
  reader: z.string(),
});
type Marks = z.infer<typeof Marks>;

const Header = z.object({
  source: z.string(),
  /** All changes of the ledger up to this one are in the state. */
  ledgerSeq: z.number().int(),
  held: HeldSet.nullable(),
  marks: Marks.nullable(),
  renames: z.array(ProposedRename),
  comparedTo: z.number().int().nullable(),
});

export interface SourceState {
  readonly source: string;
  ledgerSeq: number;
  held: HeldSet | null;
  marks: Marks | null;
  /** Identifiers that look as if they had been changed, and what an operator said of them. */
  renames: ProposedRename[];
  /** All records created up to this change of the ledger were compared with what was missing; null in older states. */
  comparedTo: number | null;
  readonly records: RecordStates;
  readonly pages: Map<string, PageState>;
}

export const emptyState = (source: string): SourceState => ({
  source,
  ledgerSeq: 0,
  held: null,
  marks: null,
  renames: [],
  comparedTo: null,
  records: new RecordStates(),
  pages: new Map(),
});

const RECORD = Buffer.from('r');

/** The state as lines: the header, then a line a page and a line a record. */
export function* encodeState(state: SourceState): Generator<string | Uint8Array> {
  const { source, ledgerSeq, held, marks, renames, comparedTo } = state;
  yield `${JSON.stringify({ version: currentVersion(recordKinds.sourceState), source, ledgerSeq, held, marks, renames, comparedTo })}\n`;
  for (const page of state.pages.values()) yield `p${JSON.stringify(page)}\n`;
  for (const line of state.records.lines()) {
    yield RECORD;
    yield line;
  }
}

/** In the first version a record's line may lack what came later. */
const FIRST_VERSION = 1;

const Versioned = z.looseObject({ version: z.number().int().min(FIRST_VERSION) });

/**
 * @throws TransientFailure for a state of a newer version, and ZodError for one that nobody wrote: a run then fails before it can
 * do harm.
 */
export async function decodeState(lines: AsyncIterable<string>): Promise<SourceState | undefined> {
  let state: SourceState | undefined;
  let isOld = false;
  for await (const line of lines) {
    if (state === undefined) {
      const { version, ...header } = Versioned.parse(JSON.parse(line));
      const known = Header.parse(upgraded(recordKinds.sourceState, header, version));
      isOld = version === FIRST_VERSION;
      state = { ...known, records: new RecordStates(), pages: new Map() };
    } else if (line.startsWith('p')) {
      const page = PageState.parse(JSON.parse(line.slice(1)));
      state.pages.set(page.key, page);
    } else if (line.startsWith('r')) {
      if (isOld) state.records.takeOldLine(line.slice(1));
      else state.records.takeLine(line.slice(1));
    }
  }
  return state;
}

/** How many of a source's records are live. */
export const countLive = ({ records }: SourceState): number => records.tally.live;
