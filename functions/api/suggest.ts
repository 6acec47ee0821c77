/** `/v1/suggest`: what somebody who begins to type may go on to. */
import * as z from 'zod';
import type { ApiPorts } from './ports.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, parseQuery } from './request.ts';
import { Question } from './search-query.ts';
import { readyIndex } from './search-ready.ts';

/** Lines in a list below a search box. */
const MAX_SUGGESTIONS = 20;
const SUGGESTIONS = 8;

const range = `a whole number from 1 to ${MAX_SUGGESTIONS}`;

export const Query = z.strictObject({
  q: Question,
  limit: z
    .string()
    .regex(/^[0-9]{1,3}$/, range)
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= MAX_SUGGESTIONS, range)
    .default(SUGGESTIONS)
    .meta({ type: 'integer', minimum: 1, maximum: MAX_SUGGESTIONS, default: SUGGESTIONS }),
});

/** Suggests datasets whose names begin so, terms of the catalogue, and variables. */
export async function suggest({ search, links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { q, limit } = parseQuery(Query, request.query);
  const index = await readyIndex(search);
  const { datasets, terms, variables } = index.suggest(q, limit);
  const suggested = {
    datasets: datasets.map(({ id, title }) => ({ id, title, href: links.dataset(id) })),
    terms: terms.map(({ term, count }) => ({ term, count, href: links.to('/v1/datasets', { q: term }) })),
    variables: variables.map(({ name, count }) => ({ name, count, href: links.variable(name) })),
    index: index.position,
    links: { self: links.to('/v1/suggest', { q, limit }) },
  };
  return json(suggested, { ofView: true });
}
