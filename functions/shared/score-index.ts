/** One row a live dataset, of which gathered scores are made: reading a hundred thousand assessments for a mean would take minutes. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { ScoreRow } from '#schemas/score-history.ts';
import { readLines, writeLines } from './json-lines.ts';
import type { ObjectStore } from './object-store.ts';

const INDEX_KEY = 'quality/index.jsonl.gz';
/** Says which scores the index has, so that who copies them need not read it to see that they are the same. */
const VERSION_KEY = 'quality/index.json';
const Version = z.object({ version: z.string() });

export class ScoreIndex {
  readonly #rows: Map<string, ScoreRow>;
  #changed: boolean;

  /** @param changed whether it has to be written although no row becomes another. */
  constructor(rows: Iterable<ScoreRow> = [], changed = false) {
    this.#rows = new Map([...rows].map((row) => [row.id, row]));
    this.#changed = changed;
  }

  set(row: ScoreRow): void {
    const had = this.#rows.get(row.id);
    if (JSON.stringify(had) === JSON.stringify(row)) return;
    this.#rows.set(row.id, row);
    this.#changed = true;
  }

  delete(id: string): void {
    if (this.#rows.delete(id)) this.#changed = true;
  }

  /** Whether a row became another since the last time that this was asked. */
  takeChanged(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }

  rows(): IterableIterator<ScoreRow> {
    return this.#rows.values();
  }

  get(id: string): ScoreRow | undefined {
    return this.#rows.get(id);
  }
}

/** The rows of the index as it lies in the store. */
export async function* readScores(objects: Pick<ObjectStore, 'getStream'>): AsyncGenerator<ScoreRow> {
  for await (const line of readLines(objects, INDEX_KEY)) yield ScoreRow.parse(JSON.parse(line));
}

/** The version of the index's scores; undefined before there are any. */
export async function readScoresVersion(objects: Pick<ObjectStore, 'get'>): Promise<string | undefined> {
  const body = await objects.get(VERSION_KEY);
  return body && Version.parse(JSON.parse(Buffer.from(body).toString())).version;
}

/** An index without a version, as it was once written, is one to write again. */
export async function readIndex(objects: Pick<ObjectStore, 'get' | 'getStream'>): Promise<ScoreIndex> {
  const rows = await Array.fromAsync(readScores(objects));
  return new ScoreIndex(rows, rows.length > 0 && (await readScoresVersion(objects)) === undefined);
}

/** Makes a version of the scores that rows have; what else stands in a row does not make another of it. */
export class ScoresVersion {
  readonly #hash = createHash('sha256');

  add({ id, summary: { letter, share, mqa } }: ScoreRow): void {
    this.#hash.update(JSON.stringify([id, letter, share, mqa]));
  }

  told(): string {
    return this.#hash.digest('base64url');
  }
}

/**
 * The version goes first: a writer that dies between the two is followed by one that writes both again, while an index that
 * came before its version could stand there untold. Readers therefore take the version of the rows that they read.
 * @returns whether scores are others than before, and not only which changes they judge.
 */
export async function writeIndex(
  objects: Pick<ObjectStore, 'get' | 'put' | 'putStream'>,
  index: ScoreIndex,
): Promise<boolean> {
  const version = new ScoresVersion();
  for (const row of index.rows()) version.add(row);
  const before = await readScoresVersion(objects);
  const told = version.told();
  await objects.put(VERSION_KEY, Buffer.from(JSON.stringify({ version: told })), { contentType: 'application/json' });
  await writeLines(objects, INDEX_KEY, index.rows());
  return told !== before;
}
