/** `/v1/themes`: what the catalogue is about, with how many live datasets and owners each theme has. */
import { conceptByIri, findConcept } from '#schemas/vocabulary.ts';
import type { ApiPorts } from './ports.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';
import { readyIndex } from './search-ready.ts';

/** Themes in an answer. The EU has fourteen; beyond these stand owners' own, of which each has a dataset or two. */
const MOST_THEMES = 500;

interface Theme {
  datasets: number;
  readonly owners: Set<string>;
}

/** Lists themes, the most used first. A concept that no vocabulary has stands by its IRI. */
export async function listThemes({ search, sources, links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const ownerOf = new Map((await sources.list()).map(({ id, owner }) => [id, owner.id]));
  const index = await readyIndex(search);
  const themes = new Map<string, Theme>();
  for (const { themes: codes, source } of index.map({ filters: {}, limit: Number.POSITIVE_INFINITY }).items) {
    const owner = ownerOf.get(source);
    for (const code of new Set(codes)) {
      const theme = themes.get(code) ?? { datasets: 0, owners: new Set<string>() };
      themes.set(code, theme);
      theme.datasets += 1;
      if (owner !== undefined) theme.owners.add(owner);
    }
  }
  const ordered = [...themes].sort(([a, one], [b, other]) => other.datasets - one.datasets || (a < b ? -1 : 1));
  const items = ordered.slice(0, MOST_THEMES).map(([id, { datasets, owners }]) => {
    const iri = findConcept('data-theme', id)?.iri ?? id;
    const label = conceptByIri('data-theme', iri)?.label ?? {};
    const filter = { theme: id };
    const to = { datasets: links.to('/v1/datasets', filter), map: links.to('/v1/map', filter) };
    return { id, iri, label, datasets, owners: owners.size, links: to };
  });
  const omitted = ordered.length - items.length;
  return json({ items, omitted, index: index.position, links: { self: links.to('/v1/themes') } }, { ofView: true });
}
