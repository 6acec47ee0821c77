/** The objects of a source and its runs: state, checkpoint and balance sheet, gzipped. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { RunRecord } from '#schemas/run.ts';
import { decodeState, emptyState, encodeState, type SourceState } from './source-state.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Fast rather than small: these objects are replaced at every run. */
const OPTIONS = { level: 1 };

const stateKey = (source: string): string => `state/${source}/current.json.gz`;
const checkpointKey = (run: string): string => `runs/${run}/checkpoint.json.gz`;
const recordsKey = (run: string): string => `runs/${run}/records.jsonl.gz`;

export type RunFileStore = Pick<ObjectStore, 'get' | 'getStream' | 'put' | 'putStream'>;

async function readText(objects: RunFileStore, key: string): Promise<string | undefined> {
  const bytes = await objects.get(key);
  return bytes && (await unpack(bytes)).toString('utf8');
}

const writeText = async (objects: RunFileStore, key: string, text: string): Promise<void> =>
  objects.put(key, await pack(text, OPTIONS), { contentEncoding: 'gzip' });

/** The source's state as it was written last; undefined for a source that was never harvested. */
export async function readWrittenState(objects: RunFileStore, source: string): Promise<SourceState | undefined> {
  const text = await readText(objects, stateKey(source));
  return text === undefined ? undefined : decodeState(text);
}

/** The source's state; that of a source never harvested is empty. */
export const readState = async (objects: RunFileStore, source: string): Promise<SourceState> =>
  (await readWrittenState(objects, source)) ?? emptyState(source);

export const writeState = (objects: RunFileStore, state: SourceState): Promise<void> =>
  writeText(objects, stateKey(state.source), [...encodeState(state)].join(''));

/**
 * The state of a run that waits for approval: `put-down` as it was when an invocation ended, `after` as it will be when the
 * run is released. The source's own state stays as it is until then.
 */
type WaitingState = 'put-down' | 'after';

const waitingStateKey = (run: string, which: WaitingState): string => `runs/${run}/state-${which}.json.gz`;

export async function readWaitingState(
  objects: RunFileStore,
  run: string,
  which: WaitingState,
): Promise<SourceState | undefined> {
  const text = await readText(objects, waitingStateKey(run, which));
  return text === undefined ? undefined : decodeState(text);
}

export const writeWaitingState = (
  objects: RunFileStore,
  run: string,
  state: SourceState,
  which: WaitingState,
): Promise<void> => writeText(objects, waitingStateKey(run, which), [...encodeState(state)].join(''));

/** What an invocation left for the next one of the same run. */
export async function readCheckpoint(objects: RunFileStore, run: string): Promise<unknown> {
  const text = await readText(objects, checkpointKey(run));
  return text === undefined ? undefined : JSON.parse(text);
}

export const writeCheckpoint = (objects: RunFileStore, run: string, checkpoint: unknown): Promise<void> =>
  writeText(objects, checkpointKey(run), JSON.stringify(checkpoint));

/** The balance sheet, a line a record. */
export const writeRunRecords = (objects: RunFileStore, run: string, rows: readonly RunRecord[]): Promise<void> =>
  writeText(objects, recordsKey(run), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

/** The balance sheet of a run as it was written; empty for a run that has none. */
export async function readRunRecords(objects: RunFileStore, run: string): Promise<RunRecord[]> {
  const text = await readText(objects, recordsKey(run));
  const lines = text?.split('\n').filter((line) => line !== '') ?? [];
  return lines.map((line) => RunRecord.parse(JSON.parse(line)));
}
