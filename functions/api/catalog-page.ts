/** The datasets of a page of the catalogue, as they were at one place of the log. */
import { entryAt } from '#functions/shared/past-catalogue.ts';
import type { Published } from '#publishing/published.ts';
import type { PlacePorts } from './catalog-place.ts';
import type { ApiPorts } from './ports.ts';

export type CatalogPorts = PlacePorts & Pick<ApiPorts, 'catalogue'>;

/** Characters of what is written of a page's datasets above which it takes no further one. */
const PAGE_CHARACTERS = 3_000_000;

/** Rows looked at together; each costs a read of its own. */
const ROWS = 50;

/** What is written of one dataset, and how much it is. */
interface Written<Part> {
  readonly part: Part;
  readonly characters: number;
}

interface Page<Part> {
  readonly parts: readonly Part[];
  /** The dataset after which the next page goes on; undefined on the last page. */
  readonly last: string | undefined;
}

interface Wanted {
  readonly at: number;
  readonly after: string | undefined;
  readonly limit: number;
}

/** Reads datasets until the page is full or the list ends. */
export async function readPage<Part>(
  ports: CatalogPorts,
  { at, after, limit }: Wanted,
  write: (published: Published) => Written<Part>,
): Promise<Page<Part>> {
  const parts: Part[] = [];
  let left = PAGE_CHARACTERS;
  for (let from = after; ; ) {
    const rows = await ports.catalogue.list({ after: from, limit: ROWS });
    const entries = await Promise.all(rows.map(({ id }) => entryAt(ports, id, at)));
    for (const [index, entry] of entries.entries()) {
      from = rows[index]?.id;
      if (!entry) continue;
      const { part, characters } = write({ iri: ports.links.datasetIri(entry.id), entry });
      parts.push(part);
      left -= characters;
      if (parts.length >= limit || left <= 0) return { parts, last: from };
    }
    if (rows.length < ROWS) return { parts, last: undefined };
  }
}
