/** Carries the ledger's changes into the datasets table, from its own checkpoint to the head. */
import type { CatalogueStore, DatasetWrite } from '#functions/shared/catalogue-store.ts';
import { summaryOf } from '#functions/shared/dataset-summary.ts';
import { type Followed, type FollowPorts, followLedger } from '#functions/shared/follow-ledger.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import { payloadChunks } from '#functions/shared/payload-chunks.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';

/** The name of this consumer's checkpoint. */
export const PROJECTION = 'datasets';

/** Entries in a step: their records are in memory together. */
const STEP_ENTRIES = 500;

export interface ProjectPorts extends FollowPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly catalogue: Pick<CatalogueStore, 'write'>;
}

/** Projects until the head is reached. */
export const project = (ports: ProjectPorts): Promise<Followed> =>
  followLedger(ports, {
    name: PROJECTION,
    stepEntries: STEP_ENTRIES,
    begin: async () => (entries) => writeStep(ports, entries),
  });

/** Of several changes to one dataset only the last is written. */
async function writeStep({ ledger, catalogue }: ProjectPorts, entries: readonly LedgerEntry[]): Promise<void> {
  const latest = [...new Map(entries.map((entry) => [entry.dataset, entry])).values()];
  for (const changes of payloadChunks(latest, STEP_ENTRIES)) {
    const records = await ledger.payloads(changes);
    await catalogue.write(changes.map((change, index) => writeOf(change, records[index] ?? null)));
  }
}

/** The row that a change makes of its dataset. */
export const writeOf = (change: LedgerEntry, entry: CatalogueEntry | null): DatasetWrite => ({
  id: change.dataset,
  source: change.source,
  kind: change.kind,
  state: change.type === 'Delete' ? 'removed' : 'live',
  revision: change.revision,
  seq: change.seq,
  published: change.published,
  contentHash: change.contentHash,
  summary: summaryOf(entry),
  // The revision counts changes, the removal among them: the last that had a record is the one before.
  tombstone:
    change.type === 'Delete'
      ? {
          deletedAt: change.published,
          lastRevision: change.revision - 1,
          cause: change.cause,
          replacedBy: change.replacedBy ?? null,
        }
      : null,
  entry,
  payload: change.payload,
});
