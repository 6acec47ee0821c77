/** Functions that the clock starts, by EventBridge Scheduler. */
import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';

/** The shortest that both Scheduler and Lambda can keep a turn for. */
const TURN_LASTS = Duration.minutes(1);

/**
 * Starts a function by the clock. A turn that could not be handed over, or failed, is not tried again and set aside nowhere:
 * it says nothing that the next one does not say, and the next one comes before anybody could look. That a function keeps
 * failing is what its alarm tells.
 * @param every in minutes.
 */
export function startByClock(scope: Construct, lambda: Lambda, every: number): void {
  lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: TURN_LASTS });
  const { account } = Stack.of(scope);
  const role = new Role(scope, 'clock', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      // Nobody else's schedules may use it.
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  });
  // The function as it is; CDK would let it start every version of it.
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambda.functionArn] }));
  const schedule = new Schedule(scope, 'schedule', {
    schedule: ScheduleExpression.rate(Duration.minutes(every)),
    target: new LambdaInvoke(lambda, { role: role.withoutPolicyUpdates(), retryAttempts: 0, maxEventAge: TURN_LASTS }),
    timeWindow: TimeWindow.off(),
  });
  // Scheduler looks whether the role may start the function before it takes the schedule.
  schedule.node.addDependency(role);
}
