/** Which of a subscription's secrets sign a message now. */
import type { Subscription } from '#schemas/subscription.ts';

export const activeSecrets = ({ secrets }: Pick<Subscription, 'secrets'>, now: number): string[] =>
  secrets.filter(({ endsAt }) => endsAt === null || Date.parse(endsAt) > now).map(({ value }) => value);
