import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIXED } from '#bench/simulate/assumptions.ts';
import { followers } from '#infra/stages/watching/catalogue-alarms.ts';
import { namesOf, topology } from '#infra/topology.ts';
import { canaryMetrics, consumerMetrics, ledgerConsumers, watchMetrics } from '#schemas/watch-metrics.ts';
import { environmentWith, synthesised } from './stand-in.ts';

const { byId, all } = synthesised(environmentWith({ alarmMail: 'vagt@æøå.example.dk', monthPlan: 30 }));

const alarms = all('AWS::CloudWatch::Alarm');

/** Metrics of an alarm, whether it stands on one or on a sum of several. */
const metricsOf = (alarm: Record<string, unknown>) => {
  const several = (alarm.Metrics ?? []) as { MetricStat?: { Metric: Record<string, unknown> } }[];
  return [alarm, ...several.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : []))]
    .filter(({ MetricName }) => MetricName !== undefined)
    .map(({ Namespace, MetricName, Dimensions }) => ({
      ...{ namespace: Namespace, name: String(MetricName), dimensions: JSON.stringify(Dimensions ?? []) },
    }));
};

const watched = alarms.flatMap(metricsOf);
const isWatched = (metric: string, of: string) =>
  watched.some(({ name, dimensions }) => name === metric && dimensions.includes(`"${of}"`));

const idsOf = (type: string): string[] => [...byId].filter(([, { Type }]) => Type === type).map(([id]) => id);

/** Ours, beside what CDK brings along for deployments. */
const ourFunctions = [...byId].flatMap(([id, { Type, Properties }]) =>
  Type === 'AWS::Lambda::Function' && Properties?.Handler === 'handler.handler' ? [id] : [],
);

describe('there is an alarm', () => {
  test.each(ourFunctions)('on the errors of the function %s, and on its time limit', (id) => {
    expect(isWatched('Errors', id)).toBe(true);
    expect(isWatched('Duration', id)).toBe(true);
  });

  test('on each function that is not started although somebody waits for it', () => {
    const awaited = namesOf(topology.functions).filter((name) =>
      topology.functions[name].triggers.some(({ kind }) => kind !== 'schedule'),
    );
    const names = alarms.map(({ AlarmName }) => String(AlarmName)).filter((name) => name.endsWith('-throttled'));
    expect(names.sort()).toEqual(awaited.map((name) => `Datalandkort-${name}-throttled`).sort());
    expect(watched.filter(({ name }) => name === 'Throttles')).toHaveLength(awaited.length);
  });

  test('for every function of the topology', () => {
    const names = alarms.map(({ AlarmName }) => AlarmName);
    for (const name of namesOf(topology.functions)) expect(names).toContain(`Datalandkort-${name}-errors`);
    expect(ourFunctions).toHaveLength(namesOf(topology.functions).length);
  });

  test('on what waits in each queue, or on what lies in it where it is one for dead letters', () => {
    const queues = [...byId].filter(([, { Type }]) => Type === 'AWS::SQS::Queue');
    expect(queues).toHaveLength(namesOf(topology.queues).length * 2);
    for (const [id, { Properties }] of queues) {
      const metric = Properties?.RedrivePolicy ? 'ApproximateAgeOfOldestMessage' : 'ApproximateNumberOfMessagesVisible';
      expect([id, watched.some(({ name, dimensions }) => name === metric && dimensions.includes(`"${id}"`))]).toEqual([
        id,
        true,
      ]);
    }
  });

  test.each(ledgerConsumers)('on how far %s is behind the log', (consumer) => {
    expect(isWatched('ConsumerLagSeconds', consumer)).toBe(true);
  });

  test('on every figure that is emitted to be judged, and on none that nobody emits', () => {
    const own = new Set(watched.filter(({ namespace }) => namespace === 'Datalandkort').map(({ name }) => name));
    const emitted = [...namesOf(watchMetrics), ...namesOf(canaryMetrics), 'ConsumerLagSeconds'];
    expect([...own].sort()).toEqual(emitted.sort());
  });
});

test('the simulated bill counts as many figures with an alarm, metrics and dashboards as there are', () => {
  const own = namesOf(watchMetrics).length + namesOf(canaryMetrics).length;
  expect({
    alarms: watched.length,
    customMetrics: own + namesOf(consumerMetrics).length * ledgerConsumers.length,
    dashboards: all('AWS::CloudWatch::Dashboard').length,
  }).toEqual({ alarms: FIXED.alarms, customMetrics: FIXED.customMetrics, dashboards: FIXED.dashboards });
});

test('whoever follows the log is one whose lag is told', () => {
  const functions = join(import.meta.dirname, '..', '..', 'functions');
  const following = namesOf(topology.functions).filter((name) =>
    readdirSync(join(functions, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .some((file) => readFileSync(join(functions, name, file), 'utf8').includes('followLedger(')),
  );
  // Webhooks have a place in the log for each subscription, and so no checkpoint of that kind.
  expect([...following, 'deliver-webhooks'].sort()).toEqual(
    ledgerConsumers.map((consumer) => followers[consumer].function).sort(),
  );
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

  test('names each function, queue, and figure', () => {
    for (const id of [...ourFunctions, ...idsOf('AWS::SQS::Queue')]) expect(body).toContain(`"${id}"`);
    for (const name of [...namesOf(watchMetrics), ...namesOf(canaryMetrics), ...namesOf(consumerMetrics)]) {
      expect(body).toContain(`\\"${name}\\"`);
    }
    for (const consumer of ledgerConsumers) expect(body).toContain(`\\"Consumer\\",\\"${consumer}\\"`);
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
