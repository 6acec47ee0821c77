/** Working stores of subscriptions in memory. */
import {
  COURSE_HOLD_MS,
  type CourseStore,
  type DeliveryLog,
  KEPT_DELIVERIES,
  type SubscriptionStore,
} from '#functions/shared/subscription-store.ts';
import type { Course, Delivery, Subscription } from '#schemas/subscription.ts';

interface HeldCourse {
  course: Course;
  holder: string | undefined;
  until: number;
}

export interface MemoryWebhooks {
  readonly subscriptions: SubscriptionStore;
  readonly courses: CourseStore;
  readonly deliveries: DeliveryLog;
  /** All tries, the oldest first. */
  readonly tries: (id: string) => readonly Delivery[];
}

export function memoryWebhooks(): MemoryWebhooks {
  const subscriptions = new Map<string, Subscription>();
  const courses = new Map<string, HeldCourse>();
  const logs = new Map<string, Delivery[]>();

  return {
    tries: (id) => logs.get(id) ?? [],
    subscriptions: {
      async create(subscription, course) {
        courses.set(subscription.id, { course, holder: undefined, until: 0 });
        subscriptions.set(subscription.id, subscription);
      },
      get: async (id) => subscriptions.get(id),
      list: async ({ after = '', limit = Number.POSITIVE_INFINITY } = {}) =>
        [...subscriptions.values()]
          .filter(({ id }) => id > after)
          .sort((one, other) => (one.id < other.id ? -1 : 1))
          .slice(0, limit),
      async save(next) {
        if (subscriptions.get(next.id)?.version !== next.version - 1) return false;
        subscriptions.set(next.id, next);
        return true;
      },
      async delete(id) {
        for (const map of [subscriptions, courses, logs]) map.delete(id);
      },
    },
    courses: {
      get: async (id) => courses.get(id)?.course,
      all: async () => new Map([...courses].map(([id, { course }]) => [id, course])),
      async take(id, holder, now) {
        const held = courses.get(id);
        if (!held || (held.holder !== undefined && held.until >= now)) return undefined;
        courses.set(id, { ...held, holder, until: now + COURSE_HOLD_MS });
        return held.course;
      },
      async save(id, holder, course, now) {
        if (courses.get(id)?.holder !== holder) return false;
        courses.set(id, { course, holder, until: now + COURSE_HOLD_MS });
        return true;
      },
      async release(id, holder) {
        const held = courses.get(id);
        if (held?.holder === holder) held.holder = undefined;
      },
      async move(id, course) {
        if (!courses.has(id)) return false;
        courses.set(id, { course, holder: undefined, until: 0 });
        return true;
      },
    },
    deliveries: {
      async add(id, delivery) {
        logs.set(id, [...(logs.get(id) ?? []), delivery]);
      },
      list: async (id, { before = Number.POSITIVE_INFINITY, limit }) =>
        (logs.get(id) ?? [])
          .map((delivery, index) => ({ number: index + 1, delivery }))
          .slice(-KEPT_DELIVERIES)
          .filter(({ number }) => number < before)
          .reverse()
          .slice(0, limit),
    },
  };
}
