/** A subscription as those see it who may: what is kept, how far it has come, and where to go on. Secrets are never shown again. */
import { changeCursor } from '#publishing/change-cursor.ts';
import type { Course, Subscription } from '#schemas/subscription.ts';
import type { Links } from '../links.ts';

const deliveryOf = ({ epoch, seq, attempts, failingSince, nextAt }: Course) => ({
  /** Everything up to here was delivered or is not wanted. */
  cursor: changeCursor(epoch, seq),
  failedAttempts: attempts,
  failingSince,
  nextAttemptAt: nextAt,
});

export function subscriptionItem(subscription: Subscription, course: Course | undefined, links: Links) {
  const { keyHash: _, version: __, secrets, ...shown } = subscription;
  const { types, source, owner, theme } = subscription.filters;
  const self = `/v1/subscriptions/${subscription.id}`;
  const since = course && changeCursor(course.epoch, course.seq);
  return {
    ...shown,
    secrets: secrets.map(({ createdAt, endsAt }) => ({ createdAt, endsAt })),
    delivery: course ? deliveryOf(course) : null,
    links: {
      self: links.to(self),
      deliveries: links.to(`${self}/deliveries`),
      replay: links.to(`${self}/replay`),
      secret: links.to(`${self}/secret`),
      changes: links.to('/v1/changes', { since, types: types?.join(','), source, owner, theme }),
    },
  };
}
