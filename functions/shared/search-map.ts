/** What a map draws of each dataset, from the search file. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod';
import { MappedDataset } from '#publishing/search/mapped-dataset.ts';
import type { PlacedOnMap } from './search-index.ts';

/** Reading one costs more than all else that a map is made of, and most maps show the same: so many stay read, at 1 kB each. */
const KEPT = 10_000;

const Row = z.object({ id: z.string(), source: z.string(), grade: z.string(), mapped: z.string() });

export class SearchMap {
  readonly #row: StatementSync;
  readonly #kept = new Map<number, PlacedOnMap>();

  constructor(database: DatabaseSync) {
    this.#row = database.prepare('select id, source, grade, mapped from dataset where no = ?');
  }

  placed(no: number): PlacedOnMap {
    const kept = this.#kept.get(no);
    if (kept) return kept;
    const { mapped, ...row } = Row.parse(this.#row.get(no));
    const placed = { ...row, ...MappedDataset.parse(JSON.parse(mapped)) };
    if (this.#kept.size < KEPT) this.#kept.set(no, placed);
    return placed;
  }
}
