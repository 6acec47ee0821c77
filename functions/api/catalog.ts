/**
 * `/v1/catalog`: the catalogue as DCAT-AP, a page at a time (Hydra), as it was at one place of the log. A harvester that
 * deletes what it did not see may rely on it: what changes while it walks neither shifts a page nor is missed.
 */
import { z } from 'zod';
import { entryAt } from '#functions/shared/past-catalogue.ts';
import { describeCatalogue, describePublisher, membership } from '#publishing/catalogue-description.ts';
import { charactersOf } from '#publishing/ldes/bounded-payload.ts';
import { describeDataset } from '#publishing/rdf/describe-dataset.ts';
import { iriTerm, type Triple } from '#publishing/rdf/term.ts';
import { namespaces } from '#schemas/namespaces.ts';
import { type PlacePorts, placeOf } from './catalog-place.ts';
import type { Links } from './links.ts';
import type { ApiPorts, RdfFormat } from './ports.ts';
import { contentType, resourceTypes, tripleWriters } from './rdf-writers.ts';
import { CHANGING, IMMUTABLE, type Reply, text } from './reply.ts';
import { alternateHeaders, chooseFormat, type Offer } from './representation.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';

type CatalogPorts = PlacePorts & Pick<ApiPorts, 'catalogue'>;

const { hydra, rdf } = namespaces;

/** Turtle first: what DCAT harvesters ask for without saying so. */
const order: readonly RdfFormat[] = ['ttl', 'jsonld', 'rdf', 'nt'];

/** The addresses with a suffix: the router knows no parameter but a whole segment. */
export const catalogSuffixes = order;

/** Characters of a page's triples above which it takes no further dataset. */
const PAGE_CHARACTERS = 3_000_000;

/** Rows looked at together; each costs a read of its own. */
const ROWS = 50;

export const Query = z.strictObject({
  format: z.string().optional(),
  limit: Limit,
  at: z
    .string()
    .regex(/^[0-9]{1,12}$/, 'a place of the log')
    .transform(Number)
    .optional(),
  after: z
    .string()
    .regex(/^[a-z0-9-]{1,64}\.[a-z0-9-]{1,128}$/, 'the id of a dataset')
    .optional(),
});

interface Page {
  readonly triples: readonly Triple[];
  /** The dataset after which the next page goes on; undefined on the last page. */
  readonly last: string | undefined;
}

interface Wanted {
  readonly at: number;
  readonly after: string | undefined;
  readonly limit: number;
}

/** Reads datasets until the page is full or the list ends. */
async function readPage(ports: CatalogPorts, { at, after, limit }: Wanted): Promise<Page> {
  const triples: Triple[] = [];
  let left = PAGE_CHARACTERS;
  let count = 0;
  for (let from = after; ; ) {
    const rows = await ports.catalogue.list({ after: from, limit: ROWS });
    const entries = await Promise.all(rows.map(({ id }) => entryAt(ports, id, at)));
    for (const [index, entry] of entries.entries()) {
      from = rows[index]?.id;
      if (!entry) continue;
      const iri = ports.links.datasetIri(entry.id);
      const described = [membership(ports.links, iri), ...describeDataset({ iri, entry })];
      triples.push(...described);
      count += 1;
      left -= charactersOf(described);
      if (count >= limit || left <= 0) return { triples, last: from };
    }
    if (rows.length < ROWS) return { triples, last: undefined };
  }
}

/** The page as a part of the collection that the catalogue is. */
function viewTriples(
  links: Links,
  { self, first, next }: { self: string; first: string; next: string | undefined },
): Triple[] {
  const view = iriTerm(self);
  const catalogue = iriTerm(links.catalogueIri);
  const say = (subject: typeof view, predicate: string, object: string): Triple => ({
    subject,
    predicate,
    object: iriTerm(object),
  });
  return [
    say(catalogue, `${rdf}type`, `${hydra}Collection`),
    say(catalogue, `${hydra}view`, self),
    say(view, `${rdf}type`, `${hydra}PartialCollectionView`),
    say(view, `${hydra}first`, first),
    ...(next === undefined ? [] : [say(view, `${hydra}next`, next)]),
  ];
}

/** Shows a page of the catalogue. One that names its place in the log is the same for ever. */
export async function showCatalog(ports: CatalogPorts, request: ApiRequest): Promise<Reply> {
  const { links } = ports;
  const query = parseQuery(Query, request.query);
  const suffix = /\.([a-z]+)$/.exec(request.path)?.[1];
  // The address keeps the suffix that it was asked by: a harvester that follows its links gets one format throughout.
  const path = `/v1/catalog${suffix === undefined ? '' : `.${suffix}`}`;
  const at = await placeOf(ports, query.at, path);
  const { after, limit } = query;
  const addressOf = (from: string | undefined) => links.to(path, { at, limit, after: from, format: query.format });
  const href = (format: RdfFormat) => links.to(`/v1/catalog.${format}`, { at, limit, after });
  const offer: Offer<RdfFormat> = { types: resourceTypes, order, href };
  const format = chooseFormat(request, offer, { suffix, format: query.format });
  const { triples, last } = await readPage(ports, { at, after, limit });
  const next = last === undefined ? undefined : addressOf(last);
  const view = { self: addressOf(after), first: addressOf(undefined), next };
  const body = tripleWriters[format]([
    ...describeCatalogue(links),
    ...describePublisher(links),
    ...viewTriples(links, view),
    ...triples,
  ]);
  const more = next === undefined ? [] : [{ href: next, rel: 'next' }];
  const cache = query.at === undefined ? CHANGING : IMMUTABLE;
  return text(body, { type: contentType(format), cache, headers: alternateHeaders(format, offer, more) });
}

/** `/id/catalogue` and `/id/publisher`: what both are is said in the catalogue. */
export async function leadToCatalog({ links }: CatalogPorts): Promise<Reply> {
  return { status: 303, headers: { location: links.catalogue, 'cache-control': 'public, max-age=3600' }, body: '' };
}
