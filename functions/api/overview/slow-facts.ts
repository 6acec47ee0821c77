/** Facts of the overview that cost some reads each and change slowly. */
import { lastBefore } from '#functions/shared/ledger.ts';
import { MOST_SUBSCRIPTIONS } from '#functions/shared/subscription-store.ts';
import type { DeadLetter } from '#schemas/dead-letter.ts';
import { MonthBills, type MonthCost } from './month-cost.ts';
import type { OverviewPorts } from './ports.ts';

/** Letters that are counted; each is read. More of them are no other news. */
const MOST_LETTERS = 50;
/** Dead links that are counted: what a list shows in one page. */
const MOST_LINKS = 500;

const HOUR_MS = 3_600_000;

export interface SlowFacts {
  readonly letters: readonly DeadLetter[];
  readonly moreLetters: boolean;
  readonly changesLastHour: number;
  readonly changesLastDay: number;
  readonly deadLinks: number;
  readonly cost: MonthCost;
  readonly webhooks: {
    readonly active: number;
    readonly failing: number;
    /** Changes that the active subscription furthest behind has not been told of. */
    readonly furthestBehind: number;
  };
}

async function lettersOf({ deadLetters }: OverviewPorts): Promise<Pick<SlowFacts, 'letters' | 'moreLetters'>> {
  const letters: DeadLetter[] = [];
  for await (const letter of deadLetters.list({ replayed: false })) {
    letters.push(letter);
    if (letters.length > MOST_LETTERS) break;
  }
  return { letters: letters.slice(0, MOST_LETTERS), moreLetters: letters.length > MOST_LETTERS };
}

async function webhooksOf({ webhooks, ledger }: OverviewPorts): Promise<SlowFacts['webhooks']> {
  const [subscriptions, courses, head] = await Promise.all([
    webhooks.subscriptions.list({ limit: MOST_SUBSCRIPTIONS }),
    webhooks.courses.all(),
    ledger.head(),
  ]);
  const active = subscriptions.filter(({ state }) => state === 'active');
  const retrying = active.filter(({ id }) => (courses.get(id)?.failingSince ?? null) !== null);
  const disabled = subscriptions.filter(({ state }) => state === 'disabled');
  const behind = active.map(({ id }) => head.seq - (courses.get(id)?.seq ?? head.seq));
  return {
    active: active.length,
    failing: retrying.length + disabled.length,
    furthestBehind: Math.max(0, ...behind),
  };
}

const bills = new WeakMap<OverviewPorts['runs'], MonthBills>();

/** @param now epoch milliseconds. */
export async function slowFacts(ports: OverviewPorts, now: number): Promise<SlowFacts> {
  const { runs, ledger, linkStatuses } = ports;
  const known = bills.get(runs) ?? new MonthBills();
  bills.set(runs, known);
  const head = await ledger.head();
  const since = async (instant: number) =>
    head.published === null || Date.parse(head.published) < instant
      ? 0
      : head.seq - (await lastBefore(ledger, instant));
  const [letters, webhooks, changesLastHour, changesLastDay, links, cost] = await Promise.all([
    lettersOf(ports),
    webhooksOf(ports),
    since(now - HOUR_MS),
    since(now - 24 * HOUR_MS),
    linkStatuses.list({ state: 'dead', limit: MOST_LINKS }),
    known.upTo(runs, now),
  ]);
  const counts = { changesLastHour, changesLastDay, deadLinks: links.links.length };
  return { ...letters, webhooks, ...counts, cost };
}
