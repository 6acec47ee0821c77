/** The figures by which the system is watched: what the functions emit, and what alarms and the dashboard read. */

/** Followers of the ledger, by the names under which their lag is told: the functions that follow it. */
export const ledgerFollowers = {
  datasets: 'project',
  links: 'link-datasets',
  assessments: 'assess-datasets',
  search: 'index-search',
  feeds: 'render-feeds',
  'checked-links': 'check-links',
  webhooks: 'deliver-webhooks',
} as const;
export type LedgerConsumer = keyof typeof ledgerFollowers;

// The keys are those of the object itself; Object.keys forgets it.
export const ledgerConsumers = Object.keys(ledgerFollowers) as LedgerConsumer[];

/** CloudWatch's own names of units. */
export type Unit = 'Count' | 'Percent' | 'None';

/**
 * How everything is, every five minutes. Each figure is billed by the month: there are few, without dimensions, and what
 * they count is named in the line of the log that has them (docs/decisions/0071).
 */
export const watchMetrics = {
  SourcesOverdue: 'Count',
  SourcesFailing: 'Count',
  RunsHeld: 'Count',
  /** Letters that nobody has dealt with; not those of failed runs, whose sources tell it. */
  DeadLetters: 'Count',
  /** Followers of the log that are later than they may be, and the feed where too much of it is in no frozen page. */
  ViewsBehind: 'Count',
  /** Queues, those of dead letters too, in which something waits that nobody takes. */
  QueuesWaiting: 'Count',
  /** Owners whose letters came back within a day. */
  MailsBounced: 'Count',
  /** Of the most datasets that there were within a day. */
  DatasetsLost: 'Percent',
  /** What the runs of this month cost, in US dollars at list price. */
  MonthCost: 'None',
} as const satisfies Readonly<Record<string, Unit>>;

/** What the canary, which follows the public feed as anybody would, finds. */
export const canaryMetrics = {
  /** By `feedTroubles`. */
  FeedTrouble: 'None',
} as const satisfies Readonly<Record<string, Unit>>;

/** The values of FeedTrouble: what the feed tells does not add up to the state that the API tells, or the feed did not answer. */
export const feedTroubles = { none: 0, mismatch: 1, unanswered: 2 } as const;

/** A function that was nearly cut off says this line, and a filter on its log makes it a figure: one that is billed only then. */
export const nearLimit = { line: 'worked for nearly all of its time', metric: 'NearLimit' } as const;
