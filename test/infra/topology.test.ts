import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { LEASE_MS } from '#functions/shared/lease-store.ts';
import { environmentOf } from '#infra/function-variables.ts';
import { DEAD_VISIBILITY, topology } from '#infra/topology.ts';
import { type AnyQueueName, deadLetterOf, type FunctionSpec, namesOf, type QueueName } from '#infra/topology-shape.ts';
import { deadQueues } from '#schemas/dead-letter.ts';
import { sampleSettings } from './sample-settings.ts';

const functions = namesOf(topology.functions).map((name) => [name, topology.functions[name]] as const);

const consumersOf = (queue: QueueName): FunctionSpec[] =>
  functions
    .filter(([, { triggers }]) => triggers.some((trigger) => trigger.kind === 'queue' && trigger.queue === queue))
    .map(([, spec]) => spec);

describe.each(namesOf(topology.queues))('the queue %s', (queue) => {
  test('keeps a message away for longer than its function may work on it', () => {
    for (const { timeout } of consumersOf(queue)) expect(topology.queues[queue].visibility).toBeGreaterThan(timeout);
  });

  test.each([queue, deadLetterOf(queue)])(
    '%s is read by exactly one function, as two would share its messages',
    (name) => {
      const takers = functions.filter(([, { takes = [] }]) => takes.includes(name));
      const given = name === queue ? consumersOf(queue) : [];
      expect([...takers, ...given]).toHaveLength(1);
    },
  );

  test('sets a message aside after a few tries, and not after the first', () => {
    expect(topology.queues[queue].maxReceive).toBeGreaterThan(1);
    expect(topology.queues[queue].maxReceive).toBeLessThanOrEqual(10);
  });
});

describe.each(functions)('the function %s', (_name, spec) => {
  test('has its code where the topology says', () => {
    expect(existsSync(spec.entry)).toBe(true);
  });

  test('ends before Lambda or the lease would end it', () => {
    expect(spec.timeout).toBeLessThanOrEqual(900);
    expect(spec.timeout * 1000).toBeLessThan(LEASE_MS);
  });

  test('is started by something', () => {
    expect(spec.triggers.length).toBeGreaterThan(0);
  });

  test('answers within the gateway’s 30 seconds when it has routes', () => {
    if (spec.triggers.some(({ kind }) => kind === 'http')) expect(spec.timeout).toBeLessThan(30);
  });
});

test('what no function could work on is set aside from every queue, and may be sent there again', () => {
  expect(topology.functions['set-aside'].takes).toEqual(namesOf(topology.queues).map(deadLetterOf));
  expect([...deadQueues].sort()).toEqual(namesOf(topology.queues).sort());
  expect([...topology.functions.api.sends].sort()).toEqual([...deadQueues].sort());
});

test('who takes messages by itself is started by the clock, ends before its next turn, and before a message comes again', () => {
  const takers = functions.filter(([, { takes }]) => takes);
  expect(takers.map(([name]) => name)).toEqual(['set-aside', 'note-bounces']);
  const visibilityOf = (name: AnyQueueName) =>
    name.endsWith('-dead') ? DEAD_VISIBILITY : topology.queues[name as QueueName].visibility;
  for (const [, { takes = [], triggers, timeout }] of takers) {
    expect(triggers.map(({ kind }) => kind)).toEqual(['schedule']);
    for (const trigger of triggers) if (trigger.kind === 'schedule') expect(timeout).toBeLessThan(trigger.every * 60);
    for (const queue of takes) expect(timeout).toBeLessThan(visibilityOf(queue));
  }
});

test('each topic has a subscriber', () => {
  for (const name of namesOf(topology.topics)) expect(topology.topics[name].subscribers).not.toHaveLength(0);
});

test('only the harvest, the erasing of a contact and an operator’s decision write to the ledger, and only its followers to the table of its views', () => {
  const writersOf = (table: 'ledger' | 'catalogue' | 'quality') =>
    functions.filter(([, { tables }]) => tables[table] && tables[table] !== 'read').map(([name]) => name);

  expect(writersOf('ledger')).toEqual(['harvest', 'erase-contacts', 'api']);
  // The assessments keep their checkpoint there.
  expect(writersOf('catalogue')).toEqual([
    'project',
    'link-datasets',
    'assess-datasets',
    'render-feeds',
    'rebuild-views',
    'erase-contacts',
    'index-search',
  ]);
  expect(writersOf('quality')).toEqual([
    'assess-datasets',
    'send-reports',
    'note-bounces',
    'check-links',
    'rebuild-views',
    'erase-contacts',
    'api',
  ]);
});

const addresses = {
  table: (name: string) => `t-${name}`,
  bucket: 'b',
  queueUrl: (name: string) => `https://queue/${name}`,
  topicArn: (name: string) => `a-${name}`,
};

test.each(functions)('the rights of %s give it every variable that its configuration asks for', async (name, spec) => {
  const { Config }: { Config: z.ZodObject } = await import(`../../functions/${name}/config.ts`);
  const variables = environmentOf(spec, {
    ...addresses,
    setting: (setting) => sampleSettings[setting] ?? `https://${setting}.example`,
  });

  expect(Object.keys(Config.shape).filter((variable) => !(variable in variables))).toEqual([]);
  expect(Config.safeParse(variables)).toHaveProperty('success', true);
});

test('a function that may not run twice at once ends before its schedule comes again', () => {
  for (const name of ['check-links', 'take-snapshot', 'watch', 'canary'] as const) {
    const { timeout, triggers } = topology.functions[name];
    for (const trigger of triggers) if (trigger.kind === 'schedule') expect(timeout).toBeLessThan(trigger.every * 60);
  }
});

test('a function’s variables are those of its rights and settings, and no others', () => {
  const variables = environmentOf(topology.functions.harvest, {
    ...addresses,
    setting: (name) => (name === 'ALLOW_HOSTS' ? undefined : name),
  });

  expect(variables).toEqual({
    TABLE_CONTROL: 't-control',
    TABLE_LEDGER: 't-ledger',
    BUCKET: 'b',
    QUEUE_HARVEST_URL: 'https://queue/harvest',
    TOPIC_LEDGER_ARN: 'a-ledger-appended',
    PUBLIC_URL: 'PUBLIC_URL',
    CONTACT: 'CONTACT',
    SECRETS: 'SECRETS',
  });
});
