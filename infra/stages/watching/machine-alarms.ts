/** Alarms on what the system is made of: by the figures that AWS keeps of functions and the gateway, at no price. */
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { namesOf, type Topology } from '#infra/topology-shape.ts';
import { type AlarmSpec, PERIOD } from './alarm-spec.ts';
import type { OwnMetrics } from './own-metrics.ts';

/** Percent of the requests of five minutes, and how many they must be: a single failed request is a line in the log. */
const ERROR_PERCENT = 1;
const ERRORS = 3;
/** Milliseconds that nineteen of twenty requests are answered within; a cold start and a large page fit in. */
const SLOW_MS = 3000;

/** In how many periods a function that fails at each turn fails twice, though the clock starts it but seldom; one to spare. */
export function periodsOfTwoTurns({ functions }: Topology): number {
  const triggers = namesOf(functions).flatMap((name) => functions[name].triggers);
  const slowest = Math.max(...triggers.map((trigger) => (trigger.kind === 'schedule' ? trigger.every : 0)));
  return Math.ceil(slowest / PERIOD.toMinutes()) + 2;
}

/**
 * One alarm for all functions: AWS keeps a figure of the errors of all of a region's functions, and an alarm on each costs more
 * than everything that they do. Which one it is, the dashboard shows. A function that is throttled is told of by what comes of it:
 * failing requests, followers that are late, queues that wait.
 */
export const functionAlarms = (own: OwnMetrics, topology: Topology): AlarmSpec[] => [
  {
    ...{ id: 'functions-failing', metric: Lambda.metricAllErrors({ period: PERIOD }), atLeast: 1 },
    ...{ of: [2, periodsOfTwoTurns(topology)], silence: 'nothing' },
    says: 'A function keeps failing: the dashboard shows which one.',
    article: 'A function keeps failing',
  },
  {
    ...{ id: 'function-near-its-limit', metric: own.of('NearLimit', { statistic: 'Sum' }), atLeast: 1 },
    silence: 'nothing',
    says: 'A function worked for nearly all of its time: a line of its log says so.',
    article: 'A function is near its time limit',
  },
];

/** Failed requests in percent, where they are more than a few. */
export const errorShare = (api: HttpApi): MathExpression =>
  new MathExpression({
    expression: `IF(errors >= ${ERRORS}, 100 * errors / requests, 0)`,
    usingMetrics: {
      errors: api.metricServerError({ period: PERIOD, statistic: 'Sum' }),
      requests: api.metricCount({ period: PERIOD, statistic: 'Sum' }),
    },
    label: 'Percent of requests answered with an error of ours',
    period: PERIOD,
  });

export const apiAlarms = (api: HttpApi): AlarmSpec[] => [
  {
    ...{ id: 'requests-failing', metric: errorShare(api), atLeast: ERROR_PERCENT, of: [2, 3], silence: 'nothing' },
    says: `More than ${ERROR_PERCENT} % of the requests were answered with an error of ours.`,
    article: 'The API answers with errors',
  },
  {
    id: 'requests-slow',
    metric: api.metricLatency({ period: PERIOD, statistic: 'p95' }),
    ...{ atLeast: SLOW_MS, of: [3, 3], silence: 'nothing' },
    says: `One request in twenty took more than ${SLOW_MS / 1000} seconds.`,
    article: 'The API is slow',
  },
];
