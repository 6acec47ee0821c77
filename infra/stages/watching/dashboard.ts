/** One page that answers "is all well?": which alarms are on, and below them what users notice first. */
import { Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  type Alarm,
  AlarmState,
  AlarmStatusWidget,
  AlarmStatusWidgetSortBy,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  PeriodOverride,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { namesOf } from '#infra/topology.ts';
import { ledgerConsumers } from '#schemas/watch-metrics.ts';
import type { Ground } from '../stage-function.ts';
import { PERIOD } from './alarm-spec.ts';
import { errorShare } from './machine-alarms.ts';
import type { OwnMetrics } from './own-metrics.ts';

/** The columns of a CloudWatch dashboard. */
const COLUMNS = 24;
const HEIGHT = 6;
/** High enough for a handful of alarms; whoever has more has to scroll, and has other worries. */
const ALARMS_HEIGHT = 3;

export interface DashboardProps {
  readonly ground: Ground;
  readonly api: HttpApi;
  readonly own: OwnMetrics;
  readonly alarms: readonly Alarm[];
}

/** A graph that has the whole width to share with its neighbours. */
const graph = (title: string, of: number, left: IMetric[], right: IMetric[] = []): IWidget =>
  new GraphWidget({ title, width: COLUMNS / of, height: HEIGHT, left, ...(right.length > 0 && { right }) });

/** Only those that are on: a row of seventy green boxes answers nothing, an empty one does. */
const alarmsThatAreOn = (alarms: readonly Alarm[]): IWidget =>
  new AlarmStatusWidget({
    title: 'Is all well? What stands here is not',
    alarms: [...alarms],
    states: [AlarmState.ALARM],
    sortBy: AlarmStatusWidgetSortBy.STATE_UPDATED_TIMESTAMP,
    ...{ width: COLUMNS, height: ALARMS_HEIGHT },
  });

const freshness = (own: OwnMetrics): IWidget[] => [
  graph('Freshness: sources that are overdue or failing', 3, [own.of('SourcesOverdue'), own.of('SourcesFailing')]),
  graph('Decisions that wait: runs held, letters set aside', 3, [own.of('RunsHeld'), own.of('DeadLetters')]),
  graph('The feed, as the canary sees it', 3, [own.of('FeedMismatch'), own.of('FeedUnanswered')]),
];

const runs = ({ functions }: Ground): IWidget[] => {
  const all = [...functions].map(([name, lambda]) => ({ name, lambda }));
  return [
    graph(
      'Functions: errors',
      2,
      all.map(({ name, lambda }) => lambda.metricErrors({ label: name, period: PERIOD })),
    ),
    graph(
      'Functions: longest in milliseconds',
      2,
      all.map(({ name, lambda }) => lambda.metricDuration({ label: name, period: PERIOD, statistic: 'Maximum' })),
    ),
  ];
};

const queues = ({ channels }: Ground): IWidget[] => {
  const names = namesOf(channels.queues);
  const look = { period: PERIOD, statistic: 'Maximum' };
  return [
    graph(
      'Queues: age of the oldest message in seconds',
      2,
      names.map((name) => channels.queues[name].metricApproximateAgeOfOldestMessage({ ...look, label: name })),
    ),
    graph(
      'Dead letters that were not set aside',
      2,
      names.map((name) => channels.dead[name].metricApproximateNumberOfMessagesVisible({ ...look, label: name })),
    ),
  ];
};

const lags = (own: OwnMetrics): IWidget[] => [
  graph(
    'Followers of the log: seconds behind',
    3,
    ledgerConsumers.map((consumer) => own.ofConsumer('ConsumerLagSeconds', consumer)),
  ),
  graph(
    'Followers of the log: changes behind',
    3,
    ledgerConsumers.map((consumer) => own.ofConsumer('ConsumerLag', consumer)),
  ),
  graph('The log: its head, and changes in no frozen page', 3, [own.of('LedgerHead')], [own.of('FeedFreezeLag')]),
];

const requests = (api: HttpApi): IWidget[] => [
  graph('API: requests', 3, [api.metricCount({ period: PERIOD, statistic: 'Sum' })], [errorShare(api)]),
  graph(
    'API: milliseconds',
    3,
    ['p50', 'p95', 'p99'].map((statistic) => api.metricLatency({ period: PERIOD, statistic, label: statistic })),
  ),
  graph('API: answers 4xx and 5xx', 3, [
    api.metricClientError({ period: PERIOD, statistic: 'Sum' }),
    api.metricServerError({ period: PERIOD, statistic: 'Sum' }),
  ]),
];

const sizeAndCost = (own: OwnMetrics): IWidget[] => [
  graph('Catalogue: live datasets, and those lost within a day', 2, [own.of('Datasets')], [own.of('DatasetsLost')]),
  new SingleValueWidget({
    title: 'This month: cost of the runs in US dollars, owners whose letters came back today',
    metrics: [own.of('MonthCost'), own.of('MailsBounced')],
    ...{ width: COLUMNS / 2, height: HEIGHT },
  }),
];

export const dashboardOf = (scope: Construct, { ground, api, own, alarms }: DashboardProps): Dashboard =>
  new Dashboard(scope, 'dashboard', {
    dashboardName: Stack.of(scope).stackName,
    periodOverride: PeriodOverride.INHERIT,
    widgets: [
      [alarmsThatAreOn(alarms)],
      freshness(own),
      runs(ground),
      queues(ground),
      lags(own),
      requests(api),
      sizeAndCost(own),
    ],
  });
