/** How far behind the log each of its followers is, in changes and in seconds, and which of them are too late. */
import type { CheckpointStore, Position } from '#functions/shared/checkpoint-store.ts';
import { feedsCheckpoint } from '#functions/shared/feed-store.ts';
import type { Ledger, LedgerHead } from '#functions/shared/ledger.ts';
import { type CourseStore, MOST_SUBSCRIPTIONS, type SubscriptionStore } from '#functions/shared/subscription-store.ts';
import { type LedgerConsumer, ledgerConsumers, ledgerFollowers } from '#schemas/watch-metrics.ts';

export interface ConsumerPorts {
  readonly ledger: Pick<Ledger, 'read'>;
  readonly checkpoints: Pick<CheckpointStore, 'get'>;
  /** Of the followers that write to the table of what is known of quality. */
  readonly qualityCheckpoints: Pick<CheckpointStore, 'get'>;
  readonly webhooks: {
    readonly subscriptions: Pick<SubscriptionStore, 'list'>;
    readonly courses: Pick<CourseStore, 'all'>;
  };
  readonly publicUrl: string;
}

export interface ConsumerLag {
  readonly consumer: LedgerConsumer;
  /** Changes that it has not dealt with. */
  readonly entries: number;
  /** How long ago the first of them was published. */
  readonly seconds: number;
}

/** Seconds behind the log that are too late. */
export const LATE: Readonly<Record<LedgerConsumer, number>> = {
  // They look every minute; a first harvest of thousands of datasets takes them some minutes.
  datasets: 900,
  links: 900,
  search: 900,
  feeds: 900,
  webhooks: 900,
  // It measures and scores each description.
  assessments: 1800,
  // It comes every quarter of an hour and works for ten minutes.
  'checked-links': 3600,
};

/** A page of the feed has a hundred changes and is frozen when the next has begun: two pages, and one for a burst. */
const FREEZE_LAG = 300;

/** Those that are too late, each with its function; `frozen-pages` where so many changes are in no frozen page of the feed. */
export const tooLate = (lags: readonly ConsumerLag[], notFrozen: number): string[] => [
  ...lags
    .filter(({ consumer, seconds }) => seconds >= LATE[consumer])
    .map(({ consumer }) => `${consumer} (${ledgerFollowers[consumer]})`),
  ...(notFrozen >= FREEZE_LAG ? ['frozen-pages'] : []),
];

/** Where the slowest subscription stands that answers; one that does not is told of by itself. */
async function webhooksAt(
  { webhooks: { subscriptions, courses } }: ConsumerPorts,
  head: LedgerHead,
): Promise<Position> {
  const [listed, all] = await Promise.all([subscriptions.list({ limit: MOST_SUBSCRIPTIONS }), courses.all()]);
  const answering = listed
    .filter(({ state }) => state === 'active')
    .flatMap(({ id }) => all.get(id) ?? [])
    .filter(({ failingSince, epoch }) => failingSince === null && epoch === head.epoch);
  return { epoch: head.epoch, seq: Math.min(head.seq, ...answering.map(({ seq }) => seq)) };
}

function positionOf(ports: ConsumerPorts, consumer: LedgerConsumer, head: LedgerHead): Promise<Position | undefined> {
  switch (consumer) {
    case 'webhooks':
      return webhooksAt(ports, head);
    case 'feeds':
      return ports.checkpoints.get(feedsCheckpoint(ports.publicUrl));
    case 'checked-links':
      return ports.qualityCheckpoints.get(consumer);
    default:
      return ports.checkpoints.get(consumer);
  }
}

/** One that never began, or stands in an earlier log, has all of it before it. @param now epoch milliseconds. */
async function lagOf(ports: ConsumerPorts, consumer: LedgerConsumer, head: LedgerHead, now: number) {
  const position = await positionOf(ports, consumer, head);
  const seq = position?.epoch === head.epoch ? position.seq : 0;
  if (seq >= head.seq) return { consumer, entries: 0, seconds: 0 };
  const [next] = await ports.ledger.read(seq, 1);
  const seconds = next ? Math.max(0, Math.round((now - Date.parse(next.published)) / 1000)) : 0;
  return { consumer, entries: head.seq - seq, seconds };
}

export const consumerLags = (ports: ConsumerPorts, head: LedgerHead, now: number): Promise<ConsumerLag[]> =>
  Promise.all(ledgerConsumers.map((consumer) => lagOf(ports, consumer, head, now)));
