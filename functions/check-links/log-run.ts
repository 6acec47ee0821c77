/** Tells of a run what somebody may want to act on; a run in which nothing died or came back says nothing. */
import { log } from '#functions/shared/log.ts';
import type { LinkRun } from './check-links.ts';

/** Addresses in a line of the log; all of them are in the API. */
const TOLD = 10;

/** Whether the last run of this process found the network silent: it is told once and not each quarter of an hour. */
let wasSilent = false;

export function logRun(run: LinkRun): LinkRun {
  const { died, recovered, isSilent } = run;
  if (died.length > 0) log('warning', 'links died', { count: died.length, links: died.slice(0, TOLD) });
  if (recovered.length > 0) log('info', 'dead links work again', { count: recovered.length });
  if (isSilent && !wasSilent) log('warning', 'links cannot be checked: nobody outside answers');
  wasSilent = isSilent;
  return run;
}
