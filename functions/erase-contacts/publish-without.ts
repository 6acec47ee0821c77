/**
 * Publishes every live dataset that holds an erased contact anew, without it: followers learn of it as of any other change. It is
 * done under the lease of the source, so that no run compares with what was before. The state of the source learns of it as of
 * the changes of a run that died: from the log (`repairState`).
 */
import { type IsErased, withoutErasedContacts } from '#catalogue/erased-contacts.ts';
import { changedProperties, fingerprint } from '#catalogue/fingerprint.ts';
import { type LastChange, lastChanges, surveyLog } from '#functions/rebuild-views/log-survey.ts';
import { type Clock, runId } from '#functions/shared/clock.ts';
import { latestRun } from '#functions/shared/latest-run.ts';
import type { LeaseStore } from '#functions/shared/lease-store.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { ChangeDraft } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';

export interface PublishWithoutPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads' | 'append'>;
  readonly runs: Pick<RunStore, 'bySource'>;
  readonly leases: Pick<LeaseStore, 'take' | 'release'>;
  readonly announce: (head: number) => Promise<void>;
  readonly clock: Clock;
  readonly suffix: (now: number) => string;
}

interface Publication {
  readonly draft: ChangeDraft;
  readonly entry: CatalogueEntry;
}

/** The change that takes the contact out; undefined where the dataset holds none. */
function publicationOf(
  { change, entry }: LastChange,
  isErased: IsErased,
  made: Pick<ChangeDraft, 'run' | 'observedAt'>,
): Publication | undefined {
  const without = entry && withoutErasedContacts(entry, isErased);
  if (!entry || !without || without === entry) return undefined;
  const { contentHash, properties } = fingerprint(without);
  const { type: _type, seq, published: _published, payload: _payload, ...told } = change;
  // What stood only in what was written or found is gone from the payload; nothing that is published is another.
  if (contentHash === change.contentHash) return undefined;
  const changed = changedProperties(fingerprint(entry).properties, properties);
  const draft: ChangeDraft = {
    ...told,
    ...made,
    type: 'Update',
    revision: change.revision + 1,
    contentHash,
    previousHash: change.contentHash,
    changed,
    cause: 'contact-erased',
    previous: seq,
  };
  return { draft, entry: without };
}

/** The sources that have a live dataset with an erased contact. */
async function sourcesOf(ports: PublishWithoutPorts, isErased: IsErased, to: number): Promise<Set<string>> {
  const survey = await surveyLog(ports.ledger, to, async () => undefined);
  const sources = new Set<string>();
  for await (const { changes } of lastChanges(ports.ledger, survey)) {
    for (const { change, entry } of changes) {
      if (entry && withoutErasedContacts(entry, isErased) !== entry) sources.add(change.source);
    }
  }
  return sources;
}

async function publishSource(ports: PublishWithoutPorts, source: string, isErased: IsErased): Promise<number> {
  const run = await latestRun(ports.runs, source);
  const observedAt = new Date(ports.clock()).toISOString();
  // Asked for under the lease: nobody else appends to this source now.
  const { seq: to } = await ports.ledger.head();
  const survey = await surveyLog(ports.ledger, to, async () => undefined);
  let count = 0;
  for await (const { changes } of lastChanges(ports.ledger, survey)) {
    const publications = changes
      .filter(({ change }) => change.source === source)
      .flatMap((last) => publicationOf(last, isErased, { run: run?.id ?? last.change.run, observedAt }) ?? []);
    if (publications.length === 0) continue;
    const appended = await ports.ledger.append(
      publications.map(({ draft }) => draft),
      publications.map(({ entry }) => entry),
    );
    await ports.announce(appended.at(-1)?.seq ?? to);
    count += appended.length;
  }
  return count;
}

/** What came of it: how many datasets were published anew, and the sources that a run is at work on. */
export interface PublishedWithout {
  readonly changes: number;
  readonly busy: readonly string[];
}

export async function publishWithout(ports: PublishWithoutPorts, isErased: IsErased): Promise<PublishedWithout> {
  const { seq } = await ports.ledger.head();
  let changes = 0;
  const busy: string[] = [];
  for (const source of await sourcesOf(ports, isErased, seq)) {
    const now = ports.clock();
    const holder = runId(source, now, ports.suffix(now));
    if (!(await ports.leases.take(source, holder, now))) {
      busy.push(source);
      continue;
    }
    try {
      changes += await publishSource(ports, source, isErased);
    } finally {
      await ports.leases.release(source, holder);
    }
  }
  return { changes, busy };
}
