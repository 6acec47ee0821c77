/** What assessing stands on. */
import type { CatalogueStore } from '#functions/shared/catalogue-store.ts';
import type { Clock } from '#functions/shared/clock.ts';
import type { FollowPorts } from '#functions/shared/follow-ledger.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { LinkStatuses } from '#functions/shared/link-statuses.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { QualityStore } from '#functions/shared/quality-store.ts';
import type { SourceStore } from '#functions/shared/source-store.ts';

export interface AssessPorts extends FollowPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly catalogue: Pick<CatalogueStore, 'get'>;
  readonly quality: QualityStore;
  /** What the link checker found out about addresses; those that it never asked are not in the answer. */
  readonly links: Pick<LinkStatuses, 'get'>;
  readonly sources: Pick<SourceStore, 'list'>;
  readonly objects: Pick<ObjectStore, 'get' | 'put' | 'getStream' | 'putStream'>;
  /** Says that scores are others now. A message that is lost costs a minute: the search looks by itself. */
  readonly announce: () => Promise<void>;
  readonly clock: Clock;
}
