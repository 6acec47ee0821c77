/** The crawler of a process: whoever asks a host from here, for whatever purpose, goes by the same pace, rules and gate. */
import { addressGuard } from './address-guard.ts';
import { type Crawler, crawler } from './http-fetcher.ts';

export interface CrawlerIdentity {
  /** Hosts that the address guard lets through although they are not public. */
  readonly allowed: readonly string[];
  /** Where an owner who sees us in a log finds out who we are. */
  readonly publicUrl: string;
  /** A mail address at which an owner reaches whoever runs this; nothing where it is not told. */
  readonly contact?: string | undefined;
}

/** A crawler of its own, with no word yet from any host. */
export function newCrawler({ allowed, publicUrl, contact }: CrawlerIdentity): Crawler {
  const about = ['metadata harvester', `+${publicUrl}`, contact].filter(Boolean).join('; ');
  return crawler(addressGuard(allowed), `Datalandkort/0.1 (${about})`);
}

const known = new Map<string, Crawler>();

/** The one crawler of this process. On one machine harvests and link checks share it, so that together they are one guest. */
export function processCrawler({ allowed, publicUrl, contact }: CrawlerIdentity): Crawler {
  const key = JSON.stringify([allowed, publicUrl, contact]);
  const shared = known.get(key) ?? newCrawler({ allowed, publicUrl, contact });
  known.set(key, shared);
  return shared;
}
