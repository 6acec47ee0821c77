/** What the log says in the end: a rebuild writes each dataset once, as it is now, and never what it was in between. */
import { afterChange, type CatalogueState, emptyState, stateHashOf } from '#catalogue/state-hash.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import { payloadChunks } from '#functions/shared/payload-chunks.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';

/** Entries read at a time: some MB of them. */
const READ_ENTRIES = 1000;

/** Records in memory together. */
const RECORDS = 200;

/** The log up to a place, gone through once. A number for each dataset: ten MB for a hundred thousand. */
export interface LogSurvey {
  readonly to: number;
  /** The number of each dataset's last change, also of the removed ones. */
  readonly last: ReadonlyMap<string, number>;
  readonly state: CatalogueState;
}

export const hashesOf = (state: CatalogueState) => ({ count: state.count, stateHash: stateHashOf(state) });

async function* entriesUpTo(
  ledger: Pick<Ledger, 'read'>,
  from: number,
  to: number,
): AsyncGenerator<readonly LedgerEntry[]> {
  for (let seq = from; seq < to; ) {
    const entries = await ledger.read(seq, Math.min(READ_ENTRIES, to - seq));
    const last = entries.at(-1);
    if (!last) return;
    yield entries;
    seq = last.seq;
  }
}

/** Goes through the log. @param renew called for each portion of it. */
export async function surveyLog(
  ledger: Pick<Ledger, 'read'>,
  to: number,
  renew: () => Promise<void>,
): Promise<LogSurvey> {
  const last = new Map<string, number>();
  let state = emptyState;
  for await (const entries of entriesUpTo(ledger, 0, to)) {
    for (const entry of entries) {
      last.set(entry.dataset, entry.seq);
      state = afterChange(state, entry);
    }
    await renew();
  }
  return { to, last, state };
}

/** A dataset's last change with the record that it brought; null where it removed the dataset. */
export interface LastChange {
  readonly change: LedgerEntry;
  readonly entry: CatalogueEntry | null;
}

/** The last change of every dataset, in the order of the log, in portions whose records fit into memory together. */
export async function* lastChanges(
  ledger: Pick<Ledger, 'read' | 'payloads'>,
  { last, to }: LogSurvey,
  from = 0,
): AsyncGenerator<{ readonly changes: readonly LastChange[]; readonly seq: number }> {
  for await (const entries of entriesUpTo(ledger, from, to)) {
    const lasting = entries.filter(({ dataset, seq }) => last.get(dataset) === seq);
    for (const portion of payloadChunks(lasting, RECORDS)) {
      const records = await ledger.payloads(portion);
      const changes = portion.map((change, place) => ({ change, entry: records[place] ?? null }));
      yield { changes, seq: portion.at(-1)?.seq ?? from };
    }
  }
}
