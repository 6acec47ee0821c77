/** The line by which operators hear of a subscription that was disabled (docs/runbook.md). */
import { log } from '#functions/shared/log.ts';
import type { Reason, Subscription } from '#schemas/subscription.ts';

/** The host and not the whole address: receivers put keys of their own into paths. */
export const logDisabled = ({ id, url }: Subscription, reason: Reason): void =>
  log('warning', 'a subscription was disabled', { subscription: id, host: new URL(url).host, ...reason });
