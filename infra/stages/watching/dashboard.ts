/**
 * One page that answers "is all well?": which alarms are on, and below them what users notice first. It has fewer than fifty
 * metrics, as AWS gives a dashboard away for no more (test/infra/watching.test.ts).
 */
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
  LogQueryVisualizationType,
  LogQueryWidget,
  PeriodOverride,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { namesOf } from '#infra/topology-shape.ts';
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
  graph('The feed as the canary sees it: 1 does not add up, 2 does not answer', 3, [own.of('FeedTrouble')]),
];

/** Each function by its name where it fails; how long all of them work, as AWS counts them together. */
const runs = ({ functions }: Ground, own: OwnMetrics): IWidget[] => [
  graph(
    'Functions: errors',
    2,
    [...functions].map(([name, lambda]) => lambda.metricErrors({ label: name, period: PERIOD })),
  ),
  graph(
    'All functions: the longest in milliseconds; throttles, and those near their limit',
    2,
    [Lambda.metricAllDuration({ period: PERIOD, statistic: 'Maximum', label: 'longest' })],
    [Lambda.metricAllThrottles({ period: PERIOD, label: 'throttles' }), own.of('NearLimit', { statistic: 'Sum' })],
  ),
];

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

/** What stands in the lines of watch beside its figures, drawn from its log: a figure for each would be billed by the month. */
function told({ functions }: Ground, title: string, fields: Readonly<Record<string, string>>): IWidget {
  const group = functions.get('watch')?.logGroup;
  const most = Object.entries(fields).map(([name, field]) => `max(${field}) as ${name}`);
  return new LogQueryWidget({
    title,
    logGroupNames: group ? [group.logGroupName] : [],
    view: LogQueryVisualizationType.LINE,
    // A field is there in the lines that have figures, and in no other.
    queryLines: ['filter ispresent(also.head)', `stats ${most.join(', ')} by bin(${PERIOD.toMinutes()}m)`],
    ...{ width: COLUMNS / 3, height: HEIGHT },
  });
}

const lags = (ground: Ground, own: OwnMetrics): IWidget[] => {
  // In backticks, as one of the names has a hyphen.
  const seconds = ledgerConsumers.map((name) => [`\`${name}\``, `\`also.lags.${name}.seconds\``]);
  return [
    told(ground, 'Followers of the log: seconds behind', Object.fromEntries(seconds)),
    told(ground, 'The log’s head, changes in no frozen page, datasets', {
      head: 'also.head',
      notFrozen: 'also.notFrozen',
      datasets: 'also.datasets',
    }),
    graph('Followers that are late, queues that nobody takes from', 3, [
      own.of('ViewsBehind'),
      own.of('QueuesWaiting'),
    ]),
  ];
};

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
  graph('Percent of the datasets lost within a day', 2, [own.of('DatasetsLost')]),
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
      runs(ground, own),
      queues(ground),
      lags(ground, own),
      requests(api),
      sizeAndCost(own),
    ],
  });
