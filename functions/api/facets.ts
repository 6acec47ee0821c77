/** Facets as the API shows them: each value with its name in both languages, and with what to ask for to have it alone. */
import type { FacetCount, FacetCounts } from '#functions/shared/search-index.ts';
import type { Source } from '#schemas/source.ts';
import { conceptByIri } from '#schemas/vocabulary.ts';

interface FacetItem {
  /** What the parameter of the facet's name takes. */
  readonly value: string;
  readonly label: { readonly da?: string | undefined; readonly en?: string | undefined };
  readonly count: number;
  readonly iri?: string;
}

const conceptItems = (vocabulary: string, counts: readonly FacetCount[]): FacetItem[] =>
  counts.map(({ value: iri, count }) => {
    const concept = conceptByIri(vocabulary, iri);
    return { value: concept?.code ?? iri, label: concept?.label ?? {}, count, iri };
  });

/** Who owns a source is told by the sources and not by the records, so it is looked up when it is asked for. */
function ownerItems(counts: readonly FacetCount[], sources: readonly Source[]): FacetItem[] {
  const owners = new Map(sources.map(({ id, owner }) => [id, owner]));
  const items = new Map<string, FacetItem>();
  for (const { value, count } of counts) {
    const owner = owners.get(value);
    if (!owner) continue;
    const sum = (items.get(owner.id)?.count ?? 0) + count;
    items.set(owner.id, { value: owner.id, label: owner.name ?? {}, count: sum });
  }
  return [...items.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function sourceItems(counts: readonly FacetCount[], sources: readonly Source[]): FacetItem[] {
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  return counts.map(({ value, count }) => ({ value, label: titles.get(value) ?? {}, count }));
}

/** A decade is asked for by its first and last year. */
const decadeItems = (counts: readonly FacetCount[]) =>
  counts.map(({ value, count }) => ({ from: value, to: `${value.slice(0, 3)}9`, count }));

export const facetItems = (counts: FacetCounts, sources: readonly Source[]) => ({
  owner: ownerItems(counts.source, sources),
  source: sourceItems(counts.source, sources),
  theme: conceptItems('data-theme', counts.theme),
  healthCategory: conceptItems('health-category', counts.healthCategory),
  accessLevel: conceptItems('access-right', counts.accessLevel),
  type: conceptItems('dataset-type', counts.type),
  grade: counts.grade.map(({ value, count }) => ({ value, label: {}, count })),
  period: decadeItems(counts.decade),
});
