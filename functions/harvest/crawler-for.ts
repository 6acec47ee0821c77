/** The crawler of one source: guarded, at the source's own pace, by its host's rules. */
import { addressGuard } from '#functions/shared/address-guard.ts';
import type { Fetcher } from '#functions/shared/fetcher.ts';
import { crawler, httpFetcher } from '#functions/shared/http-fetcher.ts';
import type { Source } from '#schemas/source.ts';

/**
 * @param allowed hosts that the address guard lets through although they are not public.
 * @param publicUrl where an owner who sees us in a log finds out who we are.
 */
export function crawlerFor(allowed: readonly string[], publicUrl: string): (source: Source) => Fetcher {
  const shared = crawler(addressGuard(allowed), `Datalandkort/0.1 (metadata harvester; +${publicUrl})`);
  return ({ politeness }) => httpFetcher(shared, politeness);
}
