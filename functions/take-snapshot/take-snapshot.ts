/**
 * Takes a snapshot of the live catalogue as of one change, once a day and as soon as there is something to take (docs/decisions/0040).
 * A snapshot is told of only when the sum over its datasets is that of the log: what it shows is the log's own state.
 */
import * as z from 'zod';
import { type CatalogueState, emptyState, readState, stateHashOf, withDataset } from '#catalogue/state-hash.ts';
import { PROJECTION } from '#functions/project/project.ts';
import type { CatalogueStore } from '#functions/shared/catalogue-store.ts';
import type { CheckpointStore, Position } from '#functions/shared/checkpoint-store.ts';
import type { Clock } from '#functions/shared/clock.ts';
import { TransientFailure } from '#functions/shared/failures.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import { stateUpTo } from '#functions/shared/ledger-state.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { datasetAt } from '#functions/shared/past-catalogue.ts';
import {
  clearSnapshots,
  listSnapshots,
  publishSnapshot,
  type Snapshot,
  type SnapshotFile,
  SnapshotFormat,
  snapshotKey,
} from '#functions/shared/snapshot-store.ts';
import type { Addresses } from '#publishing/addresses.ts';
import { changeCursor } from '#publishing/change-cursor.ts';
import type { SnapshotRow } from '#publishing/snapshot-row.ts';
import { putFormat, putLines, snapshotFiles, type Tally } from './snapshot-files.ts';

/** Whoever begins with the newest snapshot then has a day's changes to read at most. */
const EVERY_MS = 24 * 60 * 60 * 1000;

/** A month of them: who began to copy one must be able to end, and may look back a little. */
const KEPT = 30;

/** Objects cleared away at a time, the files of some dozen snapshots: the next turn goes on. */
const CLEARED = 200;

/** Rows in a page of the list. */
const ROWS = 100;

/** Records read at the same time: each may be 30 MB. */
const AT_ONCE = 8;

export interface SnapshotPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly catalogue: Pick<CatalogueStore, 'get' | 'list'>;
  readonly checkpoints: Pick<CheckpointStore, 'get'>;
  readonly objects: ObjectStore;
  readonly addresses: Addresses;
  readonly clock: Clock;
}

/** `current`: the newest is of today, or nothing has changed since. `empty`: there is nothing to take yet. */
export type Taken =
  | { readonly kind: 'taken'; readonly id: string; readonly count: number }
  | { readonly kind: 'current'; readonly id: string }
  | { readonly kind: 'empty' };

/** As far as the datasets table is known to have come. */
async function placeOf({ ledger, checkpoints }: SnapshotPorts): Promise<Position> {
  const { epoch } = await ledger.head();
  const projected = await checkpoints.get(PROJECTION);
  return { epoch, seq: projected?.epoch === epoch ? projected.seq : 0 };
}

/** The datasets that were live after a change, in the order of source and id. */
async function* rowsAt(ports: SnapshotPorts, at: number): AsyncGenerator<SnapshotRow> {
  const { catalogue, addresses } = ports;
  for (let after: string | undefined; ; ) {
    const rows = await catalogue.list({ after, limit: ROWS, consistent: true });
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const ids = rows.slice(start, start + AT_ONCE).map(({ id }) => id);
      const datasets = await Promise.all(ids.map((id) => datasetAt(ports, id, at)));
      for (const dataset of datasets) if (dataset) yield { ...dataset, iri: addresses.datasetIri(dataset.entry.id) };
    }
    if (rows.length < ROWS) return;
    after = rows.at(-1)?.id;
  }
}

/** The state by the log: from the snapshot before, whose state was the log's too. */
async function stateByLog(
  { ledger }: SnapshotPorts,
  before: Snapshot | undefined,
  at: number,
): Promise<CatalogueState> {
  const start = before
    ? { seq: before.seq, state: readState(before.count, before.stateHash) }
    : { seq: 0, state: emptyState };
  return (await stateUpTo(ledger, start, at)).state;
}

/** Writes all files. @throws TransientFailure when they do not show what the log says. */
async function writeFiles(
  ports: SnapshotPorts,
  { id, at, expected }: { readonly id: string; readonly at: number; readonly expected: CatalogueState },
): Promise<SnapshotFile[]> {
  let state = emptyState;
  const counted = async function* (): AsyncGenerator<SnapshotRow> {
    for await (const row of rowsAt(ports, at)) {
      state = withDataset(state, { id: row.entry.id, revision: row.revision, contentHash: row.contentHash });
      yield row;
    }
  };
  const keyOf = (format: SnapshotFormat) => snapshotKey(ports.addresses.base, id, snapshotFiles[format].name);
  const lines = keyOf('jsonl');
  const files: (Tally & Pick<SnapshotFile, 'format'>)[] = [
    { format: 'jsonl', ...(await putLines(ports.objects, lines, counted())) },
  ];
  if (state.sum !== expected.sum) {
    throw new TransientFailure(`The ${state.count} datasets read are not the ${expected.count} of the log at ${at}.`);
  }
  for (const format of SnapshotFormat.options) {
    if (format === 'jsonl') continue;
    files.push({ format, ...(await putFormat(ports.objects, { format, key: keyOf(format), lines })) });
  }
  return files.map((file) => ({ ...snapshotFiles[file.format], ...file, count: state.count }));
}

/** True when the newest snapshot will do. */
const isCurrent = (newest: Snapshot, { seq }: Position, now: number): boolean =>
  newest.seq >= seq || now - Date.parse(newest.takenAt) < EVERY_MS;

/** Those that there are; none where the list cannot be read and a rebuild is to begin another. */
async function listed({ objects, addresses }: SnapshotPorts, anew: boolean): Promise<readonly Snapshot[]> {
  try {
    return await listSnapshots(objects, addresses.base);
  } catch (error) {
    // A list that is not what was written once: whoever only looks must be told, whoever mends it must not.
    if (anew && (error instanceof SyntaxError || error instanceof z.ZodError)) return [];
    throw error;
  }
}

/**
 * Takes a snapshot when it is time for one.
 * @param anew takes one now, and believes nothing of what is there: the state is summed up from the log's start.
 */
export async function takeSnapshot(ports: SnapshotPorts, { anew = false } = {}): Promise<Taken> {
  const { objects, addresses, clock } = ports;
  const place = await placeOf(ports);
  if (place.seq === 0) return { kind: 'empty' };
  const before = await listed(ports, anew);
  const newest = before.find(({ epoch }) => epoch === place.epoch);
  const now = clock();
  if (newest && !anew && isCurrent(newest, place, now)) return { kind: 'current', id: newest.id };

  const expected = await stateByLog(ports, anew ? undefined : newest, place.seq);
  const id = `${place.epoch}-${place.seq}`;
  const files = await writeFiles(ports, { id, at: place.seq, expected });
  const { count } = expected;
  const cursor = changeCursor(place.epoch, place.seq);
  const takenAt = new Date(now).toISOString();
  const snapshot = { id, ...place, cursor, takenAt, count, stateHash: stateHashOf(expected), files };
  const kept = before.filter((other) => other.id !== id).slice(0, KEPT - 1);
  await publishSnapshot(objects, addresses.base, { snapshot, kept });
  await clearSnapshots(objects, addresses.base, CLEARED);
  return { kind: 'taken', id, count };
}
