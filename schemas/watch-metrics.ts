/** The figures by which the system is watched: what the functions emit, and what alarms and the dashboard read. */

/** Followers of the ledger, by the names under which their lag is told. */
export const ledgerConsumers = [
  'datasets',
  'links',
  'assessments',
  'search',
  'feeds',
  'checked-links',
  'webhooks',
] as const;
export type LedgerConsumer = (typeof ledgerConsumers)[number];

/** CloudWatch's own names of units. */
type Unit = 'Count' | 'Seconds' | 'None';

/** How everything is, every five minutes. */
export const watchMetrics = {
  SourcesOverdue: 'Count',
  SourcesFailing: 'Count',
  RunsHeld: 'Count',
  /** Letters that nobody has dealt with; not those of failed runs, whose sources tell it. */
  DeadLetters: 'Count',
  LedgerHead: 'Count',
  /** Changes that are in no frozen page of the feed. */
  FeedFreezeLag: 'Count',
  /** Live datasets. */
  Datasets: 'Count',
  /** What is missing to the most that there were within a day. */
  DatasetsLost: 'Count',
  /** Owners whose letters came back within a day. */
  MailsBounced: 'Count',
  /** What the runs of this month cost, in US dollars at list price. */
  MonthCost: 'None',
} as const satisfies Readonly<Record<string, Unit>>;

/** How far behind the log each of its followers is; these have the dimension `Consumer`. */
export const consumerMetrics = { ConsumerLag: 'Count', ConsumerLagSeconds: 'Seconds' } as const satisfies Readonly<
  Record<string, Unit>
>;

/** What the canary, which follows the public feed as anybody would, finds: 1 or 0. */
export const canaryMetrics = {
  /** What the feed tells does not add up to the state that the API tells. */
  FeedMismatch: 'Count',
  /** The feed did not answer, or not with what it promises. */
  FeedUnanswered: 'Count',
} as const satisfies Readonly<Record<string, Unit>>;
