/** Tells what somebody has to act on; a feed that is in step says nothing. */
import { log } from '#functions/shared/log.ts';
import type { Found } from './canary.ts';

export function logFound(found: Found): void {
  const { kind, ...details } = found;
  if (kind === 'mismatch') log('error', 'the feed does not add up', details);
  if (kind === 'unanswered') log('warning', 'the feed did not answer', details);
}
