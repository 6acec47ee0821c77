/** Turns removals into changes: a deletion for the ledger, and a tombstone in the source's state. */
import type { Removal } from '#catalogue/removal.ts';
import type { Cause } from '#schemas/change.ts';
import type { PendingChange } from './change-writer.ts';
import type { SourceState } from './source-state.ts';

/** Who removes, and when it was seen. */
export interface RemovedBy {
  readonly run: string;
  readonly observedAt: string;
  readonly cause: Cause;
}

/** The deletion of one live record; undefined for one that is gone already. */
export function deletionOf(state: SourceState, { id }: Removal, by: RemovedBy): PendingChange | undefined {
  const before = state.records.get(id);
  if (!before?.live) return undefined;
  const revision = before.revision + 1;
  return {
    draft: {
      type: 'Delete',
      dataset: id,
      kind: before.kind,
      revision,
      contentHash: null,
      previousHash: before.hash,
      changed: [],
      source: state.source,
      run: by.run,
      observedAt: by.observedAt,
      cause: by.cause,
      previous: before.lastSeq,
    },
    entry: null,
    state: { ...before, live: false, revision, hash: null, properties: '', missingRuns: 0, kept: false },
  };
}
