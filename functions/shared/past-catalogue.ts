/**
 * The catalogue as it was after a change: what the datasets table has now, and for what changed since, what the log had
 * before. Rows stay for ever, also those of removed datasets, so their order is the same however long a walk takes.
 */
import type { LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { CatalogueStore } from './catalogue-store.ts';
import type { Ledger } from './ledger.ts';

export interface PastPorts {
  readonly catalogue: Pick<CatalogueStore, 'get'>;
  readonly ledger: Pick<Ledger, 'read' | 'payloads'>;
}

/** A dataset as of some change: its last one up to then, and the record that it brought. */
export interface PastDataset {
  readonly seq: number;
  readonly revision: number;
  readonly contentHash: string | null;
  readonly entry: CatalogueEntry;
}

/** The last change of a dataset up to `at`, from one of its changes backwards. */
async function lastUpTo({ ledger }: PastPorts, from: number, at: number): Promise<LedgerEntry | undefined> {
  for (let next: number | null = from; next !== null; ) {
    const [change]: LedgerEntry[] = await ledger.read(next - 1, 1);
    if (!change || change.seq <= at) return change;
    next = change.previous;
  }
  return undefined;
}

/** A dataset as of `at`; null when it was not there then. */
export async function datasetAt(ports: PastPorts, id: string, at: number): Promise<PastDataset | null> {
  const now = await ports.catalogue.get(id);
  if (!now) return null;
  if (now.seq <= at) return now.entry && { ...now, entry: now.entry };
  // Its only change came later: there is nothing before it to look for.
  if (now.revision === 1) return null;
  const change = await lastUpTo(ports, now.seq, at);
  if (!change || change.type === 'Delete') return null;
  const [entry = null] = await ports.ledger.payloads([change]);
  return entry && { seq: change.seq, revision: change.revision, contentHash: change.contentHash, entry };
}

/** A dataset's record as of `at`; null when it was not there then. */
export const entryAt = async (ports: PastPorts, id: string, at: number): Promise<CatalogueEntry | null> =>
  (await datasetAt(ports, id, at))?.entry ?? null;
