import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIXED } from '#bench/simulate/assumptions.ts';
import { everyQueue } from '#functions/shared/queue-variables.ts';
import { periodsOfTwoTurns } from '#infra/stages/watching/machine-alarms.ts';
import { allQueues, topology } from '#infra/topology.ts';
import { namesOf } from '#infra/topology-shape.ts';
import { canaryMetrics, ledgerConsumers, ledgerFollowers, nearLimit, watchMetrics } from '#schemas/watch-metrics.ts';
import { environmentWith, synthesised } from './stand-in.ts';

const asked = { alarmMail: 'vagt@æøå.example.dk', monthPlan: 30, mailFrom: 'Datalandkort <rapport@example.dk>' };
const { byId, all, templates } = synthesised(environmentWith(asked));

const alarms = all('AWS::CloudWatch::Alarm');

const idsOf = (type: string): string[] => [...byId].filter(([, { Type }]) => Type === type).map(([id]) => id);

interface Figure {
  readonly namespace: unknown;
  readonly name: string;
  readonly dimensions: unknown;
  readonly statistic: unknown;
}

/** What an alarm looks at: one figure, or those that its sum is made of. */
const figuresOf = (alarm: Record<string, unknown>): Figure[] => {
  const several = (alarm.Metrics ?? []) as { MetricStat?: { Metric: Record<string, unknown>; Stat: string } }[];
  const parts = several.flatMap(({ MetricStat }) =>
    MetricStat ? [{ ...MetricStat.Metric, Statistic: MetricStat.Stat }] : [],
  );
  return [alarm, ...parts].flatMap(({ Namespace, MetricName, Dimensions, Statistic }: Record<string, unknown>) =>
    MetricName === undefined
      ? []
      : [{ namespace: Namespace, name: String(MetricName), dimensions: Dimensions, statistic: Statistic }],
  );
};

const watched = alarms.flatMap(figuresOf);

/** Alarms that stand on a figure without dimensions. */
const alarmsOn = (namespace: string, name: string, statistic: string) =>
  alarms.filter((alarm) => {
    const [figure, ...others] = figuresOf(alarm);
    const looked = { namespace, name, dimensions: undefined, statistic };
    return others.length === 0 && JSON.stringify(figure) === JSON.stringify(looked);
  });

/** Ours, beside what CDK brings along for deployments. */
const ourFunctions = [...byId].flatMap(([id, { Type, Properties }]) =>
  Type === 'AWS::Lambda::Function' && Properties?.Handler === 'handler.handler' ? [id] : [],
);

/** A function in a template, whose form nothing describes to the compiler. */
interface LambdaProperties {
  readonly Role: { readonly 'Fn::GetAtt': [string] };
  readonly LoggingConfig: { readonly LogGroup: unknown };
  readonly Environment: { readonly Variables: Readonly<Record<string, { readonly Ref: string }>> };
}

describe('every function', () => {
  const [failing] = alarmsOn('AWS/Lambda', 'Errors', 'Sum');

  test('is among those whose errors an alarm counts: all of the region in which the alarm is', () => {
    expect(failing).toMatchObject({ AlarmName: 'Datalandkort-functions-failing', Threshold: 1 });
    const here = templates.find(({ Resources = {} }) =>
      Object.values(Resources).some(({ Type }) => Type === 'AWS::CloudWatch::Alarm'),
    );
    for (const id of ourFunctions) expect(here?.Resources).toHaveProperty(id);
    expect(ourFunctions).toHaveLength(namesOf(topology.functions).length);
  });

  test('is told of also where the clock starts it so seldom that two failed turns are far from each other', () => {
    const { DatapointsToAlarm, EvaluationPeriods, Period } = failing as Record<string, number>;
    expect([DatapointsToAlarm, EvaluationPeriods]).toEqual([2, periodsOfTwoTurns(topology)]);
    const turns = namesOf(topology.functions).flatMap((name) =>
      topology.functions[name].triggers.flatMap((trigger) => (trigger.kind === 'schedule' ? [trigger.every * 60] : [])),
    );
    // From the beginning of a period to the second turn's end, wherever in its period the first one was.
    for (const every of turns)
      expect(every + Number(Period)).toBeLessThanOrEqual(Number(EvaluationPeriods) * Number(Period));
  });

  test('becomes a figure of an alarm when it was nearly cut off, by a filter on its own log', () => {
    expect(alarmsOn('Datalandkort', nearLimit.metric, 'Sum')).toMatchObject([{ Threshold: 1 }]);
    const filtered = all('AWS::Logs::MetricFilter').map(({ LogGroupName, FilterPattern, MetricTransformations }) => {
      expect(FilterPattern).toBe(`{ $.message = "${nearLimit.line}" }`);
      expect(MetricTransformations).toEqual([
        { MetricNamespace: 'Datalandkort', MetricName: nearLimit.metric, MetricValue: '1' },
      ]);
      return JSON.stringify(LogGroupName);
    });
    const ours = ourFunctions.map((id) => (byId.get(id)?.Properties ?? {}) as unknown as LambdaProperties);
    const logs = ours.map(({ LoggingConfig }) => JSON.stringify(LoggingConfig.LogGroup));
    expect(filtered.toSorted()).toEqual(logs.toSorted());
  });
});

describe('every queue', () => {
  const [watch = ''] = ourFunctions.filter((id) => id.startsWith('watchingwatch'));
  const queues = idsOf('AWS::SQS::Queue');

  test('is counted by watch, which may ask each of them and is told where they are', () => {
    expect(topology.functions.watch.counts).toEqual(allQueues);
    expect([...everyQueue].sort()).toEqual([...allQueues].sort());
    const { Environment, Role } = (byId.get(watch)?.Properties ?? {}) as unknown as LambdaProperties;
    const { Variables } = Environment;
    const addresses = allQueues.map((queue) => Variables[`QUEUE_${queue.toUpperCase().replace('-', '_')}_URL`]);
    expect(addresses.map((address) => address?.Ref).toSorted()).toEqual(queues.toSorted());
    const may = all('AWS::IAM::Policy')
      .filter(({ Roles }) => JSON.stringify(Roles) === JSON.stringify([{ Ref: Role['Fn::GetAtt'][0] }]))
      .flatMap(
        ({ PolicyDocument }) => (PolicyDocument as { Statement: { Action: string; Resource: unknown }[] }).Statement,
      )
      .filter(({ Action }) => Action === 'sqs:GetQueueAttributes')
      .flatMap(({ Resource }) => [Resource].flat() as { 'Fn::GetAtt': [string] }[])
      .map((resource) => resource['Fn::GetAtt'][0]);
    expect(may.toSorted()).toEqual(queues.toSorted());
  });

  // That each of them alone makes the figure one, and is named: test/functions/watch.test.ts, and with SQS watch-handler.test.ts.
  test('makes an alarm go off when something waits in it that nobody takes', () => {
    expect(alarmsOn('Datalandkort', 'QueuesWaiting', 'Maximum')).toMatchObject([{ Threshold: 1 }]);
  });
});

describe('there is an alarm', () => {
  // That each of them alone makes the figure one, and is named: test/functions/watch.test.ts.
  test('on followers of the log that are behind', () => {
    expect(alarmsOn('Datalandkort', 'ViewsBehind', 'Maximum')).toMatchObject([{ Threshold: 1 }]);
  });

  test('on every figure that is emitted, and on none that nobody emits', () => {
    const own = new Set(watched.filter(({ namespace }) => namespace === 'Datalandkort').map(({ name }) => name));
    expect([...own].sort()).toEqual([...namesOf(watchMetrics), ...namesOf(canaryMetrics), nearLimit.metric].sort());
  });

  test('on letters that come back only where letters are sent', () => {
    const letters = (some: Record<string, unknown>[]) =>
      some.filter(({ AlarmDescription }) => String(AlarmDescription).includes('"Letters come back"')).length;
    expect(letters(alarms)).toBe(3);
    expect(letters(synthesised(environmentWith()).all('AWS::CloudWatch::Alarm'))).toBe(0);
  });
});

test('the simulated bill counts as many figures with an alarm, metrics and dashboards as there are where letters are sent', () => {
  expect({
    alarms: watched.length,
    // Without that of functions that were nearly cut off, which has a value, and a price, only in hours in which one was.
    customMetrics: namesOf(watchMetrics).length + namesOf(canaryMetrics).length,
    dashboards: all('AWS::CloudWatch::Dashboard').length,
    secrets: all('AWS::SecretsManager::Secret').length,
  }).toEqual({
    ...{ alarms: FIXED.alarms, customMetrics: FIXED.customMetrics },
    ...{ dashboards: FIXED.dashboards, secrets: FIXED.secrets },
  });
});

test('every alarm is of the kind that AWS gives ten of away: on metrics by name, at a minute’s resolution or less', () => {
  for (const alarm of alarms) {
    const several = (alarm.Metrics ?? []) as {
      Expression?: string;
      MetricStat?: { Period: number };
      Period?: number;
    }[];
    const periods = [alarm.Period, ...several.map(({ MetricStat, Period }) => MetricStat?.Period ?? Period)];
    for (const period of periods) if (period !== undefined) expect(period).toBeGreaterThanOrEqual(60);
    for (const { Expression = '' } of several) expect(Expression).not.toMatch(/SEARCH|SELECT/);
  }
});

test('whoever follows the log is one whose lag is told', () => {
  const functions = join(import.meta.dirname, '..', '..', 'functions');
  const following = namesOf(topology.functions).filter((name) =>
    readdirSync(join(functions, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .some((file) => readFileSync(join(functions, name, file), 'utf8').includes('followLedger(')),
  );
  // Webhooks have a place in the log for each subscription, and so no checkpoint of that kind.
  expect([...following, 'deliver-webhooks'].sort()).toEqual(Object.values(ledgerFollowers).sort());
});

describe('every alarm', () => {
  const topics = idsOf('AWS::SNS::Topic').filter((id) => id.startsWith('watching'));

  test('tells one topic when it goes off and when it is over', () => {
    expect(topics).toHaveLength(1);
    for (const alarm of alarms) {
      expect(alarm).toMatchObject({ AlarmActions: [{ Ref: topics[0] }], OKActions: [{ Ref: topics[0] }] });
    }
  });

  test('has a name that tells what it is about, and no other has', () => {
    const names = alarms.map(({ AlarmName }) => String(AlarmName));
    for (const name of names) expect(name).toMatch(/^Datalandkort-[a-z-]+$/);
    expect(new Set(names).size).toBe(names.length);
  });

  test('can be told: the topic lets in what sends alarms, and only from this account', () => {
    const policies = all('AWS::SNS::TopicPolicy').filter((policy) => JSON.stringify(policy).includes('cloudwatch'));
    expect(policies).toHaveLength(1);
    const documents = policies.map(({ PolicyDocument }) => PolicyDocument as { Statement: Record<string, unknown>[] });
    const letIn = documents.flatMap(({ Statement }) => Statement).filter(({ Effect }) => Effect === 'Allow');
    expect(letIn.map(({ Principal }) => Principal)).toEqual([{ Service: 'cloudwatch.amazonaws.com' }]);
    for (const { Condition } of letIn) {
      expect(Condition).toEqual({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });
    }
  });
});

test('letters that came back can be told: their topic lets in the mail service, for our letters only, and needs TLS', () => {
  const policies = all('AWS::SNS::TopicPolicy').filter((policy) =>
    JSON.stringify(policy).includes('ses.amazonaws.com'),
  );
  const [{ PolicyDocument, Topics } = {}] = policies;
  const { Statement } = PolicyDocument as { Statement: Record<string, unknown>[] };
  const destinations = all('AWS::SES::ConfigurationSetEventDestination').map(
    ({ EventDestination }) => EventDestination,
  );
  expect(destinations).toMatchObject([{ SnsDestination: { TopicARN: (Topics as unknown[])[0] } }]);
  expect(Statement).toHaveLength(2);
  expect(Statement).toMatchObject([
    { Effect: 'Deny', Action: 'sns:Publish', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    {
      ...{ Effect: 'Allow', Action: 'sns:Publish', Principal: { Service: 'ses.amazonaws.com' } },
      Condition: { StringEquals: { 'AWS:SourceAccount': { Ref: 'AWS::AccountId' } } },
    },
  ]);
  expect(JSON.stringify(Statement[1]?.Condition)).toContain(':configuration-set/');
});

describe('the dashboard', () => {
  const [dashboard, ...others] = all('AWS::CloudWatch::Dashboard');
  const body = JSON.stringify(dashboard);

  test('is one, with no more alarms than CloudWatch shows in a widget', () => {
    expect([typeof body, others]).toEqual(['string', []]);
    expect(alarms.length).toBeLessThanOrEqual(100);
  });

  test('shows first which alarms are on, and has them all', () => {
    for (const id of idsOf('AWS::CloudWatch::Alarm')) expect(body).toContain(`"Fn::GetAtt":["${id}","Arn"]`);
    const titles = [...body.matchAll(/title\\":\\"(.+?)\\"/g)].map(([, title]) => title);
    expect(titles[0]).toContain('Is all well?');
    expect(titles.length).toBeGreaterThan(1);
  });

  test('names each function, queue, and figure, and each follower of the log', () => {
    for (const id of [...ourFunctions, ...idsOf('AWS::SQS::Queue')]) expect(body).toContain(`"${id}"`);
    for (const name of [...namesOf(watchMetrics), ...namesOf(canaryMetrics), nearLimit.metric]) {
      expect(body).toContain(`\\"${name}\\"`);
    }
    for (const consumer of ledgerConsumers) expect(body).toContain(`also.lags.${consumer}.seconds`);
  });

  test('has no more than the fifty metrics that AWS gives three dashboards away for', () => {
    const { DashboardBody } = dashboard as { DashboardBody: { 'Fn::Join': [string, unknown[]] } };
    const parts = DashboardBody['Fn::Join'][1].map((part) =>
      typeof part === 'string'
        ? part
        : `<${Object.values(part as object)
            .flat()
            .join('.')}>`,
    );
    const { widgets } = JSON.parse(parts.join('')) as { widgets: { properties: { metrics?: unknown[][] } }[] };
    const named = widgets
      .flatMap(({ properties }) => properties.metrics ?? [])
      .map((metric) => metric.filter((part) => typeof part === 'string').join(' '))
      // A sum has no name of its own; what it is made of stands beside it.
      .filter((metric) => metric !== '');
    expect(named.length).toBeGreaterThan(30);
    expect(new Set(named).size).toBeLessThanOrEqual(50);
  });
});

describe('who is told', () => {
  const mails = (properties: Record<string, unknown>[]) => properties.filter(({ Protocol }) => Protocol === 'email');

  test('is the address that was given', () => {
    expect(mails(all('AWS::SNS::Subscription'))).toMatchObject([{ Endpoint: 'vagt@æøå.example.dk' }]);
  });

  test('is nobody where none was given', () => {
    expect(mails(synthesised(environmentWith()).all('AWS::SNS::Subscription'))).toEqual([]);
  });
});

test('the month’s plan bounds what AWS bills and what the runs cost', () => {
  expect(all('AWS::Budgets::Budget')).toMatchObject([
    {
      Budget: { BudgetType: 'COST', TimeUnit: 'MONTHLY', BudgetLimit: { Amount: 30, Unit: 'USD' } },
      NotificationsWithSubscribers: [
        { Notification: { NotificationType: 'ACTUAL', Threshold: 75 } },
        { Notification: { NotificationType: 'FORECASTED', Threshold: 100 } },
      ],
    },
  ]);
  expect(alarms.find(({ AlarmName }) => AlarmName === 'Datalandkort-month-cost')).toMatchObject({ Threshold: 30 });
});
