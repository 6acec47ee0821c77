/**
 * Tells CloudWatch how everything is, from the same facts that the overview shows operators: what is in trouble, which
 * followers of the log are late, in which queues something waits, what the catalogue lost and what the month costs. Alarms
 * judge the figures (infra/stages/watching.ts); what they count is named in the same line of the log.
 */
import { factsOf } from '#functions/api/overview/facts.ts';
import type { OverviewPorts } from '#functions/api/overview/ports.ts';
import type { SourceHealth } from '#functions/api/overview/source-health.ts';
import { lettersToDealWith } from '#functions/api/overview/troubles.ts';
import type { Clock } from '#functions/shared/clock.ts';
import { eachOf } from '#functions/shared/each-of.ts';
import { feedGeneration, feedStore } from '#functions/shared/feed-store.ts';
import type { EmitFigures } from '#functions/shared/figures.ts';
import type { LetterStore } from '#functions/shared/letter-store.ts';
import { watchMetrics } from '#schemas/watch-metrics.ts';
import { type ConsumerLag, type ConsumerPorts, consumerLags, tooLate } from './consumer-lags.ts';
import { lostWithinDay } from './sizes.ts';
import { type QueuePorts, waitingQueues } from './waiting-queues.ts';

const DAY_MS = 24 * 3_600_000;

/** Names that a line has of what a figure counts: thousands of them would be no use to anybody, and the count has them all. */
const MOST_NAMED = 20;

export interface WatchPorts
  extends Omit<ConsumerPorts, 'ledger' | 'webhooks' | 'checkpoints'>,
    OverviewPorts,
    QueuePorts {
  readonly letters: Pick<LetterStore, 'get'>;
  readonly emit: EmitFigures;
  readonly clock: Clock;
}

type Figure = keyof typeof watchMetrics;

/** What is in trouble, by the figure that counts it: names that an operator knows it by. */
type Ill = Readonly<Record<Exclude<Figure, 'DatasetsLost' | 'MonthCost'>, readonly string[]>>;

/** Figures that are above zero only when somebody should look. */
export const TROUBLES = [
  'SourcesOverdue',
  'SourcesFailing',
  'RunsHeld',
  'DeadLetters',
  'ViewsBehind',
  'QueuesWaiting',
  'MailsBounced',
] as const satisfies readonly (keyof Ill)[];

/** What was told. */
export interface Watched {
  readonly figures: Readonly<Record<Figure, number>>;
  /** Without what there is nothing of. */
  readonly ill: Partial<Ill>;
  readonly lags: readonly ConsumerLag[];
  readonly head: number;
  /** Changes in no frozen page of the feed. */
  readonly notFrozen: number;
  readonly datasets: number;
}

const idsOf = (sources: readonly SourceHealth[], is: (source: SourceHealth) => boolean): string[] =>
  sources.filter(is).map(({ id }) => id);

/** Owners whose letters came back, or were called unwanted, within a day. */
async function bounced({ letters }: WatchPorts, sources: readonly SourceHealth[], now: number): Promise<string[]> {
  const owners = [...new Set(sources.map(({ owner }) => owner.id))];
  const known = await eachOf(owners, async (owner) => [owner, (await letters.get(owner)).stopped] as const);
  return known.flatMap(([owner, stopped]) => (stopped && now - Date.parse(stopped.at) < DAY_MS ? [owner] : []));
}

async function changesNotFrozen({ objects, publicUrl }: WatchPorts, epoch: string, head: number): Promise<number> {
  // A store that is only read: the type asks for both.
  const { position } = await feedStore(objects, feedGeneration(epoch, publicUrl)).state();
  return Math.max(0, head - position.seq);
}

function tell({ emit }: WatchPorts, { figures, ill, lags, ...also }: Watched): void {
  const named = Object.entries(ill).map(([figure, names]) => [figure, names.slice(0, MOST_NAMED)]);
  emit({
    // The names are those of the record's own type; Object.entries forgets it.
    figures: Object.entries(watchMetrics).map(([name, unit]) => ({ name, unit, value: figures[name as Figure] })),
    ill: Object.fromEntries(named),
    also: {
      ...also,
      lags: Object.fromEntries(lags.map(({ consumer, entries, seconds }) => [consumer, { entries, seconds }])),
    },
  });
}

/** Looks once, and tells. */
export async function watch(ports: WatchPorts): Promise<Watched> {
  const now = ports.clock();
  const facts = await factsOf(ports, now);
  const { head, sources, slow } = facts;
  const datasets = sources.reduce((sum, { live }) => sum + live, 0);
  const [lags, notFrozen, DatasetsLost, MailsBounced, QueuesWaiting] = await Promise.all([
    consumerLags(ports, head, now),
    changesNotFrozen(ports, head.epoch, head.seq),
    lostWithinDay(ports.objects, datasets, now),
    bounced(ports, sources, now),
    waitingQueues(ports, now),
  ]);
  const all: Ill = {
    SourcesOverdue: idsOf(sources, ({ overdueSeconds }) => overdueSeconds > 0),
    SourcesFailing: idsOf(sources, ({ enabled, failure }) => enabled && failure !== null),
    RunsHeld: idsOf(sources, ({ lastRun }) => lastRun?.state === 'held'),
    DeadLetters: lettersToDealWith(facts).map(({ id }) => id),
    ViewsBehind: tooLate(lags, notFrozen),
    ...{ QueuesWaiting, MailsBounced },
  };
  // The counts of what the type names.
  const counts = Object.fromEntries(TROUBLES.map((name) => [name, all[name].length])) as Record<keyof Ill, number>;
  const watched: Watched = {
    figures: { ...counts, DatasetsLost, MonthCost: slow.cost.usd },
    ill: Object.fromEntries(TROUBLES.filter((name) => all[name].length > 0).map((name) => [name, all[name]])),
    ...{ lags, head: head.seq, notFrozen, datasets },
  };
  tell(ports, watched);
  return watched;
}
