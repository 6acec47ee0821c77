/**
 * The changes of a run that waits for approval (docs/decisions/0011): kept beside the run, each with what it would do to
 * its record, and appended to the ledger only when an operator says so.
 */
import * as z from 'zod';
import { differenceOf } from '#catalogue/difference.ts';
import { RecordState } from '#catalogue/record-state.ts';
import { readLines, writeLines } from '#functions/shared/json-lines.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { ChangeDraft } from '#schemas/change.ts';
import { RecordDifference } from '#schemas/difference.ts';
import { CatalogueEntry } from '#schemas/record.ts';
import { type ChangeWriter, type PendingChange, SIZE_IN_MEMORY, sizeOf } from './change-writer.ts';

/** Changes in an object while the run goes on: few enough to be held in memory, whatever the size of the set. */
const BATCH = 100;

export const WaitingChange = z.object({ draft: ChangeDraft, entry: CatalogueEntry.nullable(), state: RecordState });
type WaitingChange = z.infer<typeof WaitingChange>;

const BatchLine = WaitingChange.extend({ difference: RecordDifference });

const batchKey = (run: string, batch: number): string =>
  `runs/${run}/waiting/${String(batch).padStart(6, '0')}.jsonl.gz`;
const setKey = (run: string): string => `runs/${run}/waiting.jsonl.gz`;

/** Where the readable difference of a run lies. */
export const differenceKey = (run: string): string => `runs/${run}/difference.jsonl.gz`;

export type WaitingStore = Pick<ObjectStore, 'get' | 'getStream' | 'put' | 'putStream'>;

interface WaitingPorts {
  readonly ledger: Pick<Ledger, 'read' | 'payloads'>;
  readonly objects: WaitingStore;
}

/** Changes of a set often follow each other in the log: so many numbers of it are read at once, as many as its batches hold. */
const WINDOW = 100;

/** The records as the ledger told them last, by the number of that change; those that are not live are not among them. */
async function liveEntries(
  ledger: WaitingPorts['ledger'],
  changes: readonly PendingChange[],
): Promise<ReadonlyMap<number, CatalogueEntry | null>> {
  const left = new Set(changes.filter(({ draft }) => draft.type !== 'Create').map(({ state }) => state.lastSeq));
  const found = new Map<number, CatalogueEntry | null>();
  for (const first of [...left].sort((a, b) => a - b)) {
    if (found.has(first) || first === 0) continue;
    const entries = (await ledger.read(first - 1, WINDOW)).filter(({ seq }) => left.has(seq));
    const payloads = await ledger.payloads(entries);
    for (const [index, { seq }] of entries.entries()) found.set(seq, payloads[index] ?? null);
  }
  return found;
}

/** Takes changes as `ChangeWriter` does, and keeps them instead of appending them. The records' states stay as they are. */
export class WaitingWriter implements Pick<ChangeWriter, 'add' | 'flush'> {
  readonly #ports: WaitingPorts;
  readonly #run: string;
  /** How many batches are kept; carried in the session, so that another invocation goes on behind them. */
  readonly #place: { waitingBatches: number };
  #buffer: PendingChange[] = [];

  constructor(ports: WaitingPorts, run: string, place: { waitingBatches: number }) {
    this.#ports = ports;
    this.#run = run;
    this.#place = place;
  }

  async add(change: PendingChange): Promise<void> {
    this.#buffer.push(change);
    if (this.#buffer.length >= BATCH || sizeOf(this.#buffer) > SIZE_IN_MEMORY) await this.flush();
  }

  async flush(): Promise<void> {
    const changes = this.#buffer;
    if (changes.length === 0) return;
    this.#buffer = [];
    const before = await liveEntries(this.#ports.ledger, changes);
    const lines = changes.map((change) => {
      const { draft, entry, state } = change;
      const was = draft.type === 'Create' ? null : (before.get(state.lastSeq) ?? null);
      return { ...change, difference: differenceOf(draft, was, entry) };
    });
    await writeLines(this.#ports.objects, batchKey(this.#run, this.#place.waitingBatches), lines);
    this.#place.waitingBatches += 1;
  }

  /** Resolves at once: what it writes is written when its calls return. */
  settled(): Promise<void> {
    return Promise.resolve();
  }
}

async function* batchLines(objects: WaitingStore, run: string, batches: number) {
  for (let batch = 0; batch < batches; batch += 1) {
    for await (const line of readLines(objects, batchKey(run, batch))) yield BatchLine.parse(JSON.parse(line));
  }
}

async function* differencesOf(objects: WaitingStore, run: string, batches: number) {
  for await (const { difference } of batchLines(objects, run, batches)) yield difference;
}

/** Puts together what a preview's changes would do, to be looked at; there is nothing to release. */
export const closePreview = (objects: WaitingStore, run: string, batches: number): Promise<void> =>
  writeLines(objects, differenceKey(run), differencesOf(objects, run, batches));

/** Puts the batches of a run together: the set as an operator may release it, and what it would do, to be looked at. */
export async function closeWaiting(objects: WaitingStore, run: string, batches: number): Promise<void> {
  async function* changes() {
    for await (const { difference: _difference, ...change } of batchLines(objects, run, batches)) yield change;
  }
  await writeLines(objects, setKey(run), changes());
  await writeLines(objects, differenceKey(run), differencesOf(objects, run, batches));
}

/** The set that a run left waiting, in the order of its changes. */
export async function* waitingChanges(
  objects: Pick<ObjectStore, 'getStream'>,
  run: string,
): AsyncGenerator<WaitingChange> {
  for await (const line of readLines(objects, setKey(run))) yield WaitingChange.parse(JSON.parse(line));
}

/** Which run's changes wait for the source: a newer run's take the place of an older one's. */
const Pointer = z.object({ run: z.string().nullable() });

const pointerKey = (source: string): string => `state/${source}/waiting.json`;

/** The run of the source whose changes wait; null when none do. */
export async function readWaitingRun(objects: Pick<ObjectStore, 'get'>, source: string): Promise<string | null> {
  const bytes = await objects.get(pointerKey(source));
  return bytes ? Pointer.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).run : null;
}

export const writeWaitingRun = (objects: Pick<ObjectStore, 'put'>, source: string, run: string | null): Promise<void> =>
  objects.put(pointerKey(source), Buffer.from(JSON.stringify({ run })), { contentType: 'application/json' });
