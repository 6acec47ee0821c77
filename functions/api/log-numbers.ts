/** Numbers of the log in addresses: of changes, and of pages of them. */
import * as z from 'zod';
import { FIRST_EPOCH } from '#publishing/addresses.ts';
import type { UseCase } from './answering.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import type { ApiRequest } from './request.ts';

/** Twelve digits are more than a log will ever have: a number beyond is none of ours, and is not looked for. */
const NUMBER = /^(?:(e[0-9][a-z0-9]{0,18})-)?([1-9][0-9]{0,11})(?:\.([a-z]{1,10}))?$/;

/** A number as a parameter of the query. */
export const LogNumber = z.string().regex(/^(?:e[0-9][a-z0-9]{0,18}-)?[1-9][0-9]{0,11}$/, 'the number of a page');

/**
 * Reads `7`, `7.ttl`, or after a restore `e2tmf3k9x1a-7.ttl`.
 * @returns undefined for what is no number.
 * @throws Refusal `log-replaced` for a number of another log: it may be another change there.
 */
export function logNumber(
  part: string,
  { epoch: current }: Pick<Links, 'epoch'>,
): { readonly number: number; readonly suffix: string | undefined } | undefined {
  const [whole, epoch = FIRST_EPOCH, digits, suffix] = NUMBER.exec(part) ?? [];
  if (whole === undefined) return undefined;
  if (epoch !== current) {
    throw new Refusal('log-replaced', {
      detail: `This is a number of the log ${epoch}; the log is now ${current}. Copy the latest snapshot, then follow from its cursor.`,
    });
  }
  return { number: Number(digits), suffix };
}

/** One object for as long as the log is the same: what use cases remember, they remember by it. */
const ofOtherLogs = new WeakMap<ApiPorts, ApiPorts>();

function portsOf(ports: ApiPorts, epoch: string): ApiPorts {
  const links = ports.links.inLog(epoch);
  if (links === ports.links) return ports;
  const kept = ofOtherLogs.get(ports);
  if (kept?.links.epoch === epoch) return kept;
  const other = { ...ports, links };
  ofOtherLogs.set(ports, other);
  return other;
}

/** Answers with the addresses of the log that there is. Which it is is read once, by the first answer. */
export function inLog(useCase: UseCase<ApiPorts>): UseCase<ApiPorts> {
  const answer = async (ports: ApiPorts, request: ApiRequest) => {
    const { epoch } = await ports.ledger.head(0);
    return useCase(portsOf(ports, epoch), request);
  };
  const { descriptions } = useCase;
  return descriptions ? Object.assign(answer, { descriptions }) : answer;
}
