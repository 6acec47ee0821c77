/** What the harvest of a source works on. */
import type { Clock } from '#functions/shared/clock.ts';
import type { ErasedContacts } from '#functions/shared/erased-contacts.ts';
import type { Fetcher } from '#functions/shared/fetcher.ts';
import type { HarvestQueue } from '#functions/shared/harvest-message.ts';
import type { LeaseStore } from '#functions/shared/lease-store.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { PageArchive } from '#functions/shared/page-archive.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { SourceStore } from '#functions/shared/source-store.ts';
import type { Usage } from '#schemas/cost.ts';
import type { Source } from '#schemas/source.ts';
import type { RunFileStore } from './run-files.ts';

export interface HarvestPorts {
  readonly sources: Pick<SourceStore, 'get'>;
  readonly erased: Pick<ErasedContacts, 'known'>;
  readonly runs: Pick<RunStore, 'get' | 'save' | 'bySource'>;
  readonly leases: Pick<LeaseStore, 'claim' | 'leave' | 'renew' | 'release'>;
  readonly ledger: Pick<Ledger, 'append' | 'head' | 'read' | 'payload' | 'payloads'>;
  readonly objects: RunFileStore;
  readonly archive: PageArchive;
  readonly queue: HarvestQueue;
  /** A fetcher that keeps the source's pace. */
  readonly fetcherFor: (source: Source) => Fetcher;
  /** Tells the ledger's consumers to look. */
  readonly announce: (head: number) => Promise<void>;
  readonly clock: Clock;
  /** What this invocation used until now; absent where nothing is metered. */
  readonly usage?: () => Usage;
  /** Makes the message that is at work come again soon; where it is absent it comes when its time on the queue is over. */
  readonly comeAgainSoon?: () => Promise<void>;
  /** Milliseconds until this invocation is cut off. */
  readonly remainingMs: () => number;
}
