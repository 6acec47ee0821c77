/** A dataset as lists show it. */
import type { CatalogueRow } from '#functions/shared/catalogue-store.ts';
import type { ScoreSummary } from '#schemas/score-history.ts';
import type { Links } from './links.ts';

export const itemOf = (row: CatalogueRow, quality: ScoreSummary | undefined, links: Links) => ({
  id: row.id,
  iri: links.datasetIri(row.id),
  href: links.dataset(row.id),
  kind: row.kind,
  state: row.state,
  revision: row.revision,
  contentHash: row.contentHash,
  source: row.source,
  ...row.summary,
  /** Null until it was assessed, and for a removed dataset. */
  quality: quality ?? null,
  changedAt: row.published,
  change: links.change(row.seq),
  ...(row.tombstone && { tombstone: row.tombstone }),
});
