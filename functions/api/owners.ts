/** `/v1/owners`: whose registers are described here, and how well. */
import type { Aggregate } from '#schemas/score-history.ts';
import type { Source } from '#schemas/source.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

/** An owner with its sources; the name is that of the first source that tells one. */
interface OwnerSources {
  readonly id: string;
  readonly sources: readonly Source[];
}

/** All owners, by id. */
export function ownersOf(sources: readonly Source[]): OwnerSources[] {
  const owners = new Map<string, Source[]>();
  for (const source of sources) owners.set(source.owner.id, [...(owners.get(source.owner.id) ?? []), source]);
  return [...owners].map(([id, own]) => ({ id, sources: own })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What is public of an owner: the address for reports is not. */
export const ownerName = ({ sources }: OwnerSources): Source['owner']['name'] =>
  sources.map(({ owner }) => owner.name).find(({ da, en }) => da !== undefined || en !== undefined) ?? {};

/** What is live of the sources of an owner; nothing is known of it before there is a search file. */
interface Live {
  readonly datasets: number;
  readonly changedAt: string | null;
}

/** What is live, by the sources of an owner. */
async function liveOf({ search }: Pick<ApiPorts, 'search'>): Promise<(owner: OwnerSources) => Live | undefined> {
  const index = await search.current();
  if (!index) return () => undefined;
  const bySource = new Map(index.live().map((live) => [live.source, live]));
  return ({ sources }) => {
    const own = sources.flatMap(({ id }) => bySource.get(id) ?? []);
    const datasets = own.reduce((sum, live) => sum + live.datasets, 0);
    return {
      datasets,
      changedAt:
        own
          .map(({ changedAt }) => changedAt)
          .sort()
          .at(-1) ?? null,
    };
  };
}

interface Known {
  readonly aggregate: Aggregate | undefined;
  readonly live: Live | undefined;
}

const itemOf = (owner: OwnerSources, { aggregate, live }: Known, links: Links) => ({
  id: owner.id,
  name: ownerName(owner),
  homepage: owner.sources.find((source) => source.owner.homepage)?.owner.homepage ?? null,
  sources: owner.sources.map(({ id }) => ({ id, href: links.source(id) })),
  datasets: live?.datasets ?? aggregate?.datasets ?? 0,
  changedAt: live?.changedAt ?? null,
  quality: aggregate
    ? { share: aggregate.share, mqa: aggregate.mqa, letters: aggregate.letters, ratings: aggregate.ratings }
    : null,
  links: {
    self: links.to(`/v1/owners/${owner.id}`),
    datasets: links.to('/v1/datasets', { owner: owner.id }),
    map: links.to('/v1/map', { owner: owner.id }),
    report: links.to(`/v1/owners/${owner.id}/report`),
    history: links.to('/v1/quality/summary', { by: 'owner', id: owner.id }),
  },
});

/** Lists all owners, by id. */
export async function listOwners(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const { sources, quality, links } = ports;
  const aggregates = new Map((await quality.aggregates('owner')).map((aggregate) => [aggregate.id, aggregate]));
  const owners = ownersOf(await sources.list());
  const live = await liveOf(ports);
  const items = owners.map((owner) => itemOf(owner, { aggregate: aggregates.get(owner.id), live: live(owner) }, links));
  return json({ items, cursor: null, hasMore: false, links: { self: links.to('/v1/owners'), next: null } });
}

/** The owner of an address, with its sources. @throws Refusal `not-found`. */
export async function findOwner({ sources }: Pick<ApiPorts, 'sources'>, id: string | undefined): Promise<OwnerSources> {
  const owner = ownersOf(await sources.list()).find((one) => one.id === id);
  if (!owner) throw new Refusal('not-found', { detail: 'There is no owner of this id.' });
  return owner;
}

/** Shows an owner. */
export async function showOwner(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const owner = await findOwner(ports, request.params.id);
  const aggregate = (await ports.quality.aggregates('owner')).find(({ id }) => id === owner.id);
  const live = await liveOf(ports);
  return json(itemOf(owner, { aggregate, live: live(owner) }, ports.links));
}
