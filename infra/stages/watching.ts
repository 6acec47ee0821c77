/**
 * Who is told of what: alarms on what users notice, all of them to one topic, each with its article in docs/runbook.md
 * (docs/decisions/0054). Built last, since it watches what the other stages have built.
 */
import { CfnOutput, Stack } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Gateway } from './api.ts';
import { type Ground, StageFunction } from './stage-function.ts';
import { type AlarmSpec, alarmOf } from './watching/alarm-spec.ts';
import { catalogueAlarms } from './watching/catalogue-alarms.ts';
import { dashboardOf } from './watching/dashboard.ts';
import { apiAlarms, functionAlarms } from './watching/machine-alarms.ts';
import { ownMetrics } from './watching/own-metrics.ts';

export interface WatchingProps {
  readonly ground: Ground;
  readonly gateway: Gateway;
}

export class Watching extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: WatchingProps) {
    super(scope, id);
    for (const name of ['watch', 'canary'] as const) new StageFunction(this, name, props.ground);
    // Who is written to when an alarm goes off, and when it is over; AWS asks that address first.
    const topic = this.#topic(props.ground.environment.alarmMail);
    const action = new SnsAction(topic);
    for (const spec of this.#specs(props)) alarmOf(this, spec);
    // Those too that another stage made for itself: a deployment is taken back by its own.
    this.alarms = Stack.of(this)
      .node.findAll()
      .filter((one) => one instanceof Alarm);
    for (const alarm of this.alarms) {
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
    dashboardOf(this, { ground: props.ground, api: props.gateway.api, own: ownMetrics(this), alarms: this.alarms });
    new CfnOutput(Stack.of(this), 'Alarms', { value: topic.topicArn });
  }

  #specs({ ground: { topology, environment }, gateway }: WatchingProps): AlarmSpec[] {
    const own = ownMetrics(this);
    const { monthPlan, mailFrom } = environment;
    return [
      ...catalogueAlarms(own, { monthPlan, mails: mailFrom !== undefined }),
      ...apiAlarms(gateway.api),
      ...functionAlarms(own, topology),
    ];
  }

  /** The topic has a policy of its own (TLS only), which takes the place of the one that lets the account's services in. */
  #topic(mail: string | undefined): Topic {
    const topic = new Topic(this, 'alarms', { enforceSSL: true });
    const ours = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: ours,
      }),
    );
    if (mail) topic.addSubscription(new EmailSubscription(mail));
    return topic;
  }
}
