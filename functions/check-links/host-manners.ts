/** How a host wants to be asked: as its sources say, or as any source that says nothing. */
import type { Manners } from '#functions/shared/host-visit.ts';
import { quietUntil } from '#schemas/quiet-hours.ts';
import type { Source } from '#schemas/source.ts';

/** What the manners are where no source is at the host. */
const USUAL: Manners = { requestsPerSecond: 1, respectRobots: true };

export interface HostManners extends Manners {
  /** The host does not want to be asked at this hour. */
  readonly isQuiet: boolean;
}

/**
 * The manners of each host. Of several sources at one host the most patient counts, and only where all of them go without
 * its robots.txt do the links.
 */
export function hostManners(sources: readonly Source[], now: number): (host: string) => HostManners {
  const byHost = Map.groupBy(sources, ({ url }) => new URL(url).host);
  return (host) => {
    const here = byHost.get(host);
    if (!here) return { ...USUAL, isQuiet: false };
    return {
      requestsPerSecond: Math.min(...here.map(({ politeness }) => politeness.requestsPerSecond)),
      respectRobots: here.some(({ politeness }) => politeness.respectRobots),
      isQuiet: here.some(({ politeness }) => quietUntil(politeness.quietHours, now) !== undefined),
    };
  };
}
