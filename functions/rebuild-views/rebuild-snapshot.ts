/**
 * A snapshot of now, whatever there is: the state is summed up from the log's start, and the files of the same place are written
 * over. Older snapshots stay as they are; where their list cannot be read, it begins again with this one.
 */

import { emptyState } from '#catalogue/state-hash.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import { stateUpTo } from '#functions/shared/ledger-state.ts';
import { listSnapshots } from '#functions/shared/snapshot-store.ts';
import { type SnapshotPorts, takeSnapshot } from '#functions/take-snapshot/take-snapshot.ts';
import { hashesOf } from './log-survey.ts';
import type { Rebuilt } from './rebuilt.ts';

export type RebuildSnapshotPorts = SnapshotPorts & { readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'> };

/** Takes a snapshot as far as the datasets table has come. */
export async function rebuildSnapshot(ports: RebuildSnapshotPorts): Promise<Rebuilt> {
  const taken = await takeSnapshot(ports, { anew: true });
  const { epoch } = await ports.ledger.head();
  const snapshots = await listSnapshots(ports.objects, ports.addresses.base);
  const snapshot = taken.kind === 'empty' ? undefined : snapshots.find(({ id }) => id === taken.id);
  const seq = snapshot?.seq ?? 0;
  const { state } = await stateUpTo(ports.ledger, { seq: 0, state: emptyState }, seq);
  const ledger = hashesOf(state);
  const shown = snapshot ? { count: snapshot.count, stateHash: snapshot.stateHash } : hashesOf(emptyState);
  const agrees = shown.count === ledger.count && shown.stateHash === ledger.stateHash;
  const report = { view: 'snapshots' as const, epoch, seq, cleared: 0, count: shown.count, ledger, agrees };
  return { kind: 'done', report: snapshot ? { ...report, state: shown } : report };
}
