/** The state that a run takes up; a source that is harvested for the first time is given one that begins where the ledger ends. */
import type { Ledger } from '#functions/shared/ledger.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import { type RunFileStore, readWrittenState, writeState } from './run-files.ts';
import { emptyState, type SourceState } from './source-state.ts';

interface OwnStatePorts {
  readonly runs: Pick<RunStore, 'bySource'>;
  readonly ledger: Pick<Ledger, 'head'>;
  readonly objects: RunFileStore;
}

/**
 * Reads the state. A source's first run has nothing in the ledger before its own changes, so it looks only at what comes after
 * the head of now: else the first harvest of many sources would read the whole log once for each of them. That place is
 * written before anything is appended, so a worker that takes the run up after this one died finds what this one did.
 * A preview appends nothing, and keeps no state of a source that has none. A source that had runs and has lost its state is read from the ledger's beginning.
 */
export async function readOwnState(
  ports: OwnStatePorts,
  source: string,
  { keep } = { keep: true },
): Promise<SourceState> {
  const written = await readWrittenState(ports.objects, source);
  if (written) return written;
  const state = emptyState(source);
  const runs = await ports.runs.bySource(source, { limit: 2 });
  if (runs.length > 1) return state;
  state.ledgerSeq = (await ports.ledger.head()).seq;
  if (keep) await writeState(ports.objects, state);
  return state;
}
