/**
 * Puts the changes into a source's state that the ledger has and the state has not: those of a run that died between its
 * last append and its end, and those of this very run when it was taken up again.
 */

import { fingerprint } from '#catalogue/fingerprint.ts';
import type { RecordState } from '#catalogue/record-state.ts';
import { matchKey } from '#catalogue/rename.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { Outcome } from '#schemas/run.ts';
import { countLive, type SourceState } from './source-state.ts';

/**
 * How many entries one look into the ledger takes. Of many small sources each reads what all others appended since its own last
 * run, so a look of one batch at a time cost 200 of them more requests than everything else; so many are about a megabyte.
 */
const READ_LIMIT = 1000;

/** What the repair found of the run that is about to go on. */
export interface Repaired {
  /** How many records were live before the run's own changes. */
  readonly liveBefore: number;
  /** What the run has done already, by dataset id. */
  readonly done: Map<string, Outcome>;
  /** The run's own changes that the log has already. */
  readonly changes: { readonly first: number; readonly last: number } | null;
  /** Whether anything was put in. */
  readonly changed: boolean;
}

const outcomeOf = (entry: LedgerEntry): Outcome => {
  if (entry.type === 'Update') return 'updated';
  if (entry.type === 'Delete') return 'removed';
  return entry.cause === 'source-returned' ? 'returned' : 'created';
};

async function put(state: SourceState, entry: LedgerEntry, ledger: Pick<Ledger, 'payload'>): Promise<void> {
  const before = state.records.get(entry.dataset);
  const payload = await ledger.payload(entry);
  const returned = entry.type === 'Create' && before !== undefined;
  const record: RecordState = {
    id: entry.dataset,
    identifier: payload?.identifier ?? before?.identifier ?? null,
    kind: entry.kind,
    live: entry.type !== 'Delete',
    revision: entry.revision,
    hash: entry.contentHash,
    properties: payload ? fingerprint(payload).properties : (before?.properties ?? ''),
    lastSeq: entry.seq,
    missingRuns: 0,
    flaps: (before?.flaps ?? 0) + (returned ? 1 : 0),
    kept: false,
    // Where it stands in the source is not in the ledger; the next run that sees it says so.
    home: before?.home ?? null,
    match: payload ? matchKey(payload.record) : before?.match,
    movedTo: entry.replacedBy,
    knownAs: before?.knownAs,
  };
  state.records.set(record.id, record);
  const kept = entry.replacedBy === undefined ? undefined : state.records.get(entry.replacedBy);
  if (kept) state.records.set(kept.id, { ...kept, knownAs: entry.dataset });
}

/** A dataset that the run made and took back, since it was another under a new identifier, is nothing that it did. */
const noteDone = (done: Map<string, Outcome>, entry: LedgerEntry): void => {
  const isTakenBack = entry.replacedBy !== undefined && done.get(entry.dataset) === 'created';
  if (isTakenBack) done.delete(entry.dataset);
  else done.set(entry.dataset, outcomeOf(entry));
};

/** Reads the ledger from where the state ends to its head. */
export async function repairState(
  state: SourceState,
  run: string,
  ledger: Pick<Ledger, 'read' | 'payload'>,
): Promise<Repaired> {
  const done = new Map<string, Outcome>();
  let liveBefore: number | undefined;
  const numbers: number[] = [];
  let changed = false;
  for (;;) {
    const entries = await ledger.read(state.ledgerSeq, READ_LIMIT);
    for (const entry of entries) {
      if (entry.source === state.source) {
        if (entry.run === run) {
          liveBefore ??= countLive(state);
          noteDone(done, entry);
          numbers.push(entry.seq);
        }
        await put(state, entry, ledger);
        changed = true;
      }
      state.ledgerSeq = entry.seq;
    }
    if (entries.length === 0) break;
  }
  const [first] = numbers;
  const last = numbers.at(-1);
  const changes = first === undefined || last === undefined ? null : { first, last };
  return { liveBefore: liveBefore ?? countLive(state), done, changes, changed };
}
