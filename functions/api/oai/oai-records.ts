/**
 * The records of the repository in the order of their latest change. A record that changes while it is being harvested
 * moves to the end of the list: a walk may see it twice and never misses it.
 */
import { PROJECTION } from '#functions/project/project.ts';
import type { StoredDataset } from '#functions/shared/catalogue-store.ts';
import { lastBefore } from '#functions/shared/ledger.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { ApiPorts } from '../ports.ts';
import type { Selection } from './oai-question.ts';

export type OaiPorts = Pick<ApiPorts, 'links' | 'ledger' | 'catalogue' | 'checkpoints' | 'sources'>;

/** Changes looked at together: each that may be a record costs a read of its own. */
const SCAN_ENTRIES = 100;

/** The end of what may be listed: what the datasets table is not known to have yet would be taken for old. */
export async function listEnd({ ledger, checkpoints }: OaiPorts): Promise<{ epoch: string; seq: number }> {
  const { epoch } = await ledger.head();
  const projected = await checkpoints.get(PROJECTION);
  return { epoch, seq: projected?.epoch === epoch ? projected.seq : 0 };
}

/** Datasets whose latest change is among these. */
async function latestOf({ catalogue }: OaiPorts, entries: readonly LedgerEntry[]): Promise<StoredDataset[]> {
  const last = [...new Map(entries.map((entry) => [entry.dataset, entry])).values()].sort((a, b) => a.seq - b.seq);
  const found = await Promise.all(last.map(({ dataset }) => catalogue.get(dataset)));
  return found.filter((dataset, index) => dataset !== undefined && dataset.seq === last[index]?.seq) as StoredDataset[];
}

/** Walks the records of a selection, oldest change first. */
export async function* recordsOf(ports: OaiPorts, selection: Selection, end: number): AsyncGenerator<StoredDataset> {
  const { set, from, before, after } = selection;
  let last = after ?? (from === undefined ? 0 : await lastBefore(ports.ledger, from));
  while (last < end) {
    const entries = await ports.ledger.read(last, Math.min(SCAN_ENTRIES, end - last));
    const final = entries.at(-1);
    if (!final) return;
    const wanted = entries.filter(({ source }) => set === undefined || source === set);
    for (const dataset of await latestOf(ports, wanted)) {
      if (before !== undefined && Date.parse(dataset.published) >= before) return;
      yield dataset;
    }
    if (before !== undefined && Date.parse(final.published) >= before) return;
    last = final.seq;
  }
}
