/** How often owners may have their sources harvested. */
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';

/** Often enough after a mend, too seldom to be a load. */
const HARVEST_EVERY_MS = 60 * 60 * 1000;

/** @throws Refusal `too-soon` when the source was harvested within the hour. */
export async function refuseTooSoon({ runs, clock }: ApiPorts, source: string): Promise<void> {
  const [latest] = await runs.bySource(source, { limit: 1 });
  const wait = latest ? Date.parse(latest.startedAt) + HARVEST_EVERY_MS - clock() : 0;
  if (wait > 0) throw new Refusal('too-soon', { headers: { 'retry-after': String(Math.ceil(wait / 1000)) } });
}
