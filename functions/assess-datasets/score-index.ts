/** One row a live dataset, of which gathered scores are made: reading a hundred thousand assessments for a mean would take minutes. */
import { z } from 'zod';
import { readLines, writeLines } from '#functions/shared/json-lines.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { ProfileStanding } from '#schemas/assessment.ts';
import { ScoreSummary } from '#schemas/score-history.ts';

const INDEX_KEY = 'quality/index.jsonl.gz';

/** What is gathered of a dataset. */
export const ScoreRow = z.object({
  id: z.string(),
  source: z.string(),
  /** The number of the change whose record was assessed; rows of earlier versions have none. */
  seq: z.number().int().optional(),
  /** Codes of the EU data themes, as `HEAL`. */
  themes: z.array(z.string()),
  summary: ScoreSummary,
  conforms: z.array(ProfileStanding.shape.profile),
});
export type ScoreRow = z.infer<typeof ScoreRow>;

export class ScoreIndex {
  readonly #rows: Map<string, ScoreRow>;
  #changed = false;

  constructor(rows: Iterable<ScoreRow> = []) {
    this.#rows = new Map([...rows].map((row) => [row.id, row]));
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

export async function readIndex(objects: Pick<ObjectStore, 'getStream'>): Promise<ScoreIndex> {
  const rows: ScoreRow[] = [];
  for await (const line of readLines(objects, INDEX_KEY)) rows.push(ScoreRow.parse(JSON.parse(line)));
  return new ScoreIndex(rows);
}

export const writeIndex = (objects: Pick<ObjectStore, 'putStream'>, index: ScoreIndex): Promise<void> =>
  writeLines(objects, INDEX_KEY, index.rows());
