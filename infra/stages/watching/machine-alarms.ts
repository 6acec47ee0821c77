/** Alarms on what the system is made of: by the figures that AWS keeps of functions, queues and the gateway. */
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { deadLetterOf, type FunctionName, type FunctionSpec, type QueueName, type Topology } from '#infra/topology.ts';
import { type AlarmSpec, PERIOD } from './alarm-spec.ts';

/**
 * Functions that work for long put their work down in time, some with five seconds to spare. One that comes closer than this
 * is about to be cut off.
 */
const LEFT_SECONDS = 2;
/** Percent of the requests of five minutes, and how many they must be: a single failed request is a line in the log. */
const ERROR_PERCENT = 1;
const ERRORS = 3;
/** Milliseconds that nineteen of twenty requests are answered within; a cold start and a large page fit in. */
const SLOW_MS = 3000;

const minutes = (seconds: number): string => `${Math.round(seconds / 60)} minutes`;

/**
 * Somebody waits for a function that answers requests or takes messages. One that the clock alone starts does at its next turn
 * what it could not begin now, and may be throttled on purpose: where it is at work already.
 */
function throttled(name: FunctionName, lambda: Lambda, { triggers }: FunctionSpec): AlarmSpec[] {
  if (triggers.every(({ kind }) => kind === 'schedule')) return [];
  return [
    {
      ...{ id: `${name}-throttled`, metric: lambda.metricThrottles({ period: PERIOD }), atLeast: 1, of: [2, 3] },
      silence: 'nothing',
      says: `The function ${name} is not started because too many are at work.`,
      article: 'A function is throttled',
    },
  ];
}

export function functionAlarms(name: FunctionName, lambda: Lambda, spec: FunctionSpec): AlarmSpec[] {
  const { timeout } = spec;
  return [
    ...throttled(name, lambda, spec),
    {
      ...{ id: `${name}-errors`, metric: lambda.metricErrors({ period: PERIOD }), atLeast: 1, of: [2, 3] },
      silence: 'nothing',
      says: `The function ${name} keeps failing.`,
      article: 'A function keeps failing',
    },
    {
      id: `${name}-near-its-limit`,
      metric: lambda.metricDuration({ period: PERIOD, statistic: 'Maximum' }),
      atLeast: (timeout - LEFT_SECONDS) * 1000,
      silence: 'nothing',
      says: `The function ${name} worked for nearly all of its ${timeout} seconds.`,
      article: 'A function is near its time limit',
    },
  ];
}

export function queueAlarms(
  name: QueueName,
  { queue, dead }: { readonly queue: Queue; readonly dead: Queue },
  { queues }: Topology,
): AlarmSpec[] {
  const { visibility, maxReceive } = queues[name];
  // A message that is received comes again or is set aside within this time: one that is older was not received.
  const late = visibility * maxReceive;
  return [
    {
      id: `${name}-queue-waits`,
      metric: queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }),
      ...{ atLeast: late, of: [2, 3], silence: 'nothing' },
      says: `A message has waited in the queue ${name} for ${minutes(late)}.`,
      article: 'A queue is not worked on',
    },
    {
      id: `${deadLetterOf(name)}-not-empty`,
      metric: dead.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' }),
      ...{ atLeast: 1, of: [2, 3], silence: 'nothing' },
      says: `A message of the queue ${name} was tried ${maxReceive} times and was not set aside either.`,
      article: 'A dead-letter queue is not empty',
    },
  ];
}

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
