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

const itemOf = (owner: OwnerSources, aggregate: Aggregate | undefined, links: Links) => ({
  id: owner.id,
  name: ownerName(owner),
  homepage: owner.sources.find((source) => source.owner.homepage)?.owner.homepage ?? null,
  sources: owner.sources.map(({ id }) => ({ id, href: links.source(id) })),
  datasets: aggregate?.datasets ?? 0,
  quality: aggregate
    ? { share: aggregate.share, mqa: aggregate.mqa, letters: aggregate.letters, ratings: aggregate.ratings }
    : null,
  links: {
    self: links.to(`/v1/owners/${owner.id}`),
    report: links.to(`/v1/owners/${owner.id}/report`),
    history: links.to('/v1/quality/summary', { by: 'owner', id: owner.id }),
  },
});

/** Lists all owners, by id. */
export async function listOwners({ sources, quality, links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const aggregates = new Map((await quality.aggregates('owner')).map((aggregate) => [aggregate.id, aggregate]));
  const items = ownersOf(await sources.list()).map((owner) => itemOf(owner, aggregates.get(owner.id), links));
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
  return json(itemOf(owner, aggregate, ports.links));
}
