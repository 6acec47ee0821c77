/** Keeps the status of every address that live datasets name: first who names what, then the checks that are due. */
import type { Followed } from '#functions/shared/follow-ledger.ts';
import { type CheckedLinks, checkDue, type DuePorts } from './check-due.ts';
import { type IndexPorts, indexLinks } from './index-links.ts';

export interface CheckLinksPorts extends IndexPorts, DuePorts {
  /** Ends the run, soon before the invocation would be ended. */
  readonly signal: AbortSignal;
}

export interface LinkRun extends CheckedLinks {
  readonly indexed: Followed;
}

/** An index that is behind is no reason to wait: what it knows already can be checked. */
export async function checkLinks(ports: CheckLinksPorts): Promise<LinkRun> {
  const indexed = await indexLinks(ports);
  return { indexed, ...(await checkDue(ports, ports.signal)) };
}
