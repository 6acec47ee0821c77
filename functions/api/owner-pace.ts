/** How often owners may have their sources harvested. */
import { isHarvest, latestRun } from '#functions/shared/latest-run.ts';
import type { Run } from '#schemas/run.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';

/** Often enough after a mend, too seldom to be a load. */
const HARVEST_EVERY_MS = 60 * 60 * 1000;

/** @throws Refusal `too-soon` when a run of that kind, a harvest where none is named, was begun within the hour. */
export async function refuseTooSoon(
  { runs, clock }: ApiPorts,
  source: string,
  isOfKind: (run: Run) => boolean = isHarvest,
): Promise<void> {
  const latest = await latestRun(runs, source, isOfKind);
  const wait = latest ? Date.parse(latest.startedAt) + HARVEST_EVERY_MS - clock() : 0;
  if (wait > 0) throw new Refusal('too-soon', { headers: { 'retry-after': String(Math.ceil(wait / 1000)) } });
}
