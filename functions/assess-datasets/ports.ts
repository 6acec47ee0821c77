/** What assessing stands on. */
import type { CatalogueStore } from '#functions/shared/catalogue-store.ts';
import type { Clock } from '#functions/shared/clock.ts';
import type { FollowPorts } from '#functions/shared/follow-ledger.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { QualityStore } from '#functions/shared/quality-store.ts';
import type { SourceStore } from '#functions/shared/source-store.ts';

/** What the link checker found out about addresses; those that it never asked are not in the answer. */
export interface LinkStatuses {
  get(urls: readonly string[]): Promise<ReadonlyMap<string, { readonly status: number | null }>>;
}

export interface AssessPorts extends FollowPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly catalogue: Pick<CatalogueStore, 'get'>;
  readonly quality: QualityStore;
  readonly links: LinkStatuses;
  readonly sources: Pick<SourceStore, 'list'>;
  readonly objects: Pick<ObjectStore, 'get' | 'put' | 'getStream' | 'putStream'>;
  readonly clock: Clock;
}
