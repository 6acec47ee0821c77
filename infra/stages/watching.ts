/**
 * Who is told of what: alarms on what users notice, all of them to one topic, each with its article in docs/runbook.md
 * (docs/decisions/0054). Built last, since it watches what the other stages have built.
 */
import { CfnOutput, Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { namesOf } from '#infra/topology.ts';
import type { Gateway } from './api.ts';
import { type Ground, StageFunction } from './stage-function.ts';
import { type AlarmSpec, alarmOf } from './watching/alarm-spec.ts';
import { catalogueAlarms } from './watching/catalogue-alarms.ts';
import { dashboardOf } from './watching/dashboard.ts';
import { apiAlarms, functionAlarms, queueAlarms } from './watching/machine-alarms.ts';
import { ownMetrics } from './watching/own-metrics.ts';

/** Percent of the plan: by the time that three quarters are spent there is still something to decide. */
const BUDGET_WARNING = 75;

export interface WatchingProps {
  readonly ground: Ground;
  readonly gateway: Gateway;
  /** Who is written to when an alarm goes off, and when it is over; AWS asks that address first. Nobody when absent. */
  readonly mail?: string | undefined;
  /** US dollars that a month may cost. */
  readonly monthPlan: number;
}

export class Watching extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: WatchingProps) {
    super(scope, id);
    for (const name of ['watch', 'canary'] as const) new StageFunction(this, name, props.ground);
    const topic = this.#topic(props.mail);
    const action = new SnsAction(topic);
    this.alarms = this.#specs(props).map((spec) => {
      const alarm = alarmOf(this, spec);
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
      return alarm;
    });
    dashboardOf(this, { ground: props.ground, api: props.gateway.api, own: ownMetrics(this), alarms: this.alarms });
    this.#budget(props.monthPlan, topic);
    new CfnOutput(Stack.of(this), 'Alarms', { value: topic.topicArn });
  }

  #specs({ ground: { topology, functions, channels }, gateway, monthPlan }: WatchingProps): AlarmSpec[] {
    return [
      ...catalogueAlarms(ownMetrics(this), monthPlan),
      ...apiAlarms(gateway.api),
      ...namesOf(channels.queues).flatMap((name) =>
        queueAlarms(name, { queue: channels.queues[name], dead: channels.dead[name] }, topology),
      ),
      ...[...functions].flatMap(([name, lambda]) => functionAlarms(name, lambda, topology.functions[name])),
    ];
  }

  /** The topic has a policy of its own (TLS only), which takes the place of the one that lets the account's services in. */
  #topic(mail: string | undefined): Topic {
    const topic = new Topic(this, 'alarms', { enforceSSL: true });
    const ours = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    for (const service of ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com']) {
      topic.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal(service)],
          actions: ['sns:Publish'],
          resources: [topic.topicArn],
          conditions: ours,
        }),
      );
    }
    if (mail) topic.addSubscription(new EmailSubscription(mail));
    return topic;
  }

  /** What AWS itself bills, for the whole account and some hours late; the alarm month-cost knows the runs, at once. */
  #budget(monthPlan: number, topic: Topic): void {
    const subscribers = [{ subscriptionType: 'SNS', address: topic.topicArn }];
    const notification = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, threshold, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
      subscribers,
    });
    new CfnBudget(this, 'month', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: monthPlan, unit: 'USD' } },
      notificationsWithSubscribers: [notification('ACTUAL', BUDGET_WARNING), notification('FORECASTED', 100)],
    });
  }
}
