/** The sources as the functions see them; the source file is where they come from. */
import type { Source } from '#schemas/source.ts';

export interface SourceStore {
  list(): Promise<Source[]>;
  get(id: string): Promise<Source | undefined>;
  /** Makes these the sources; those that are not among them any more are no longer harvested, and keep their records. */
  replaceAll(sources: readonly Source[]): Promise<void>;
}
