/** What every request to a host has in common, whatever it is for: its rules and its turn before, the word to its gate after. */
import type { IncomingMessage } from 'node:http';
import type { HostGate } from './host-gate.ts';
import type { HostPace } from './host-pace.ts';
import { retryAfterMs } from './retry.ts';
import type { Robots } from './robots.ts';

/** Our product token: what owners name in their robots.txt. */
export const PRODUCT = 'Datalandkort';

/** Statuses that say the host as a whole cannot work now. */
const HOST_DOWN_STATUSES = new Set([502, 503, 504]);

export interface Manners {
  readonly requestsPerSecond: number;
  readonly respectRobots: boolean;
}

/** Why an address may not be read. `cause` is the fault that kept the rules from us, where no answer came. */
export interface NotAdmitted {
  readonly code: 'robots-disallowed' | 'robots-unreachable';
  readonly message: string;
  readonly cause?: string | undefined;
}

interface Doorkeepers {
  readonly robots: Robots;
  readonly pace: HostPace;
  readonly gate: HostGate;
}

/** What is shared goes on without a caller who gave up. @throws the signal's reason. */
function abortable<Value>(shared: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/**
 * Waits for the host's turn; a reason instead when the host does not want the address read.
 * @throws the signal's reason.
 */
export async function admission(
  { robots, pace, gate }: Doorkeepers,
  { requestsPerSecond, respectRobots }: Manners,
  { url, signal }: { readonly url: URL; readonly signal: AbortSignal },
): Promise<NotAdmitted | undefined> {
  const permission = respectRobots
    ? await abortable(robots.permission(url, PRODUCT), signal)
    : { kind: 'allowed' as const, delayMs: 0 };
  if (permission.kind === 'disallowed') {
    const message = `The host's robots.txt does not let ${PRODUCT} read ${url.href}.`;
    return { code: 'robots-disallowed', message };
  }
  if (permission.kind === 'unreachable') {
    const message = `The host's robots.txt could not be had (${permission.message}), so nothing may be read from it yet.`;
    gate.failed(url.host, message);
    return { code: 'robots-unreachable', message, cause: permission.code };
  }
  await pace.turn(url.host, Math.max(1000 / requestsPerSecond, permission.delayMs), signal);
  return undefined;
}

export const sayingOf = ({ statusCode, statusMessage = '' }: IncomingMessage): string =>
  `${`The server answered ${statusCode} ${statusMessage}`.trimEnd()}.`;

/** Tells the gate what an answer says of the host's health. */
export function noteAnswer(gate: HostGate, host: string, response: IncomingMessage): void {
  const status = response.statusCode ?? 0;
  // A host that says when it will be back is not down: it rests.
  if (HOST_DOWN_STATUSES.has(status) && retryAfterMs(response) === undefined) gate.failed(host, sayingOf(response));
  else if (status !== 500) gate.answered(host);
}
