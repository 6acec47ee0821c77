/** A change as the API tells it. */
import type { LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Links } from './links.ts';

const tombstoneOf = ({ revision, replacedBy }: LedgerEntry) => ({
  lastRevision: revision - 1,
  replacedBy: replacedBy ?? null,
});

/** @param data the record as of the change; left out of the answer when undefined. */
export const changeItem = (change: LedgerEntry, links: Links, data?: CatalogueEntry | null) => ({
  seq: change.seq,
  id: links.change(change.seq),
  type: change.type,
  published: change.published,
  entity: { iri: links.datasetIri(change.dataset), kind: change.kind, href: links.dataset(change.dataset) },
  revision: change.revision,
  contentHash: change.contentHash,
  previousHash: change.previousHash,
  changed: change.changed,
  source: { id: change.source, run: change.run, observedAt: change.observedAt },
  cause: change.cause,
  ...(change.type === 'Delete' && { tombstone: tombstoneOf(change) }),
  ...(data !== undefined && { data }),
});
