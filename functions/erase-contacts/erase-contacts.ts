/**
 * Erases the contacts of people who asked for it, everywhere that this catalogue keeps them (docs/decisions/0073): the descriptions
 * are published anew without them, then what was published, archived and noted before is rewritten, and then every view is built
 * anew. Each step can be done twice; what was cut off goes on at the next turn of the clock.
 */
import type { IsErased } from '#catalogue/erased-contacts.ts';
import type { Rebuilt } from '#functions/rebuild-views/rebuilt.ts';
import { View } from '#functions/rebuild-views/rebuilt.ts';
import {
  type ErasedContacts,
  type Erasure,
  type ErasureCounts,
  type ErasurePlace,
  noCounts,
} from '#functions/shared/erased-contacts.ts';
import type { LeaseStore } from '#functions/shared/lease-store.ts';
import type { TablePass } from '#functions/shared/masked-table.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import { clearViews } from './clear-views.ts';
import { maskObject } from './mask-object.ts';
import { type PublishWithoutPorts, publishWithout } from './publish-without.ts';

export interface EraseContactsPorts extends Omit<PublishWithoutPorts, 'runs' | 'leases'> {
  readonly erased: ErasedContacts;
  readonly runs: Pick<RunStore, 'bySource' | 'get'>;
  readonly leases: Pick<LeaseStore, 'take' | 'release' | 'all'>;
  readonly objects: ObjectStore;
  readonly tables: readonly string[];
  readonly maskTable: (table: string, isErased: IsErased) => Promise<TablePass>;
  /** Takes away the letters of one machine that hold an erased address; says how many. */
  readonly removeLetters: (isErased: IsErased) => Promise<number>;
  readonly rebuild: (view: View) => Promise<Rebuilt>;
  readonly pause: (ms: number) => Promise<unknown>;
  /** The public address under which feeds and snapshots are. */
  readonly base: string;
  readonly outOfTime: () => boolean;
}

/** What came of a turn. `unfinished` goes on at the next one; `why` says what it waits for. */
export type Erased =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unfinished'; readonly why: string }
  | { readonly kind: 'done'; readonly erased: number; readonly counts: ErasureCounts };

/** All that is no view. What the views are made of is made anew; of the scores, histories cannot be, so they are masked as well. */
const PREFIXES = [
  'payloads/',
  'raw/',
  'state/',
  'runs/',
  'held-back/',
  'dead/',
  'quality/',
  'watch/',
  'canary/',
] as const;

/** Objects between two notes of how far the work has come. */
const NOTED_EVERY = 200;

type Step = { readonly counts: ErasureCounts; readonly why?: string };

const step = (counts: Partial<ErasureCounts>, why?: string): Step => ({
  counts: { ...noCounts, ...counts },
  ...(why !== undefined && { why }),
});

const sum = (one: ErasureCounts, other: ErasureCounts): ErasureCounts => ({
  changes: one.changes + other.changes,
  objects: one.objects + other.objects,
  items: one.items + other.items,
  letters: one.letters + other.letters,
});

/** A run that began before nobody knew of the erasure could still write what it read then. */
async function runBefore({ leases, runs }: EraseContactsPorts, requestedAt: string): Promise<string | undefined> {
  for (const { source, run } of await leases.all()) {
    const startedAt = (await runs.get(run))?.startedAt;
    if (startedAt !== undefined && startedAt <= requestedAt) return source;
  }
  return undefined;
}

async function waitForRuns(ports: EraseContactsPorts, waiting: readonly Erasure[]): Promise<Step> {
  const latest =
    waiting
      .map(({ requestedAt }) => requestedAt)
      .sort()
      .at(-1) ?? '';
  const source = await runBefore(ports, latest);
  return step({}, source && `A run of ${source} began before the erasure and has not ended.`);
}

async function publish(ports: EraseContactsPorts, isErased: IsErased): Promise<Step> {
  const { changes, busy } = await publishWithout(ports, isErased);
  return step({ changes }, busy[0] && `${busy.join(', ')}: a run is at work.`);
}

async function maskObjects(
  ports: EraseContactsPorts,
  isErased: IsErased,
  prefix: string,
  place: ErasurePlace,
): Promise<Step> {
  let objects = 0;
  let looked = 0;
  for await (const key of ports.objects.list(prefix)) {
    if (key <= place.after) continue;
    if (await maskObject(ports.objects, key, isErased)) objects += 1;
    looked += 1;
    if (looked % NOTED_EVERY === 0) await ports.erased.keepPlace({ ...place, after: key });
    if (!ports.outOfTime()) continue;
    await ports.erased.keepPlace({ ...place, after: key });
    return step({ objects }, `Time ran out in ${prefix}.`);
  }
  return step({ objects });
}

async function maskTables(ports: EraseContactsPorts, isErased: IsErased): Promise<Step> {
  let items = 0;
  for (const table of ports.tables) {
    const { masked, missed } = await ports.maskTable(table, isErased);
    items += masked;
    if (missed > 0) return step({ items }, `${missed} items of ${table} were written meanwhile.`);
  }
  return step({ items });
}

/** What was published without the contact wakes the views' own functions: they are done in seconds, and the next turn is far. */
const BUSY_PAUSE_MS = 1000;
const MOST_PAUSES = 60;

async function rebuild(ports: EraseContactsPorts, view: View): Promise<Step> {
  let rebuilt = await ports.rebuild(view);
  for (let pauses = 0; rebuilt.kind === 'busy' && pauses < MOST_PAUSES && !ports.outOfTime(); pauses += 1) {
    await ports.pause(BUSY_PAUSE_MS);
    rebuilt = await ports.rebuild(view);
  }
  return step({}, rebuilt.kind === 'done' ? undefined : `The view ${view} is ${rebuilt.kind}.`);
}

/** The phases in their order, each as far as time allows. */
function phasesOf(ports: EraseContactsPorts, waiting: readonly Erasure[], isErased: IsErased) {
  return [
    () => waitForRuns(ports, waiting),
    () => publish(ports, isErased),
    ...PREFIXES.map((prefix) => (place: ErasurePlace) => maskObjects(ports, isErased, prefix, place)),
    () => maskTables(ports, isErased),
    async () => step({ letters: await ports.removeLetters(isErased) }),
    ...View.options.map((view) => () => rebuild(ports, view)),
    async () => {
      const { epoch } = await ports.ledger.head();
      await clearViews(ports.objects, { base: ports.base, epoch });
      return step({});
    },
  ];
}

/** Where the last turn stood; the beginning, when somebody asked since: what was gone through for others was not for him. */
async function placeOf(erased: ErasedContacts, waiting: readonly Erasure[]): Promise<ErasurePlace> {
  const of = waiting.map(({ id, requestedAt }) => `${id} ${requestedAt}`).sort();
  const kept = await erased.place();
  return kept && JSON.stringify(kept.of) === JSON.stringify(of) ? kept : { of, phase: 0, after: '' };
}

/** Works on what waits, from where the last turn stood. */
export async function eraseContacts(ports: EraseContactsPorts): Promise<Erased> {
  const { erased, clock, outOfTime } = ports;
  const waiting = (await erased.list()).filter(({ state }) => state === 'waiting');
  const isErased = waiting.length > 0 ? await erased.known() : undefined;
  if (!isErased) return { kind: 'nothing' };
  let place = await placeOf(erased, waiting);
  let counts = noCounts;
  const phases = phasesOf(ports, waiting, isErased);
  for (const phase of phases.slice(place.phase)) {
    if (outOfTime()) return { kind: 'unfinished', why: 'Time ran out.' };
    const done = await phase(place);
    counts = sum(counts, done.counts);
    await addCounts(erased, waiting, done.counts);
    if (done.why !== undefined) return { kind: 'unfinished', why: done.why };
    place = { ...place, phase: place.phase + 1, after: '' };
    await erased.keepPlace(place);
  }
  const doneAt = new Date(clock()).toISOString();
  for (const { id } of waiting) {
    const now = (await erased.list()).find((one) => one.id === id);
    if (now) await erased.save({ ...now, state: 'done', doneAt });
  }
  await erased.keepPlace(undefined);
  return { kind: 'done', erased: waiting.length, counts };
}

async function addCounts(erased: ErasedContacts, waiting: readonly Erasure[], counts: ErasureCounts): Promise<void> {
  if (Object.values(counts).every((count) => count === 0)) return;
  const ids = new Set(waiting.map(({ id }) => id));
  for (const now of await erased.list())
    if (ids.has(now.id)) await erased.save({ ...now, counts: sum(now.counts, counts) });
}
