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

export type OaiPorts = Pick<ApiPorts, 'links' | 'ledger' | 'catalogue' | 'checkpoints' | 'sources' | 'contact'>;

/** Changes looked at together: a set that few of them belong to must not cost a read of the log for each hundred. */
const SCAN_ENTRIES = 1000;

/** Records read at once: each may be 30 MB, and those behind the end of an answer are read for nothing. */
const RECORDS_AT_ONCE = 10;

/** The end of what may be listed: what the datasets table is not known to have yet would be taken for old. */
export async function listEnd({ ledger, checkpoints }: OaiPorts): Promise<{ epoch: string; seq: number }> {
  const { epoch } = await ledger.head();
  const projected = await checkpoints.get(PROJECTION);
  return { epoch, seq: projected?.epoch === epoch ? projected.seq : 0 };
}

/** Datasets whose latest change is among these, in the order of the changes. */
async function* latestOf({ catalogue }: OaiPorts, entries: readonly LedgerEntry[]): AsyncGenerator<StoredDataset> {
  const last = [...new Map(entries.map((entry) => [entry.dataset, entry])).values()].sort((a, b) => a.seq - b.seq);
  for (let start = 0; start < last.length; start += RECORDS_AT_ONCE) {
    const portion = last.slice(start, start + RECORDS_AT_ONCE);
    const found = await Promise.all(portion.map(({ dataset }) => catalogue.get(dataset)));
    for (const [index, dataset] of found.entries()) {
      if (dataset && dataset.seq === portion[index]?.seq) yield dataset;
    }
  }
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
    for await (const dataset of latestOf(ports, wanted)) {
      if (before !== undefined && Date.parse(dataset.published) >= before) return;
      yield dataset;
    }
    if (before !== undefined && Date.parse(final.published) >= before) return;
    last = final.seq;
  }
}
