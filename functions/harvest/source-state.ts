/**
 * What is known of a source between its runs: its records' states, its pages as they last were, and the removals that wait
 * for a decision. One gzipped object of JSON lines a source: read whole at a run's start, for a run needs all of it to know
 * what is missing, and written only when something in it changed. The ledger is the truth behind it: changes that were
 * appended after the state was last written are put in again by `repairState`.
 */
import { z } from 'zod';
import { RecordState } from '#catalogue/record-state.ts';
import { HeldSet } from '#catalogue/removal.ts';
import type { PageRequest } from '#schemas/reading.ts';

const Request = z.custom<PageRequest>((value) => typeof value === 'object' && value !== null && 'url' in value);

/** A page as it was last read whole; enough to know, without reading it again, what an unchanged page says. */
export const PageState = z.object({
  key: z.string(),
  parent: z.string().nullable(),
  relation: z.enum(['next', 'child']),
  /** Which reader read it, with which settings: another may read the same bytes differently. */
  reader: z.string(),
  /** False for a page that had something to report: it is read again so that it reports it again. */
  reusable: z.boolean(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  sha256: z.string(),
  archive: z.string(),
  /** The ids of the records that it lists, in its order. */
  records: z.array(z.string()),
  /** The further pages that it names. */
  pages: z.array(Request),
  total: z.number().nullable(),
});
export type PageState = z.infer<typeof PageState>;

const Header = z.object({
  version: z.literal(1),
  source: z.string(),
  /** All changes of the ledger up to this one are in the state. */
  ledgerSeq: z.number().int(),
  held: HeldSet.nullable(),
});

export interface SourceState {
  readonly source: string;
  ledgerSeq: number;
  held: HeldSet | null;
  readonly records: Map<string, RecordState>;
  readonly pages: Map<string, PageState>;
}

export const emptyState = (source: string): SourceState => ({
  source,
  ledgerSeq: 0,
  held: null,
  records: new Map(),
  pages: new Map(),
});

/** The state as lines: the header, then a line a page and a line a record. */
export function* encodeState(state: SourceState): Generator<string> {
  const { source, ledgerSeq, held } = state;
  yield `${JSON.stringify({ version: 1, source, ledgerSeq, held })}\n`;
  for (const page of state.pages.values()) yield `p${JSON.stringify(page)}\n`;
  for (const record of state.records.values()) yield `r${JSON.stringify(record)}\n`;
}

/** @throws ZodError for a state that this version did not write: a run then fails before it can do harm. */
export function decodeState(text: string): SourceState {
  const [header = '', ...lines] = text.split('\n');
  const { source, ledgerSeq, held } = Header.parse(JSON.parse(header));
  const state: SourceState = { source, ledgerSeq, held, records: new Map(), pages: new Map() };
  for (const line of lines) {
    if (line.startsWith('p')) {
      const page = PageState.parse(JSON.parse(line.slice(1)));
      state.pages.set(page.key, page);
    } else if (line.startsWith('r')) {
      const record = RecordState.parse(JSON.parse(line.slice(1)));
      state.records.set(record.id, record);
    }
  }
  return state;
}

/** How many of a source's records are live. */
export function countLive(state: SourceState): number {
  let live = 0;
  for (const record of state.records.values()) if (record.live) live += 1;
  return live;
}
