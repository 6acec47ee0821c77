/** The crawler of one source: guarded, at the source's own pace, by its host's rules, with the source's own credentials. */
import { type Access, accessOf } from '#functions/shared/access.ts';
import type { Fetcher } from '#functions/shared/fetcher.ts';
import { type Crawler, httpFetcher } from '#functions/shared/http-fetcher.ts';
import { askToken } from '#functions/shared/oauth-token.ts';
import { type CrawlerIdentity, newCrawler } from '#functions/shared/process-crawler.ts';
import { cachedSecrets, type SecretReader } from '#functions/shared/secret-reader.ts';
import type { Source } from '#schemas/source.ts';

export interface CrawlerSettings extends CrawlerIdentity {
  readonly secrets: SecretReader;
  /** How long a wait that a host asks for is spent in place; only a run that can be put down does without. */
  readonly patienceMs?: number;
  /** The crawler to go by; one of its own where it is absent. */
  readonly shared?: Crawler;
}

/** @returns the fetcher of a source; tokens are kept, for as long as the process lives, by what they are asked with. */
export function crawlerFor(settings: CrawlerSettings): (source: Source) => Fetcher {
  const { secrets, patienceMs, shared = newCrawler(settings) } = settings;
  const cached = cachedSecrets(secrets, Date.now);
  const token = { ...shared, clock: Date.now };
  const known = new Map<string, Access>();
  const accessFor = ({ credentials, url }: Source): Access | undefined => {
    if (!credentials) return undefined;
    const { origin } = new URL(url);
    const key = JSON.stringify([origin, credentials]);
    const access =
      known.get(key) ??
      accessOf(credentials, origin, {
        secrets: cached,
        askToken: (client, secret, signal) => askToken(token, client, secret, signal),
        clock: Date.now,
      });
    known.set(key, access);
    return access;
  };
  return (source) => httpFetcher(shared, { ...source.politeness, access: accessFor(source), patienceMs });
}
