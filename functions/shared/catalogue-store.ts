/** The datasets table: every dataset as of its latest change. A view of the ledger, which can be built again from it. */
import * as z from 'zod';
import { Cause } from '#schemas/change.ts';
import type { CatalogueEntry, LanguageMap } from '#schemas/record.ts';

/** What stays of a removed dataset, for ever. */
export const Tombstone = z.object({
  deletedAt: z.string(),
  lastRevision: z.number().int(),
  cause: Cause,
  replacedBy: z.string().nullable(),
});
export type Tombstone = z.infer<typeof Tombstone>;

export const DatasetState = z.enum(['live', 'removed']);
export type DatasetState = z.infer<typeof DatasetState>;

/** What a list shows of a dataset; empty for a removed one, whose record is no longer ours to show. */
export interface DatasetSummary {
  readonly identifier: string | null;
  readonly title: LanguageMap;
  /** Names of the publishers, joined by language. */
  readonly publisher: LanguageMap;
  /** True for a copy made for demonstration. */
  readonly example: boolean;
}

/** A dataset as a list needs it. */
export interface CatalogueRow {
  readonly id: string;
  readonly source: string;
  readonly kind: CatalogueEntry['kind'];
  readonly state: DatasetState;
  readonly revision: number;
  /** The number of its latest change, from which its history is walked backwards. */
  readonly seq: number;
  readonly published: string;
  readonly contentHash: string | null;
  readonly summary: DatasetSummary;
  readonly tombstone: Tombstone | null;
}

/** A dataset with its record; the record is null when the dataset was removed. */
export interface StoredDataset extends CatalogueRow {
  readonly entry: CatalogueEntry | null;
}

/** A dataset to write. `payload` says where the record lies in the ledger's objects, for records too large for an item. */
export interface DatasetWrite extends StoredDataset {
  readonly payload: { readonly key: string; readonly line: number } | null;
}

/** Which datasets to list, in the order of source and id. */
export interface DatasetListing {
  readonly source?: string | undefined;
  readonly state?: DatasetState | undefined;
  /** The id after which the list goes on. */
  readonly after?: string | undefined;
  readonly limit: number;
  /** Lists also what was written a moment ago, which else may be missing for as long. */
  readonly consistent?: boolean | undefined;
}

export interface CatalogueStore {
  /** Replaces these datasets. At most one write a dataset; the caller keeps the order of the log. */
  write(datasets: readonly DatasetWrite[]): Promise<void>;
  /** Takes rows away that the log knows nothing of. A removed dataset keeps its row: its tombstone is there for ever. */
  remove(datasets: readonly Pick<CatalogueRow, 'id' | 'source'>[]): Promise<void>;
  get(id: string): Promise<StoredDataset | undefined>;
  /** At most `limit` rows, fewer only at the end of the list. */
  list(listing: DatasetListing): Promise<CatalogueRow[]>;
}
