/** Which datasets of other sources are the same dataset: a view of the ledger, kept by `link-datasets`. */
import type { SameDataset } from '#catalogue/same-dataset.ts';

/** The links of one dataset; an empty list takes its row away. */
export interface DatasetLinks {
  readonly id: string;
  readonly links: readonly SameDataset[];
}

export interface LinkStore {
  /** The links of a dataset, the surest first; none for most. */
  get(id: string): Promise<readonly SameDataset[]>;
  write(rows: readonly DatasetLinks[]): Promise<void>;
  /** The datasets that have links, in order. */
  ids(): AsyncIterable<string>;
}
