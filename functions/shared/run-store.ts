/** Runs as they are kept: one item a run, replaced as it goes on. */
import type { Run } from '#schemas/run.ts';

/** Where a listing of runs goes on: runs that started before this instant (ISO 8601), newest first. */
export interface RunPage {
  readonly limit: number;
  readonly before?: string | undefined;
}

export interface RunStore {
  /** Writes the run as it is now. */
  save(run: Run): Promise<void>;
  get(id: string): Promise<Run | undefined>;
  /** The runs of one source, newest first. */
  bySource(source: string, page: RunPage): Promise<Run[]>;
  /** The runs of all sources, newest first; it may lag some seconds behind the writes. */
  recent(page: RunPage): Promise<Run[]>;
}
