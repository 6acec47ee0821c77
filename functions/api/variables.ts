/** `/v1/variables`: which variables there are, and which registers hold them. */
import * as z from 'zod';
import type { FoundVariable, Holding } from '#functions/shared/search-index.ts';
import { listCursor, readListCursor } from './cursors.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { fitting, json, jsonBytes, nextHeader, type Reply } from './reply.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';
import { listOf, Question, readSearchCursor, searchCursor } from './search-query.ts';
import { readyIndex } from './search-ready.ts';

const PATH = '/v1/variables';

export const Query = z.strictObject({ q: Question.optional(), limit: Limit, cursor: z.string().optional() });

const holdingItem = ({ dataset, datasetTitle, title, description, since, until }: Holding, links: Links) => ({
  dataset: { id: dataset, title: datasetTitle, href: links.dataset(dataset) },
  title,
  description,
  since,
  until,
});

const variableItem = ({ name, count, holdings }: FoundVariable, links: Links) => ({
  name,
  href: links.variable(name),
  datasets: count,
  holdings: holdings.map((holding) => holdingItem(holding, links)),
});

/** Lists variables by name, or those that a question finds, the best first; each with the first of its registers. */
export async function listVariables({ search, links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { q, limit, cursor } = parseQuery(Query, request.query);
  const after = readSearchCursor(PATH, request.query);
  const index = await readyIndex(search);
  const query = q === undefined || q.trim() === '' ? undefined : q;
  const found = index.variables({ query, limit, after });
  const items = found.items.map(({ place, ...variable }) => ({
    place,
    shown: variableItem({ place, ...variable }, links),
  }));
  const fit = fitting(items, ({ shown }) => jsonBytes(shown));
  const last = found.hasMore || fit.length < items.length ? fit.at(-1) : undefined;
  const next = last ? searchCursor(PATH, request.query, last.place) : null;
  const nextHref = next === null ? null : links.to(PATH, { ...listOf(request.query), cursor: next });
  const page = {
    items: fit.map(({ shown }) => shown),
    total: found.total,
    didYouMean: found.didYouMean,
    cursor: next,
    hasMore: next !== null,
    index: index.position,
    links: { self: links.to(PATH, { ...listOf(request.query), cursor }), next: nextHref },
  };
  return json(page, { headers: nextHeader(nextHref), ofView: true });
}

/** The dataset's number in a cursor. @throws Refusal `invalid-cursor` for what is none. */
function numberOf(key: string): number {
  if (/^[0-9]{1,12}$/.test(key)) return Number(key);
  throw new Refusal('invalid-cursor', { detail: 'This is not a cursor of this list.' });
}

export const OneQuery = z.strictObject({ limit: Limit, cursor: z.string().optional() });

/** Shows a variable by its name, in whatever case it is written, with its registers a page at a time. */
export async function showVariable({ search, links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { limit, cursor } = parseQuery(OneQuery, request.query);
  const [after] = readListCursor('holdings', cursor, 1).map(numberOf);
  const index = await readyIndex(search);
  // One more than asked for tells whether the list goes on.
  const found = index.variable(request.params.name ?? '', { limit: limit + 1, after });
  if (!found) throw new Refusal('not-found', { detail: 'No dataset has a variable of this name.' });
  const shown = found.holdings.slice(0, limit);
  const last = found.holdings.length > limit ? shown.at(-1) : undefined;
  const next = last ? listCursor('holdings', [String(last.no)]) : null;
  const nextHref = next === null ? null : links.variable(found.name, { limit, cursor: next });
  const page = {
    ...variableItem({ ...found, holdings: shown }, links),
    cursor: next,
    hasMore: next !== null,
    index: index.position,
    links: { self: links.variable(found.name, { limit, cursor }), next: nextHref },
  };
  return json(page, { headers: nextHeader(nextHref), ofView: true });
}
