/** Alarms on what users of the catalogue would notice: by the figures that `watch` and `canary` emit. */
import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { feedTroubles } from '#schemas/watch-metrics.ts';
import { type AlarmSpec, PERIOD } from './alarm-spec.ts';
import type { OwnMetrics } from './own-metrics.ts';

/** Percent of the catalogue lost within a day: what one source may lose without being held back, of them all at once. */
const SHRUNK_PERCENT = 10;
/** Hours: more than one harvest of a source that is harvested daily. */
const FAILING_HOURS = 25;
/** The pace of the canary. */
const CANARY_PERIOD = Duration.minutes(15);
/** SES reviews an account at a bounce rate of 5 % and a complaint rate of 0.1 %, and may end its sending at twice that. */
const BOUNCE_RATE = 0.05;
const COMPLAINT_RATE = 0.001;

const TWO_OF_THREE = [2, 3] as const;

const ofSources = (own: OwnMetrics): AlarmSpec[] => [
  {
    ...{ id: 'source-overdue', metric: own.of('SourcesOverdue'), atLeast: 1, of: TWO_OF_THREE, silence: 'as-before' },
    says: 'A source should have been harvested and was not.',
    article: 'A source is overdue',
  },
  {
    id: 'source-failing',
    metric: own.of('SourcesFailing', { period: Duration.hours(1), statistic: 'Minimum' }),
    ...{ atLeast: 1, of: [FAILING_HOURS, FAILING_HOURS], silence: 'as-before' },
    says: `Some source has been failing for ${FAILING_HOURS} hours.`,
    article: 'A source keeps failing',
  },
  {
    ...{ id: 'run-held', metric: own.of('RunsHeld'), atLeast: 1, silence: 'as-before' },
    says: 'A run waits for a decision of yours.',
    article: 'A run is held',
  },
  {
    ...{ id: 'set-aside', metric: own.of('DeadLetters'), atLeast: 1, silence: 'as-before' },
    says: 'Something could not be worked on and was set aside.',
    article: 'Something was set aside',
  },
];

/** Where the names are that an alarm's text cannot have. */
const NAMED = 'The newest line of the log of watch names it.';

const ofWhatIsRead = (own: OwnMetrics): AlarmSpec[] => [
  {
    ...{ id: 'views-behind', metric: own.of('ViewsBehind'), atLeast: 1, of: TWO_OF_THREE, silence: 'as-before' },
    says: `A follower of the log is behind. ${NAMED}`,
    article: 'A follower of the log is behind',
  },
  {
    ...{ id: 'queues-waiting', metric: own.of('QueuesWaiting'), atLeast: 1, silence: 'as-before' },
    says: `Something waits in a queue, or in one of dead letters, and nobody takes it. ${NAMED}`,
    article: 'A queue is not worked on',
  },
  {
    ...{ id: 'catalogue-shrinks', metric: own.of('DatasetsLost'), atLeast: SHRUNK_PERCENT, silence: 'as-before' },
    says: `The catalogue lost more than ${SHRUNK_PERCENT} % of its datasets within a day.`,
    article: 'The catalogue shrinks',
  },
];

const mismatch = (trouble: Metric): MathExpression =>
  new MathExpression({
    expression: `IF(trouble == ${feedTroubles.mismatch}, 1, 0)`,
    usingMetrics: { trouble },
    label: 'The feed does not add up',
    period: CANARY_PERIOD,
  });

const ofTheFeed = (own: OwnMetrics): AlarmSpec[] => {
  const trouble = own.of('FeedTrouble', { period: CANARY_PERIOD });
  return [
    {
      ...{ id: 'feed-mismatch', metric: mismatch(trouble), atLeast: 1, of: TWO_OF_THREE, silence: 'as-before' },
      says: 'What the public feed tells does not add up to the state that the API tells.',
      article: 'The feed does not add up',
    },
    {
      ...{ id: 'feed-unanswered', metric: trouble, atLeast: feedTroubles.unanswered, of: TWO_OF_THREE },
      silence: 'trouble',
      says: 'The public feed did not answer, or the canary that asks it does not run.',
      article: 'The feed does not answer',
    },
  ];
};

/** A figure of SES for the whole account. */
const reputation = (metricName: string): Metric =>
  new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Maximum', period: Duration.hours(1) });

const ofLetters = (own: OwnMetrics): AlarmSpec[] => [
  {
    ...{ id: 'letters-returned', metric: own.of('MailsBounced'), atLeast: 1, silence: 'as-before' },
    says: 'Letters to an owner came back, and no more are sent there.',
    article: 'Letters come back',
  },
  {
    ...{ id: 'bounce-rate', metric: reputation('Reputation.BounceRate'), atLeast: BOUNCE_RATE, silence: 'as-before' },
    says: 'So many letters come back that SES may end our sending.',
    article: 'Letters come back',
  },
  {
    id: 'complaint-rate',
    metric: reputation('Reputation.ComplaintRate'),
    ...{ atLeast: COMPLAINT_RATE, silence: 'as-before' },
    says: 'So many letters are called unwanted that SES may end our sending.',
    article: 'Letters come back',
  },
];

/** Whatever it says: that it says something. */
const spoken = (own: OwnMetrics): Metric => own.of('SourcesOverdue', { statistic: 'SampleCount' });

export interface Watched {
  /** US dollars that a month may cost. */
  readonly monthPlan: number;
  /** Whether letters are sent: none can come back otherwise, and an alarm has its price. */
  readonly mails: boolean;
}

export const catalogueAlarms = (own: OwnMetrics, { monthPlan, mails }: Watched): AlarmSpec[] => [
  ...ofSources(own),
  ...ofWhatIsRead(own),
  ...ofTheFeed(own),
  ...(mails ? ofLetters(own) : []),
  {
    ...{ id: 'month-cost', metric: own.of('MonthCost'), atLeast: monthPlan, silence: 'as-before' },
    says: `The runs of this month alone cost more than the ${monthPlan} US dollars that are planned for everything.`,
    article: 'The month costs more than planned',
  },
  {
    id: 'nobody-watches',
    metric: new MathExpression({
      expression: 'IF(FILL(told, 0) < 1, 1, 0)',
      usingMetrics: { told: spoken(own) },
      label: 'No figures of watch',
      period: PERIOD,
    }),
    ...{ atLeast: 1, of: [4, 4], silence: 'trouble' },
    says: 'The function watch tells nothing, so no alarm on its figures can go off.',
    article: 'Nobody watches',
  },
];
