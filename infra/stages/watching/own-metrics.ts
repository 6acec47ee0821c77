/** The figures that our own functions emit (schemas/watch-metrics.ts), as CloudWatch has them: without dimensions. */
import { type Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type canaryMetrics, nearLimit, type watchMetrics } from '#schemas/watch-metrics.ts';
import { PERIOD } from './alarm-spec.ts';

type Own = keyof typeof watchMetrics | keyof typeof canaryMetrics | typeof nearLimit.metric;

interface Look {
  readonly period?: Duration;
  readonly statistic?: string;
}

export interface OwnMetrics {
  of(name: Own, look?: Look): Metric;
}

/** The namespace of a stack's figures: the setting METRICS of the functions that emit them. */
export const namespaceOf = (scope: Construct): string => Stack.of(scope).stackName;

export function ownMetrics(scope: Construct): OwnMetrics {
  const shared = { namespace: namespaceOf(scope), period: PERIOD, statistic: 'Maximum' };
  return { of: (metricName, look = {}) => new Metric({ ...shared, metricName, label: metricName, ...look }) };
}

/** Makes a figure of the line of a function that was nearly cut off. It has no value while there is none: that is not billed. */
export function countNearLimit(scope: Construct, logGroup: ILogGroup): void {
  new MetricFilter(scope, 'near-limit', {
    logGroup,
    metricNamespace: namespaceOf(scope),
    metricName: nearLimit.metric,
    filterPattern: FilterPattern.stringValue('$.message', '=', nearLimit.line),
  });
}
