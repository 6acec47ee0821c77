/** The figures that our own functions emit (schemas/watch-metrics.ts), as CloudWatch has them. */
import { type Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { canaryMetrics, consumerMetrics, LedgerConsumer, watchMetrics } from '#schemas/watch-metrics.ts';
import { PERIOD } from './alarm-spec.ts';

type Single = keyof typeof watchMetrics | keyof typeof canaryMetrics;

interface Look {
  readonly period?: Duration;
  readonly statistic?: string;
}

export interface OwnMetrics {
  of(name: Single, look?: Look): Metric;
  ofConsumer(name: keyof typeof consumerMetrics, consumer: LedgerConsumer): Metric;
}

/** The namespace of a stack's figures: the setting METRICS of the functions that emit them. */
export const namespaceOf = (scope: Construct): string => Stack.of(scope).stackName;

export function ownMetrics(scope: Construct): OwnMetrics {
  const shared = { namespace: namespaceOf(scope), period: PERIOD, statistic: 'Maximum' };
  return {
    of: (metricName, look = {}) => new Metric({ ...shared, metricName, label: metricName, ...look }),
    ofConsumer: (metricName, Consumer) =>
      new Metric({ ...shared, metricName, label: Consumer, dimensionsMap: { Consumer } }),
  };
}
