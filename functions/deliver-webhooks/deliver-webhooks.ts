/** Tells every subscriber of what is new in the log: all in turns, some at once, none held up by another. */
import type { CourseStore, SubscriptionStore } from '#functions/shared/subscription-store.ts';
import type { Course } from '#schemas/subscription.ts';
import { type TurnEnd, type TurnPorts, takeTurn } from './take-turn.ts';

/**
 * Receivers that are told at the same time. A slow one keeps its place for a turn; so many would have to be slow at once
 * before others wait, and then they wait for a turn. Connections and a little memory are all that each costs.
 */
const AT_ONCE = 32;

export interface DeliverPorts extends TurnPorts {
  readonly subscriptions: Pick<SubscriptionStore, 'get' | 'save' | 'list'>;
  readonly courses: Pick<CourseStore, 'take' | 'save' | 'release' | 'get' | 'all'>;
}

/** Subscriptions for which there may be something to do now, beginning at any of them: none is always the last in line. */
async function dueNow(ports: DeliverPorts): Promise<string[]> {
  const { epoch, seq } = await ports.ledger.head();
  const [subscriptions, courses] = [await ports.subscriptions.list(), await ports.courses.all()];
  const now = ports.clock();
  const isDue = (course: Course | undefined): boolean =>
    course !== undefined &&
    (course.epoch !== epoch || course.seq < seq || course.restarted !== null) &&
    (course.nextAt === null || Date.parse(course.nextAt) <= now);
  const due = subscriptions.filter(({ state, id }) => state === 'active' && isDue(courses.get(id))).map(({ id }) => id);
  const first = Math.floor(ports.chance() * due.length);
  return [...due.slice(first), ...due.slice(0, first)];
}

/** A change that was appended just before a turn ended woke nobody: its worker found the course held. */
async function endOf(ports: DeliverPorts, id: string, end: TurnEnd): Promise<TurnEnd> {
  if (end !== 'rests') return end;
  const course = await ports.courses.get(id);
  if (!course || course.nextAt !== null || course.seq >= (await ports.ledger.head()).seq) return 'rests';
  return (await ports.subscriptions.get(id))?.state === 'active' ? 'more' : 'rests';
}

/**
 * Delivers until every subscription rests or time is up; what is left then is found by the next look.
 * @throws the first failure of a store, after all workers have ended.
 */
export async function deliverWebhooks(ports: DeliverPorts): Promise<void> {
  const line = await dueNow(ports);
  const worker = async (): Promise<void> => {
    for (let id = line.shift(); id !== undefined && !ports.outOfTime(); id = line.shift()) {
      if ((await endOf(ports, id, await takeTurn(ports, id))) === 'more') line.push(id);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(AT_ONCE, line.length) }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
