/** Subscriptions, how far each has come, and what was sent. One worker at a time holds a subscription's course. */
import type { Course, Delivery, Subscription } from '#schemas/subscription.ts';

/**
 * Subscriptions there may be: every look reads all of them, and each takes its place in the line. Many times the portals
 * and agencies that could ever want to follow one country's health data.
 */
export const MOST_SUBSCRIPTIONS = 500;

export interface SubscriptionStore {
  create(subscription: Subscription, course: Course): Promise<void>;
  get(id: string): Promise<Subscription | undefined>;
  /** By id, after one. */
  list(page?: { readonly after?: string | undefined; readonly limit?: number | undefined }): Promise<Subscription[]>;
  /** Puts the next version in place of the one before it; false when somebody else has done so meanwhile. */
  save(next: Subscription): Promise<boolean>;
  /** With its course and all that was logged. */
  delete(id: string): Promise<void>;
}

/**
 * How long a hold lasts after its last step: three times what one delivery may take, so that no second worker sends the
 * same message beside the first, and short enough that a worker that was killed delays nobody for long.
 */
export const COURSE_HOLD_MS = 60_000;

export interface CourseStore {
  get(id: string): Promise<Course | undefined>;
  all(): Promise<ReadonlyMap<string, Course>>;
  /** Takes the course; undefined while another worker holds it, or when there is none. */
  take(id: string, holder: string, now: number): Promise<Course | undefined>;
  /** Puts the course where it is now and renews the hold; false when the worker does not hold it any more. */
  save(id: string, holder: string, course: Course, now: number): Promise<boolean>;
  release(id: string, holder: string): Promise<void>;
  /** Puts the course elsewhere, whoever holds it: the worker that did can then not move it any more. False when there is none. */
  move(id: string, course: Course): Promise<boolean>;
}

/** Deliveries of a subscription that are kept: some weeks of a lively one, and never more than a page or two of work for who looks. */
export const KEPT_DELIVERIES = 1000;

/** A delivery with its number in its subscription's log. */
interface LoggedDelivery {
  readonly number: number;
  readonly delivery: Delivery;
}

export interface DeliveryLog {
  add(id: string, delivery: Delivery): Promise<void>;
  /** The newest first, those before a number. */
  list(id: string, page: { readonly before?: number | undefined; readonly limit: number }): Promise<LoggedDelivery[]>;
}
