/** `/v1/map`: all datasets that a search finds in one answer, as much of each as a map, a timeline and counts are drawn from. */
import * as z from 'zod';
import type { PlacedOnMap } from '#functions/shared/search-index.ts';
import type { Source } from '#schemas/source.ts';
import { conceptByIri, findConcept } from '#schemas/vocabulary.ts';
import { ownerName, ownersOf } from './owners.ts';
import type { ApiPorts } from './ports.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, parseQuery } from './request.ts';
import { filterParameters, filtersOf, listOf, Sources } from './search-query.ts';
import { readyIndex } from './search-ready.ts';

/** Datasets in an answer: some 5 MB as text and a tenth of that packed. More are no picture any more, and are left out. */
export const MAP_DATASETS = 10_000;

export const Query = z.strictObject({ ...filterParameters, source: Sources.optional() });

const itemOf = ({ id, source, title, grade, ...mapped }: PlacedOnMap, owner: string | null) => ({
  id,
  title,
  owner,
  ...mapped,
  grade: grade === '' ? null : grade,
});

/** What the codes on a map are called, by code; a concept of an owner's own is called nothing here. */
function namesOf(vocabulary: string, codes: Iterable<string | null>) {
  const used = [...new Set(codes)].filter((code) => code !== null).sort();
  return used.map((id) => {
    const iri = findConcept(vocabulary, id)?.iri;
    const concept = iri === undefined ? undefined : conceptByIri(vocabulary, iri);
    return { id, label: concept?.label ?? {} };
  });
}

const namedOwners = (sources: readonly Source[], shown: ReadonlySet<string | null>) =>
  ownersOf(sources)
    .filter(({ id }) => shown.has(id))
    .map((owner) => ({ id: owner.id, name: ownerName(owner) }));

/** Shows what the filters of the search find, the best first, or by title where nothing was asked. */
export async function showMap({ search, sources, links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  const query = parseQuery(Query, request.query);
  const known = await sources.list();
  const ownerOf = new Map(known.map(({ id, owner }) => [id, owner.id]));
  const index = await readyIndex(search);
  const { items, total } = index.map({ ...filtersOf(query, known), limit: MAP_DATASETS });
  const datasets = items.map((item) => itemOf(item, ownerOf.get(item.source) ?? null));
  const map = {
    total,
    omitted: total - datasets.length,
    index: index.position,
    owners: namedOwners(known, new Set(datasets.map(({ owner }) => owner))),
    themes: namesOf(
      'data-theme',
      datasets.flatMap(({ themes }) => themes),
    ),
    healthCategories: namesOf(
      'health-category',
      datasets.flatMap(({ healthCategories }) => healthCategories),
    ),
    kinds: namesOf(
      'dataset-type',
      datasets.map(({ kind }) => kind),
    ),
    accessLevels: namesOf(
      'access-right',
      datasets.map(({ access }) => access),
    ),
    datasets,
    links: { self: links.to('/v1/map', listOf(request.query)) },
  };
  return json(map, { indent: 0, ofView: true });
}
