/** The stores of subscriptions keep the same rules in memory and on DynamoDB. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoCourseStore } from '#functions/shared/dynamo-course-store.ts';
import { dynamoDeliveryLog } from '#functions/shared/dynamo-delivery-log.ts';
import { dynamoSubscriptionStore } from '#functions/shared/dynamo-subscription-store.ts';
import {
  COURSE_HOLD_MS,
  type CourseStore,
  type DeliveryLog,
  KEPT_DELIVERIES,
  type SubscriptionStore,
} from '#functions/shared/subscription-store.ts';
import { topology } from '#infra/topology.ts';
import { courseAt, type Delivery } from '#schemas/subscription.ts';
import { type Engines, startEngines } from '#test/engines.ts';
import { memoryWebhooks } from './memory-webhooks.ts';
import { subscriptionOf } from './webhook-scene.ts';

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

interface Stores {
  readonly subscriptions: SubscriptionStore;
  readonly courses: CourseStore;
  readonly deliveries: DeliveryLog;
}

const kinds: [string, () => Promise<Stores>][] = [
  ['in memory', async () => memoryWebhooks()],
  [
    'on DynamoDB',
    async () => {
      const table = await engines.newTable(topology.tables.webhooks);
      return {
        subscriptions: dynamoSubscriptionStore(table, engines.dynamo),
        courses: dynamoCourseStore(table, engines.dynamo),
        deliveries: dynamoDeliveryLog(table, engines.dynamo),
      };
    },
  ],
];

const deliveryOf = (seq: number): Delivery => ({
  at: '2026-11-23T04:00:00.000Z',
  webhookId: `chg_e3_${seq}`,
  type: 'dk.datalandkort.dataset.created',
  seq,
  attempt: 1,
  outcome: 'delivered',
  status: 204,
  detail: 'The receiver answered 204.',
  durationMs: 12,
  nextAt: null,
});

describe.each(kinds)('subscriptions %s', (_, create) => {
  it('come back as they were made, one by one and by id', async () => {
    const { subscriptions, courses } = await create();
    const made = ['c', 'a', 'b'].map((id) => subscriptionOf(id, { description: 'Portalen æøå' }));
    for (const one of made) await subscriptions.create(one, courseAt('e3', 7));
    expect(await subscriptions.get('a')).toEqual(made[1]);
    expect(await subscriptions.get('d')).toBeUndefined();
    expect(await subscriptions.list()).toEqual([made[1], made[2], made[0]]);
    expect((await subscriptions.list({ after: 'a', limit: 1 })).map(({ id }) => id)).toEqual(['b']);
    expect(await courses.all()).toEqual(new Map(['a', 'b', 'c'].map((id) => [id, courseAt('e3', 7)])));
  });

  it('are changed by one of two who do so at once', async () => {
    const { subscriptions } = await create();
    await subscriptions.create(subscriptionOf('a'), courseAt('e3', 0));
    const [one, other] = [subscriptionOf('a', { version: 2 }), subscriptionOf('a', { version: 2, state: 'paused' })];
    expect([await subscriptions.save(one), await subscriptions.save(other)]).toEqual([true, false]);
    expect(await subscriptions.get('a')).toEqual(one);
    expect(await subscriptions.save(subscriptionOf('none', { version: 2 }))).toBe(false);
  });

  it('leave nothing behind when they are deleted', async () => {
    const { subscriptions, courses, deliveries } = await create();
    for (const id of ['a', 'b']) {
      await subscriptions.create(subscriptionOf(id), courseAt('e3', 0));
      for (const seq of [1, 2]) await deliveries.add(id, deliveryOf(seq));
    }
    await subscriptions.delete('a');
    expect(await subscriptions.get('a')).toBeUndefined();
    expect(await courses.get('a')).toBeUndefined();
    expect(await deliveries.list('a', { limit: 10 })).toEqual([]);
    expect((await deliveries.list('b', { limit: 10 })).length).toBe(2);
    expect(await courses.move('a', courseAt('e3', 0))).toBe(false);
    expect(await courses.take('a', 'one', 1)).toBeUndefined();
    expect(await courses.all()).toEqual(new Map([['b', courseAt('e3', 0)]]));
  });
});

describe.each(kinds)('courses %s', (_, create) => {
  const now = 1_000_000;
  const held = async () => {
    const { subscriptions, courses } = await create();
    await subscriptions.create(subscriptionOf('a'), courseAt('e3', 0));
    return courses;
  };

  it('are held by one worker at a time, until its hold runs out', async () => {
    const courses = await held();
    expect(await courses.take('a', 'one', now)).toEqual(courseAt('e3', 0));
    expect(await courses.take('a', 'two', now + COURSE_HOLD_MS)).toBeUndefined();
    expect(await courses.take('a', 'two', now + COURSE_HOLD_MS + 1)).toEqual(courseAt('e3', 0));
    expect(await courses.save('a', 'one', courseAt('e3', 9), now)).toBe(false);
    await courses.release('a', 'one');
    expect(await courses.save('a', 'two', courseAt('e3', 1), now)).toBe(true);
    expect(await courses.get('a')).toEqual(courseAt('e3', 1));
  });

  it('keep a hold alive with each step, and can be taken at once when it is given back', async () => {
    const courses = await held();
    await courses.take('a', 'one', now);
    await courses.save('a', 'one', courseAt('e3', 1), now + COURSE_HOLD_MS);
    expect(await courses.take('a', 'two', now + COURSE_HOLD_MS + 1)).toBeUndefined();
    await courses.release('a', 'one');
    expect(await courses.take('a', 'two', now)).toEqual(courseAt('e3', 1));
  });

  it('that are moved are out of the hands of who held them', async () => {
    const courses = await held();
    await courses.take('a', 'one', now);
    expect(await courses.move('a', courseAt('e3', 5))).toBe(true);
    expect(await courses.save('a', 'one', courseAt('e3', 1), now)).toBe(false);
    expect(await courses.take('a', 'two', now)).toEqual(courseAt('e3', 5));
  });
});

describe.each(kinds)('the log of deliveries %s', (_, create) => {
  it('tells of the newest first, page by page', async () => {
    const { deliveries } = await create();
    for (const seq of [1, 2, 3, 4, 5]) await deliveries.add('a', deliveryOf(seq));
    const first = await deliveries.list('a', { limit: 2 });
    expect(first).toEqual([
      { number: 5, delivery: deliveryOf(5) },
      { number: 4, delivery: deliveryOf(4) },
    ]);
    const rest = await deliveries.list('a', { before: first.at(-1)?.number, limit: 10 });
    expect(rest.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(await deliveries.list('b', { limit: 10 })).toEqual([]);
  });

  it('forgets the oldest', async () => {
    const { deliveries } = await create();
    for (let seq = 1; seq <= KEPT_DELIVERIES + 2; seq += 1) await deliveries.add('a', deliveryOf(seq));
    const kept = await deliveries.list('a', { limit: KEPT_DELIVERIES * 2 });
    expect([kept.length, kept.at(-1)?.number, kept[0]?.number]).toEqual([KEPT_DELIVERIES, 3, KEPT_DELIVERIES + 2]);
  });
});
