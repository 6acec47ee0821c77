/** Keeps who names which address: follows the ledger from a checkpoint of its own. */
import type { Clock } from '#functions/shared/clock.ts';
import { type Followed, type FollowPorts, followLedger } from '#functions/shared/follow-ledger.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { LinkIndex } from '#functions/shared/link-statuses.ts';
import { payloadChunks } from '#functions/shared/payload-chunks.ts';
import { recordLinks } from '#quality/links/record-links.ts';
import type { LedgerEntry } from '#schemas/change.ts';

/** The name of this consumer's checkpoint. */
export const CHECKED_LINKS = 'checked-links';

/** Entries in a step. Each costs a read and some rows, and a step must end well within the hold. */
const STEP_ENTRIES = 200;

export interface IndexPorts extends FollowPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly index: LinkIndex;
  readonly clock: Clock;
}

/** Of several changes to one dataset the last counts; a removed one names nothing any more. */
async function takeStep({ ledger, index, clock }: IndexPorts, entries: readonly LedgerEntry[]): Promise<void> {
  const latest = [...new Map(entries.map((entry) => [entry.dataset, entry])).values()];
  for (const changes of payloadChunks(latest, STEP_ENTRIES)) {
    const records = await ledger.payloads(changes);
    const uses = records.map((entry) => (entry ? recordLinks(entry.record) : []));
    await index.replace(
      changes.map(({ dataset }, place) => ({ dataset, uses: uses[place] ?? [] })),
      clock(),
    );
  }
}

/** Indexes until the head is reached. */
export const indexLinks = (ports: IndexPorts): Promise<Followed> =>
  followLedger(ports, {
    name: CHECKED_LINKS,
    stepEntries: STEP_ENTRIES,
    begin: async (fromStart) => {
      // A log that is read anew knows all there is; what is left of an older one is named by nobody.
      if (fromStart) await ports.index.clear();
      return (entries) => takeStep(ports, entries);
    },
  });
