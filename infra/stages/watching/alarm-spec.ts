/** What an alarm is to us: a figure, a bound, and an article of the runbook. */
import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** The pace of everything that is watched: what people notice only after minutes need not be looked at every second. */
export const PERIOD = Duration.minutes(5);

export interface AlarmSpec {
  /** Ends the alarm's name, as it stands in the mail: `project-errors`. */
  readonly id: string;
  readonly metric: IMetric;
  /** The alarm goes off at this figure and above. */
  readonly atLeast: number;
  /** So many of the last so many periods; one of one when absent. */
  readonly of?: readonly [datapoints: number, periods: number];
  /**
   * What silence means: nothing (no message, no request), what was before (a figure that comes every few minutes and may
   * come a little late), or that who should speak does not.
   */
  readonly silence: 'nothing' | 'as-before' | 'trouble';
  /** One sentence on what happened. */
  readonly says: string;
  /** The heading of its article in docs/runbook.md. */
  readonly article: string;
}

const SILENCES = {
  nothing: TreatMissingData.NOT_BREACHING,
  'as-before': TreatMissingData.IGNORE,
  trouble: TreatMissingData.BREACHING,
} as const satisfies Readonly<Record<AlarmSpec['silence'], TreatMissingData>>;

/** Makes the alarm; its name begins with the stack's, so that two environments of one account can be told apart. */
export function alarmOf(scope: Construct, spec: AlarmSpec): Alarm {
  const { id, metric, atLeast, of: [datapoints, periods] = [1, 1], silence, says, article } = spec;
  return new Alarm(scope, id, {
    alarmName: `${Stack.of(scope).stackName}-${id}`,
    metric,
    threshold: atLeast,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    datapointsToAlarm: datapoints,
    evaluationPeriods: periods,
    treatMissingData: SILENCES[silence],
    // A percentile of three requests is one request: it is not judged.
    evaluateLowSampleCountPercentile: 'ignore',
    alarmDescription: `${says} See docs/runbook.md, "${article}".`,
  });
}
