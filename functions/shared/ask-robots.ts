/** Asks a host for its robots.txt: without credentials, over the same guard as pages. */
import type { AddressGuard } from './address-guard.ts';
import { ACCEPTED_CODINGS, bodyOf } from './http-body.ts';
import { Deadline, discard, exchange } from './http-exchange.ts';
import { failureOf } from './http-failure.ts';
import type { HttpLimits } from './http-limits.ts';
import { ROBOTS_BYTES, type RobotsAnswer } from './robots.ts';

/** RFC 9309 § 2.3.1.2: at least five redirects are followed. */
const MAX_REDIRECTS = 5;
/** A file of some lines that takes longer is not coming; pages wait for it. */
const ROBOTS_MS = 30_000;

export interface RobotsPorts {
  readonly guard: AddressGuard;
  readonly limits: HttpLimits;
  readonly userAgent: string;
  readonly authorities?: readonly string[] | undefined;
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= ROBOTS_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, ROBOTS_BYTES).toString('utf8');
}

async function ask(address: string, ports: RobotsPorts, deadline: Deadline): Promise<RobotsAnswer> {
  const { guard, userAgent, authorities } = ports;
  const headers = { 'user-agent': userAgent, accept: 'text/plain, */*', 'accept-encoding': ACCEPTED_CODINGS };
  let url = new URL(address);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const response = await exchange({ url, headers, guard, deadline, authorities });
    const status = response.statusCode ?? 0;
    if (status >= 200 && status < 300) {
      return { kind: 'text', text: await textOf(bodyOf(response, deadline, () => undefined)) };
    }
    discard(response);
    if (status >= 500 || status === 429) return { kind: 'unreachable', message: `robots.txt answered ${status}` };
    const { location } = response.headers;
    if (status < 300 || status >= 400 || !location || !URL.canParse(location, url.href)) return { kind: 'none' };
    url = new URL(location, url);
    if (!/^https?:$/.test(url.protocol)) return { kind: 'none' };
  }
  return { kind: 'none' };
}

/** Never throws: a host that does not answer is an answer, too. */
export async function askRobots(address: string, ports: RobotsPorts): Promise<RobotsAnswer> {
  const { limits } = ports;
  const deadline = new Deadline({ ...limits, totalMs: Math.min(limits.totalMs, ROBOTS_MS) }, undefined);
  try {
    return await ask(address, ports, deadline);
  } catch (error) {
    const { code, message } = failureOf(error);
    return code === 'address-refused' ? { kind: 'none' } : { kind: 'unreachable', message, code };
  } finally {
    deadline.done();
  }
}
