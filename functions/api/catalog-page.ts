/** The datasets of a page of the catalogue, as they were at one place of the log. */
import { PROJECTION } from '#functions/project/project.ts';
import { entryAt } from '#functions/shared/past-catalogue.ts';
import type { Published } from '#publishing/published.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';

export type CatalogPorts = Pick<ApiPorts, 'links' | 'ledger' | 'catalogue' | 'checkpoints'>;

/** Characters of what is written of a page's datasets above which it takes no further one. */
const PAGE_CHARACTERS = 3_000_000;

/** Rows looked at together; each costs a read of its own. */
const ROWS = 50;

/** As far as the datasets table is known to have come. @throws Refusal `invalid-cursor` for a place behind it. */
export async function placeOf({ ledger, checkpoints }: CatalogPorts, asked: number | undefined): Promise<number> {
  const { epoch } = await ledger.head();
  const projected = await checkpoints.get(PROJECTION);
  const head = projected?.epoch === epoch ? projected.seq : 0;
  if (asked !== undefined && asked > head) {
    const detail = `The catalogue has come to ${head}.`;
    throw new Refusal('invalid-cursor', { detail, errors: [{ parameter: 'at', detail }] });
  }
  return asked ?? head;
}

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
