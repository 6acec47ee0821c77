/** What the catalogue is after a change, by the log alone. */
import { afterChange, type CatalogueState } from '#catalogue/state-hash.ts';
import type { Ledger } from './ledger.ts';

/** Entries read at a time: some MB of them. */
const READ_ENTRIES = 5_000;

/** The state of the catalogue at a place of the log. */
export interface StateAt {
  readonly seq: number;
  readonly state: CatalogueState;
}

/** Goes through the log from one place up to another. */
export async function stateUpTo(ledger: Pick<Ledger, 'read'>, from: StateAt, to: number): Promise<StateAt> {
  let { seq, state } = from;
  while (seq < to) {
    const entries = await ledger.read(seq, Math.min(READ_ENTRIES, to - seq));
    if (entries.length === 0) break;
    for (const entry of entries) state = afterChange(state, entry);
    seq = entries.at(-1)?.seq ?? seq;
  }
  return { seq, state };
}
