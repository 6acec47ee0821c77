/** The objects of a source and its runs: state, checkpoint and balance sheet, gzipped. */
import { readLines, writeLines, writeText } from '#functions/shared/json-lines.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { RunRecord } from '#schemas/run.ts';
import { decodeState, emptyState, encodeState, type SourceState } from './source-state.ts';

const stateKey = (source: string): string => `state/${source}/current.json.gz`;
const checkpointKey = (run: string): string => `runs/${run}/checkpoint.jsonl.gz`;
const recordsKey = (run: string): string => `runs/${run}/records.jsonl.gz`;

export type RunFileStore = Pick<ObjectStore, 'get' | 'getStream' | 'put' | 'putStream' | 'list' | 'remove'>;

/** The source's state as it was written last; undefined for a source that was never harvested. */
export async function readWrittenState(objects: RunFileStore, source: string): Promise<SourceState | undefined> {
  return decodeState(readLines(objects, stateKey(source)));
}

/** The source's state; that of a source never harvested is empty. */
export const readState = async (objects: RunFileStore, source: string): Promise<SourceState> =>
  (await readWrittenState(objects, source)) ?? emptyState(source);

export const writeState = (objects: RunFileStore, state: SourceState): Promise<void> =>
  writeText(objects, stateKey(state.source), encodeState(state));

/**
 * The state of a run that waits for approval: `put-down` as it was when an invocation ended, `after` as it will be when the
 * run is released. The source's own state stays as it is until then.
 */
type WaitingState = 'put-down' | 'after';

const waitingStateKey = (run: string, which: WaitingState): string => `runs/${run}/state-${which}.json.gz`;

export const readWaitingState = (
  objects: RunFileStore,
  run: string,
  which: WaitingState,
): Promise<SourceState | undefined> => decodeState(readLines(objects, waitingStateKey(run, which)));

export const writeWaitingState = (
  objects: RunFileStore,
  run: string,
  state: SourceState,
  which: WaitingState,
): Promise<void> => writeText(objects, waitingStateKey(run, which), encodeState(state));

/** What an invocation left for the next one of the same run, a line at a time; nothing where none was put down. */
export const readCheckpoint = (objects: RunFileStore, run: string): AsyncIterable<string> =>
  readLines(objects, checkpointKey(run));

export const writeCheckpoint = (objects: RunFileStore, run: string, lines: Iterable<unknown>): Promise<void> =>
  writeLines(objects, checkpointKey(run), lines);

/** The balance sheet, a line a record. */
export const writeRunRecords = (objects: RunFileStore, run: string, rows: Iterable<RunRecord>): Promise<void> =>
  writeLines(objects, recordsKey(run), rows);

/** The balance sheet of a run as it was written; empty for a run that has none. */
export async function readRunRecords(objects: RunFileStore, run: string): Promise<RunRecord[]> {
  const rows: RunRecord[] = [];
  for await (const line of readLines(objects, recordsKey(run))) rows.push(RunRecord.parse(JSON.parse(line)));
  return rows;
}
