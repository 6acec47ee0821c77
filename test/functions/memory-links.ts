/** What is known of links, working in memory: the same rules as on DynamoDB. */
import type { LinkChecks, LinkIndex, LinkStatuses } from '#functions/shared/link-statuses.ts';
import { type LinkStatus, linkStates, newLink } from '#quality/links/link-status.ts';
import { type LinkUse, linkAddress } from '#quality/links/record-links.ts';
import { sourceOf } from '#schemas/run.ts';

export interface MemoryLinks extends LinkStatuses, LinkIndex, LinkChecks {
  readonly statuses: Map<string, LinkStatus>;
  readonly named: Map<string, readonly LinkUse[]>;
}

interface Placed {
  readonly status: LinkStatus;
  readonly place: string;
}

export function memoryLinks(): MemoryLinks {
  const statuses = new Map<string, LinkStatus>();
  const named = new Map<string, readonly LinkUse[]>();
  const rests = new Map<string, number>();
  const hosts = new Set<string>();

  const urlsOf = (wants: (dataset: string) => boolean): Set<string> =>
    new Set([...named].flatMap(([dataset, uses]) => (wants(dataset) ? uses.map(({ url }) => url) : [])));

  const byState = (): Placed[] =>
    [...statuses.values()]
      .map((status) => ({ status, place: `${linkStates.indexOf(status.state)}|${status.changedAt}#${status.url}` }))
      .sort((one, other) => (one.place < other.place ? -1 : 1));

  const byUrl = (urls: ReadonlySet<string>): Placed[] =>
    [...statuses.values()]
      .filter(({ url }) => urls.has(url))
      .map((status) => ({ status, place: status.url }))
      .sort((one, other) => (one.place < other.place ? -1 : 1));

  return {
    statuses,
    named,

    async replace(changes, now) {
      for (const { dataset, uses } of changes) {
        if (uses.length === 0) named.delete(dataset);
        else named.set(dataset, uses);
        for (const { url } of uses) {
          hosts.add(new URL(url).host);
          if (!statuses.has(url)) statuses.set(url, newLink(url, now));
        }
      }
      const left = urlsOf(() => true);
      for (const url of statuses.keys()) if (!left.has(url)) statuses.delete(url);
    },

    async clear() {
      statuses.clear();
      named.clear();
    },

    async get(urls) {
      return new Map(
        urls.flatMap((url) => {
          const status = statuses.get(linkAddress(url) ?? '');
          return status ? [[url, status] as const] : [];
        }),
      );
    },

    async list({ state, kind, source, dataset, after = '', limit }) {
      const isFiltered = source !== undefined || dataset !== undefined;
      const ofWanted = urlsOf((id) => (dataset ?? id) === id && (source ?? sourceOf(id)) === sourceOf(id));
      const wanted = (isFiltered ? byUrl(ofWanted) : byState()).filter(
        ({ status, place }) =>
          place > after && (state ?? status.state) === status.state && (kind ?? status.kind) === status.kind,
      );
      const page = wanted.slice(0, limit);
      const next = wanted.length > limit ? (page.at(-1)?.place ?? null) : null;
      return { links: page.map(({ status }) => status), next };
    },

    async changedSince(since, limit) {
      const changed = [...statuses.values()]
        .map((status) => ({ status, place: `${status.changedAt}#${status.url}` }))
        .filter(({ place }) => place > since)
        .sort((one, other) => (one.place < other.place ? -1 : 1));
      const page = changed.slice(0, limit);
      return {
        links: page.map(({ status }) => status),
        cursor: page.at(-1)?.place ?? since,
        hasMore: changed.length > limit,
      };
    },

    async usesOf(url, limit) {
      return [...named]
        .map(([dataset, uses]) => ({ dataset, uses: uses.filter((use) => use.url === url) }))
        .filter(({ uses }) => uses.length > 0)
        .sort((one, other) => (one.dataset < other.dataset ? -1 : 1))
        .slice(0, limit);
    },

    async linksOf(dataset) {
      const uses = [...(named.get(dataset) ?? [])];
      return uses.sort((one, other) => (`${one.place} ${one.url}` < `${other.place} ${other.url}` ? -1 : 1));
    },

    async hosts() {
      return [...hosts].sort().map((host) => ({ host, restUntil: rests.get(host) ?? 0 }));
    },

    async due(host, now, limit) {
      return [...statuses.values()]
        .filter(({ url, due }) => new URL(url).host === host && Date.parse(due) <= now)
        .sort((one, other) => (one.due < other.due ? -1 : 1))
        .slice(0, limit);
    },

    async save(next, before) {
      const stored = statuses.get(next.url);
      if (!stored || stored.checkedAt !== before.checkedAt) return false;
      statuses.set(next.url, next);
      return true;
    },

    async rest(host, untilMs) {
      rests.set(host, untilMs);
    },
  };
}
