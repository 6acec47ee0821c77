/**
 * The search file in the object store: a few places in turn, and a small object that says which of them is the latest. Files
 * are worked on and read on temporary disk.
 */
import { createHash, randomInt, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { type CatalogueState, emptyState, withDataset } from '#catalogue/state-hash.ts';
import type { Position } from './checkpoint-store.ts';
import { PermanentFailure } from './failures.ts';
import type { ObjectStore } from './object-store.ts';
import type { FileContents, SearchChange, SearchDraft, SearchFiles } from './search-index.ts';
import { SCHEMA, SEARCH_VERSION } from './search-schema.ts';
import { applyScores } from './search-scores.ts';
import { SearchWriter } from './search-writer.ts';

const POINTER = 'search/latest.json';

/**
 * Files take turns at so many places: who began to read one has this many changes of time to end, and no file is ever left
 * over for somebody to clear away.
 */
const PLACES = 8;

/** A reader has the old file and the new one on its temporary disk for a moment, and a function has 2 GB of that. */
const FILE_BYTES = 900_000_000;
const PAGE_BYTES = 4096;

/** Which file is the latest. */
export const SearchPointer = z.object({
  version: z.number().int(),
  epoch: z.string(),
  seq: z.number().int(),
  /** Which version of the index of scores is in it; '' before there was any. */
  scores: z.string(),
  key: z.string().regex(/^search\/[0-7]\.sqlite$/),
  bytes: z.number().int(),
  sha256: z.string(),
});
export type SearchPointer = z.infer<typeof SearchPointer>;

/** The pointer; undefined when there is none, or when it is of a file that we cannot read. */
export async function readPointer(objects: Pick<ObjectStore, 'get'>): Promise<SearchPointer | undefined> {
  const body = await objects.get(POINTER);
  const parsed = body && z.looseObject({ version: z.number() }).parse(JSON.parse(Buffer.from(body).toString()));
  return parsed?.version === SEARCH_VERSION ? SearchPointer.parse(parsed) : undefined;
}

/** A path on temporary disk that nobody else has. */
const temporaryPath = (): string => join(tmpdir(), `datalandkort-search-${randomUUID()}.sqlite`);

/** Brings the file of a pointer to temporary disk. The caller takes it away again. */
export async function download(objects: Pick<ObjectStore, 'getStream'>, { key }: SearchPointer): Promise<string> {
  const body = await objects.getStream(key);
  if (!body) throw new PermanentFailure(`The search file ${key} is not there, although it was announced.`);
  const path = temporaryPath();
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of body) await file.write(chunk);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return path;
}

const Meta = z.object({ epoch: z.string(), seq: z.number(), scores: z.string() });

const contentsIn = (database: DatabaseSync): FileContents =>
  Meta.parse(database.prepare('select epoch, seq, scores from meta').get());

/** What of the ledger is in a file. It is asked of the file itself: another may have taken its place since it was announced. */
export function positionIn(database: DatabaseSync): Position {
  const { epoch, seq } = contentsIn(database);
  return { epoch, seq };
}

function contentsOf(path: string): FileContents {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return contentsIn(database);
  } finally {
    database.close();
  }
}

const Listed = z.object({ listed: z.string() });
const Version = z.object({ id: z.string(), revision: z.number(), contentHash: z.string().nullable() });

/** The sum over a file's datasets. */
function stateIn(path: string): CatalogueState {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    let state = emptyState;
    for (const row of database.prepare('select listed from dataset').iterate()) {
      state = withDataset(state, Version.parse(JSON.parse(Listed.parse(row).listed)));
    }
    return state;
  } finally {
    database.close();
  }
}

/** The file is made whole or not at all, and nobody reads it meanwhile: no journal has to be kept on disk. */
const WORKING = `pragma journal_mode = memory; pragma synchronous = off; pragma max_page_count = ${Math.floor(FILE_BYTES / PAGE_BYTES)};`;

async function fingerprint(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

function newFile(path: string, epoch: string): void {
  const database = new DatabaseSync(path);
  database.exec(`pragma page_size = ${PAGE_BYTES}; ${SCHEMA}`);
  database.prepare("insert into meta(epoch, seq, published) values (?, 0, '')").run(epoch);
  database.close();
}

const isFull = (error: unknown): boolean => error instanceof Error && /database or disk is full/.test(error.message);

async function write(
  database: DatabaseSync,
  changes: AsyncIterable<SearchChange>,
  { epoch, seq }: Position,
): Promise<void> {
  const writer = new SearchWriter(database);
  let published = '';
  for await (const change of changes) {
    writer.apply(change);
    published = change.indexed?.dataset.published ?? published;
  }
  writer.settle();
  database.prepare('update meta set epoch = ?, seq = ?, published = max(published, ?)').run(epoch, seq, published);
}

/** Does all of the work on the file, or none. @throws PermanentFailure when the file would be larger than it may be. */
async function inOne(path: string, work: (database: DatabaseSync) => Promise<void>): Promise<void> {
  const database = new DatabaseSync(path);
  try {
    database.exec(`${WORKING} begin`);
    await work(database);
    database.exec('commit');
  } catch (error) {
    if (isFull(error))
      throw new PermanentFailure(`The search file would be larger than ${FILE_BYTES} bytes.`, { cause: error });
    throw error;
  } finally {
    database.close();
  }
}

/** Another place than the latest file's: two workers at once would hardly choose the same. */
function nextKey(latest: SearchPointer | undefined): string {
  const keys = Array.from({ length: PLACES }, (_, place) => `search/${place}.sqlite`).filter(
    (key) => key !== latest?.key,
  );
  return keys[randomInt(keys.length)] ?? '';
}

/** Keeps the last file that it wrote: the next change then needs no download. */
export function searchFiles(objects: Pick<ObjectStore, 'get' | 'getStream' | 'put' | 'putStream'>): SearchFiles {
  let kept: { readonly path: string; readonly sha256: string } | undefined;

  async function keep(path: string, sha256: string): Promise<void> {
    const before = kept?.path;
    kept = { path, sha256 };
    if (before !== undefined && before !== path) await rm(before, { force: true });
  }

  async function upload(path: string): Promise<void> {
    const contents = contentsOf(path);
    const print = await fingerprint(path);
    const key = nextKey(await readPointer(objects));
    await objects.putStream(key, createReadStream(path), { contentType: 'application/vnd.sqlite3' });
    const pointer: SearchPointer = { version: SEARCH_VERSION, ...contents, key, ...print };
    await objects.put(POINTER, Buffer.from(JSON.stringify(pointer)), { contentType: 'application/json' });
    await keep(path, print.sha256);
  }

  /** A path that is the caller's alone: what was kept is handed over. */
  async function pathOf(pointer: SearchPointer | undefined, epoch: string): Promise<string> {
    if (pointer && kept?.sha256 === pointer.sha256) {
      const { path } = kept;
      kept = undefined;
      return path;
    }
    if (pointer) return download(objects, pointer);
    const path = temporaryPath();
    newFile(path, epoch);
    return path;
  }

  return {
    latest: () => readPointer(objects),

    async state() {
      const pointer = await readPointer(objects);
      if (!pointer) return undefined;
      const path = await download(objects, pointer);
      try {
        return stateIn(path);
      } finally {
        await rm(path, { force: true });
      }
    },

    async draft(fresh, epoch): Promise<SearchDraft> {
      const path = await pathOf(fresh ? undefined : await readPointer(objects), epoch);
      let position: Position = contentsOf(path);
      const discard = () => rm(path, { force: true });
      async function publish(work: (database: DatabaseSync) => Promise<void>): Promise<void> {
        if (kept?.path === path) kept = undefined;
        try {
          await inOne(path, work);
          await upload(path);
        } catch (error) {
          await discard();
          throw error;
        }
      }
      return {
        get position() {
          return position;
        },
        discard,
        async publish(changes, to, scores) {
          await publish(async (database) => {
            await write(database, changes, to);
            if (scores) await applyScores(database, scores);
          });
          position = to;
        },
        publishScores: (rows) => publish((database) => applyScores(database, rows)),
      };
    },
  };
}
