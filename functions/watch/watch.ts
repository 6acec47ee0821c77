/**
 * Tells CloudWatch how everything is, from the same facts that the overview shows operators: what is in trouble, how far
 * followers of the log are behind, how large the catalogue is and what the month costs. Alarms judge the figures
 * (infra/stages/watching.ts).
 */
import { factsOf } from '#functions/api/overview/facts.ts';
import type { OverviewPorts } from '#functions/api/overview/ports.ts';
import type { SourceHealth } from '#functions/api/overview/source-health.ts';
import { lettersToDealWith } from '#functions/api/overview/troubles.ts';
import type { Clock } from '#functions/shared/clock.ts';
import { eachOf } from '#functions/shared/each-of.ts';
import { feedGeneration, feedStore } from '#functions/shared/feed-store.ts';
import type { EmitFigures, FigureSet } from '#functions/shared/figures.ts';
import type { LetterStore } from '#functions/shared/letter-store.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { consumerMetrics, watchMetrics } from '#schemas/watch-metrics.ts';
import { type ConsumerLag, type ConsumerPorts, consumerLags } from './consumer-lags.ts';
import { lostWithinDay } from './sizes.ts';

const DAY_MS = 24 * 3_600_000;

export interface WatchPorts extends Omit<ConsumerPorts, 'ledger' | 'webhooks' | 'checkpoints'>, OverviewPorts {
  readonly letters: Pick<LetterStore, 'get'>;
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  readonly emit: EmitFigures;
  readonly clock: Clock;
}

/** Figures that are above zero only when somebody should look. */
export const TROUBLES: readonly (keyof typeof watchMetrics)[] = [
  'SourcesOverdue',
  'SourcesFailing',
  'RunsHeld',
  'DeadLetters',
  'MailsBounced',
];

type WatchFigures = Readonly<Record<keyof typeof watchMetrics, number>>;

/** What was told. */
export interface Watched {
  readonly figures: WatchFigures;
  readonly lags: readonly ConsumerLag[];
}

const count = (sources: readonly SourceHealth[], is: (source: SourceHealth) => boolean): number =>
  sources.filter(is).length;

/** Owners whose letters came back, or were called unwanted, within a day. */
async function bounced({ letters }: WatchPorts, sources: readonly SourceHealth[], now: number): Promise<number> {
  const owners = [...new Set(sources.map(({ owner }) => owner.id))];
  const known = await eachOf(owners, (owner) => letters.get(owner));
  return known.filter(({ stopped }) => stopped !== null && now - Date.parse(stopped.at) < DAY_MS).length;
}

async function notFrozen({ objects, publicUrl }: WatchPorts, epoch: string, head: number): Promise<number> {
  // A store that is only read: the type asks for both.
  const { position } = await feedStore(objects, feedGeneration(epoch, publicUrl)).state();
  return Math.max(0, head - position.seq);
}

const setsOf = ({ figures, lags }: Watched): FigureSet[] => [
  {
    dimensions: {},
    // The names are those of the record's own type; Object.entries forgets it.
    figures: Object.entries(watchMetrics).map(([name, unit]) => ({
      ...{ name, unit, value: figures[name as keyof WatchFigures] },
    })),
  },
  ...lags.map(
    ({ consumer, entries, seconds }): FigureSet => ({
      dimensions: { Consumer: consumer },
      figures: [
        { name: 'ConsumerLag', unit: consumerMetrics.ConsumerLag, value: entries },
        { name: 'ConsumerLagSeconds', unit: consumerMetrics.ConsumerLagSeconds, value: seconds },
      ],
    }),
  ),
];

/** Looks once, and tells. */
export async function watch(ports: WatchPorts): Promise<Watched> {
  const now = ports.clock();
  const facts = await factsOf(ports, now);
  const { head, sources, slow } = facts;
  const datasets = sources.reduce((sum, { live }) => sum + live, 0);
  const [lags, FeedFreezeLag, DatasetsLost, MailsBounced] = await Promise.all([
    consumerLags(ports, head, now),
    notFrozen(ports, head.epoch, head.seq),
    lostWithinDay(ports.objects, datasets, now),
    bounced(ports, sources, now),
  ]);
  const figures: WatchFigures = {
    SourcesOverdue: count(sources, ({ overdueSeconds }) => overdueSeconds > 0),
    SourcesFailing: count(sources, ({ enabled, failure }) => enabled && failure !== null),
    RunsHeld: count(sources, ({ lastRun }) => lastRun?.state === 'held'),
    DeadLetters: lettersToDealWith(facts).length,
    LedgerHead: head.seq,
    Datasets: datasets,
    MonthCost: slow.cost.usd,
    ...{ FeedFreezeLag, DatasetsLost, MailsBounced },
  };
  ports.emit(setsOf({ figures, lags }));
  return { figures, lags };
}
