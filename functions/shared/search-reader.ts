/** Has the latest search file on this machine, opened for reading, and changes to the next one when there is one. */
import { rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Clock } from './clock.ts';
import type { ObjectStore } from './object-store.ts';
import { DatasetSearcher } from './search-datasets.ts';
import { download, positionIn, readPointer, type SearchPointer } from './search-files.ts';
import type { SearchIndex, SearchReader } from './search-index.ts';
import { SearchSuggester } from './search-suggestions.ts';
import { VariableSearcher } from './search-variables.ts';

/** A change is to be seen within seconds, and not every request should ask the store. */
const LOOK_EVERY_MS = 1000;

interface OpenFile {
  readonly sha256: string;
  readonly index: SearchIndex;
  readonly database: DatabaseSync;
}

const Live = z.array(z.object({ source: z.string(), datasets: z.number(), changedAt: z.string() }));

const LIVE = 'select source, count(*) datasets, max(published) changedAt from dataset group by source order by source';

function indexOf(database: DatabaseSync): SearchIndex {
  const datasets = new DatasetSearcher(database);
  const variables = new VariableSearcher(database);
  const suggester = new SearchSuggester(database);
  return {
    position: positionIn(database),
    datasets: (search) => datasets.search(search),
    map: (search) => datasets.map(search),
    variables: (search) => variables.search(search),
    variable: (name, page) => variables.variable(name, page),
    suggest(beginning, limit) {
      const { nos, ...others } = suggester.suggest(beginning, limit);
      return { datasets: nos.map((no) => datasets.titleOf(no)), ...others };
    },
    live: () => Live.parse(database.prepare(LIVE).all()),
  };
}

/** Opens a downloaded file. Its name is taken away at once: the file goes with the process, however that ends. */
async function openFile(objects: Pick<ObjectStore, 'getStream'>, pointer: SearchPointer): Promise<OpenFile> {
  const path = await download(objects, pointer);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true, allowExtension: false });
    // Pages are read at once from the system's own cache, without a copy.
    database.exec(`pragma mmap_size = ${pointer.bytes}; pragma query_only = on;`);
    return { sha256: pointer.sha256, index: indexOf(database), database };
  } catch (error) {
    database?.close();
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

/** One instance a process. Answers are given at once, so the old file can be closed as soon as the new one is open. */
export function searchReader(objects: Pick<ObjectStore, 'get' | 'getStream'>, clock: Clock = Date.now): SearchReader {
  let open: OpenFile | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const pointer = await readPointer(objects);
    if (pointer?.sha256 !== open?.sha256) {
      const next = pointer && (await openFile(objects, pointer));
      open?.database.close();
      open = next;
    }
    lookedAt = clock();
  }

  return {
    async current() {
      if (clock() - lookedAt >= LOOK_EVERY_MS) {
        looking ??= look().finally(() => {
          looking = undefined;
        });
        await looking;
      }
      return open?.index;
    },
  };
}
