/**
 * How long things may take, over everything that is deployed: what works on something ends before somebody else is given it,
 * and that before whoever held it is taken for dead.
 */
import { describe, expect, test } from 'vitest';
import { HOLD_MS } from '#functions/shared/checkpoint-store.ts';
import { LEASE_MS, WORKER_MS } from '#functions/shared/lease-store.ts';
import { COURSE_HOLD_MS } from '#functions/shared/subscription-store.ts';
import { DELIVERY_MS } from '#functions/shared/webhook-sender.ts';
import { environmentWith, type Resource, synthesised } from './stand-in.ts';

const { templates } = synthesised(environmentWith());
const byId = new Map(templates.flatMap(({ Resources = {} }) => Object.entries(Resources)));

const ofType = (type: string): [string, Record<string, unknown>][] =>
  [...byId].filter(([, { Type }]) => Type === type).map(([id, { Properties = {} }]) => [id, Properties]);

/** What a reference of a template leads to: its function, its queue. */
function targetOf(reference: unknown): Resource & { readonly id: string } {
  const { Ref, 'Fn::GetAtt': [attribute] = [] } = reference as { Ref?: string; 'Fn::GetAtt'?: string[] };
  const id = Ref ?? attribute ?? '';
  const found = byId.get(id);
  if (!found) throw new Error(`Nothing is called ${id}: ${JSON.stringify(reference)}`);
  return { id, ...found };
}

interface Allowing {
  readonly Action: unknown;
  readonly Resource: unknown;
}

interface Mapping {
  readonly EventSourceArn: unknown;
  readonly FunctionName: unknown;
  readonly FunctionResponseTypes?: string[];
  readonly ScalingConfig?: { MaximumConcurrency: number };
}

const mappings = ofType('AWS::Lambda::EventSourceMapping').map(([id, mapping]) => {
  // A template's own form, which nothing describes to the compiler.
  const { EventSourceArn, FunctionName, FunctionResponseTypes, ScalingConfig } = mapping as unknown as Mapping;
  const queue = targetOf(EventSourceArn);
  const lambda = targetOf(FunctionName);
  return {
    ...{ id, queue, responses: FunctionResponseTypes, most: ScalingConfig?.MaximumConcurrency },
    // SQS keeps a message away for half a minute where nothing else is said.
    visibility: Number(queue.Properties?.VisibilityTimeout ?? 30),
    timeout: Number(lambda.Properties?.Timeout),
    lambda,
  };
});

describe('a message', () => {
  test('comes from every queue and every dead-letter queue to some function: Lambda takes it, or the function itself may', () => {
    const given = mappings.map(({ queue }) => queue.id);
    const taken = ofType('AWS::IAM::Policy')
      .flatMap(([, { PolicyDocument }]) => (PolicyDocument as { Statement: Allowing[] }).Statement)
      .filter(({ Action }) => JSON.stringify(Action) === '["sqs:ReceiveMessage","sqs:DeleteMessage"]')
      .flatMap(({ Resource }) => [Resource].flat().map((queue) => targetOf(queue).id));
    expect([...given, ...taken].toSorted()).toEqual(
      ofType('AWS::SQS::Queue')
        .map(([id]) => id)
        .toSorted(),
    );
  });

  test.each(mappings)('may be made to come again sooner by who takes it: $id', ({ queue }) => {
    const allowed = ofType('AWS::IAM::Policy')
      .flatMap(([, { PolicyDocument }]) => (PolicyDocument as { Statement: Allowing[] }).Statement)
      .filter(({ Action }) => [Action].flat().includes('sqs:ChangeMessageVisibility'))
      .flatMap(({ Resource }) => [Resource].flat().map((resource) => targetOf(resource).id));
    expect(allowed).toContain(queue.id);
  });

  test.each(mappings)('is not given to another while it is worked on: $id', ({ timeout, visibility }) => {
    expect(timeout).toBeGreaterThan(0);
    expect(timeout).toBeLessThan(visibility);
  });

  test.each(mappings)(
    'that failed comes again without its neighbours, and only so many are at work: $id',
    (mapping) => {
      expect(mapping.responses).toEqual(['ReportBatchItemFailures']);
      expect(mapping.most).toBeGreaterThanOrEqual(2);
      // AWS would throttle what the mapping hands over beyond the reservation, and count that as a try.
      expect(mapping.lambda.Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    },
  );
});

describe('a lease', () => {
  const harvests = mappings.filter(({ queue }) => /^channelsharvest[0-9A-F]+$/.test(queue.id));

  test('outlives the worker, and the worker its invocation', () => {
    expect(harvests).toHaveLength(1);
    for (const { timeout } of harvests) {
      expect(timeout * 1000).toBeLessThanOrEqual(WORKER_MS);
      expect(WORKER_MS).toBeLessThan(LEASE_MS);
    }
  });

  test('is over by the time that the message of a killed worker comes again, so that its next try is not for nothing', () => {
    // The lease and the message's return are counted from about the same moment; that of the message may not be the earlier.
    for (const { visibility } of harvests) expect(visibility * 1000).toBeGreaterThanOrEqual(LEASE_MS);
  });
});

describe('a hold', () => {
  test('of a subscription outlasts a delivery, and ends while a message that found it held is still away', () => {
    const [webhooks] = mappings.filter(({ queue }) => /^channelswebhooks[0-9A-F]+$/.test(queue.id));
    expect(DELIVERY_MS).toBeLessThan(COURSE_HOLD_MS);
    expect(COURSE_HOLD_MS).toBeLessThan(Number(webhooks?.visibility) * 1000);
  });

  test('of a checkpoint ends while a message that found it held is still away, so that its next try finds it free', () => {
    const followers = mappings.filter(({ queue }) => /^channels(project|search)[0-9A-F]+$/.test(queue.id));
    expect(followers).toHaveLength(2);
    for (const { visibility } of followers) expect(HOLD_MS).toBeLessThan(visibility * 1000);
  });
});

describe('a turn of the clock', () => {
  const schedules = ofType('AWS::Scheduler::Schedule').map(([id, schedule]) => {
    const { Arn, RetryPolicy } = schedule.Target as { Arn: unknown; RetryPolicy: object };
    const [, number, unit] = /^rate\((\d+) (minute|hour)s?\)$/.exec(String(schedule.ScheduleExpression)) ?? [];
    return { id, retries: RetryPolicy, lambda: targetOf(Arn), every: Number(number) * (unit === 'hour' ? 3600 : 60) };
  });

  test('is not tried again: the next one says the same', () => {
    const asked = new Map(
      ofType('AWS::Lambda::EventInvokeConfig').map(([, config]) => [targetOf(config.FunctionName).id, config]),
    );
    expect(schedules.length).toBeGreaterThan(0);
    for (const { retries, lambda } of schedules) {
      expect(retries).toEqual({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 });
      expect(asked.get(lambda.id)).toMatchObject({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 });
    }
  });

  test('of a function that writes alone waits for the one before it, which AWS holds to one instance', () => {
    const alone = schedules.filter(({ lambda }) => lambda.Properties?.ReservedConcurrentExecutions === 1);
    expect(alone).toHaveLength(7);
  });
});

test('an answer comes before the gateway, and CloudFront, give it up', () => {
  const GATEWAY_SECONDS = 30;
  const permitted = ofType('AWS::Lambda::Permission').filter(
    ([, { Principal }]) => Principal === 'apigateway.amazonaws.com',
  );
  expect(permitted.length).toBeGreaterThan(0);
  for (const [, { FunctionName }] of permitted) {
    const found = targetOf(FunctionName);
    const lambda = found.Type === 'AWS::Lambda::Alias' ? targetOf(found.Properties?.FunctionName) : found;
    expect(Number(lambda.Properties?.Timeout)).toBeLessThan(GATEWAY_SECONDS);
  }
});
