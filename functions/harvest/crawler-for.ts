/** The crawler of one source: guarded, and at the source's own pace. */
import { addressGuard } from '#functions/shared/address-guard.ts';
import type { Fetcher } from '#functions/shared/fetcher.ts';
import { httpFetcher } from '#functions/shared/http-fetcher.ts';
import type { Source } from '#schemas/source.ts';

/**
 * @param allowed hosts that the address guard lets through although they are not public.
 * @param publicUrl where an owner who sees us in a log finds out who we are.
 */
export const crawlerFor =
  (allowed: readonly string[], publicUrl: string) =>
  ({ politeness }: Source): Fetcher =>
    httpFetcher({
      guard: addressGuard(allowed),
      requestsPerSecond: politeness.requestsPerSecond,
      respectRobots: politeness.respectRobots,
      userAgent: `Datalandkort/0.1 (metadata harvester; +${publicUrl})`,
    });
