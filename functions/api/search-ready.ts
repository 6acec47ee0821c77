/** The search file at hand, or the answer for when there is none yet. */
import type { SearchIndex, SearchReader } from '#functions/shared/search-index.ts';
import { Refusal } from './problem-types.ts';

/** A file is made within seconds of the first change; a harvest of many thousand datasets takes some more. */
const RETRY_AFTER_SECONDS = '5';

/**
 * To be used before anything else is waited for: the next file may then have taken its place.
 * @throws Refusal `search-not-ready`.
 */
export async function readyIndex(search: SearchReader): Promise<SearchIndex> {
  const index = await search.current();
  if (!index) throw new Refusal('search-not-ready', { headers: { 'retry-after': RETRY_AFTER_SECONDS } });
  return index;
}
