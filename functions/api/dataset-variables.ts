/** `/v1/datasets/{id}/variables`: the variables of one register in the order of its description, a page at a time or as CSV. */
import * as z from 'zod';
import { variableLine, variablesHeading } from '#publishing/csv/variables-csv.ts';
import { type ListedVariable, listedVariables } from '#publishing/listed-variables.ts';
import { matcherOf } from '#publishing/search/match-texts.ts';
import { findLive, readAddress } from './dataset.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { fitting, json, jsonBytes, nextHeader, PAGE_BYTES, type Reply, text } from './reply.ts';
import { alternateHeaders, chooseFormat, type Offer } from './representation.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';
import { listOf, Question, readSearchCursor, searchCursor } from './search-query.ts';

export const Query = z.strictObject({
  q: Question.optional(),
  format: z.string().optional(),
  limit: Limit,
  cursor: z.string().optional(),
});
/** The table is whole, unless it outgrows an answer. */
export const CsvQuery = Query.omit({ limit: true });

type Format = 'json' | 'csv';

const pathOf = (id: string): string => `/v1/datasets/${id}/variables`;

const offerOf = (id: string, q: string | undefined, links: Links): Offer<Format> => ({
  types: { json: 'application/json', csv: 'text/csv' },
  order: ['json', 'csv'],
  href: (format) => links.to(format === 'json' ? pathOf(id) : `${pathOf(id)}.csv`, { q }),
});

const textsOf = ({ table, name, title, description }: ListedVariable): string[] => [
  ...(name === null ? [] : [name]),
  ...[title, description, table].flatMap((texts) => Object.values(texts)),
];

/** A register with its variables that were asked for, as of one revision of its description. */
interface Asked {
  readonly id: string;
  readonly revision: number;
  readonly found: readonly ListedVariable[];
}

/** Those behind the cursor's place. @throws Refusal `invalid-cursor` when the description is another than it was. */
function following({ id, revision, found }: Asked, request: ApiRequest): readonly ListedVariable[] {
  const after = readSearchCursor(pathOf(id), request.query);
  if (!after) return found;
  if (after.by !== String(revision)) {
    throw new Refusal('invalid-cursor', {
      detail: 'The description has changed since: begin at the first page again.',
    });
  }
  return found.filter(({ place }) => place > Number(after.id));
}

const cursorBehind = ({ id, revision }: Asked, last: ListedVariable | undefined, request: ApiRequest): string | null =>
  last ? searchCursor(pathOf(id), request.query, { by: String(revision), id: String(last.place) }) : null;

const itemOf = (variable: ListedVariable, links: Links) => ({
  ...variable,
  href: variable.name === null ? null : links.variable(variable.name),
});

function page(asked: Asked, request: ApiRequest, links: Links): Reply {
  const { q, limit, cursor } = parseQuery(Query, request.query);
  const { id, found, revision } = asked;
  const rest = following(asked, request);
  const items = fitting(
    rest.slice(0, limit).map((variable) => itemOf(variable, links)),
    jsonBytes,
  );
  const next = rest.length > items.length ? cursorBehind(asked, items.at(-1), request) : null;
  const list = listOf(request.query);
  const nextHref = next === null ? null : links.to(pathOf(id), { ...list, cursor: next });
  const offer = offerOf(id, q, links);
  const { vary, link } = alternateHeaders('json', offer);
  const body = {
    id,
    revision,
    items,
    total: found.length,
    cursor: next,
    hasMore: next !== null,
    links: {
      self: links.to(pathOf(id), { ...list, cursor }),
      next: nextHref,
      csv: offer.href('csv'),
      dataset: links.dataset(id),
    },
  };
  const more = nextHeader(nextHref).link;
  const headers = { vary: vary ?? 'Accept', link: [link, more].filter((one) => one !== undefined).join(', ') };
  return json(body, { headers, ofView: true });
}

function table(asked: Asked, request: ApiRequest, links: Links): Reply {
  const { q } = parseQuery(CsvQuery, request.query);
  const { id } = asked;
  const rest = following(asked, request);
  const lines: string[] = [];
  let bytes = 0;
  for (const variable of rest) {
    const line = variableLine(variable);
    bytes += Buffer.byteLength(line);
    if (lines.length > 0 && bytes > PAGE_BYTES) break;
    lines.push(line);
  }
  const cursor = lines.length < rest.length ? cursorBehind(asked, rest[lines.length - 1], request) : null;
  const next = cursor === null ? [] : [{ href: links.to(`${pathOf(id)}.csv`, { q, cursor }), rel: 'next' }];
  return text([variablesHeading, ...lines].join(''), {
    type: 'text/csv; charset=utf-8; header=present',
    headers: {
      ...alternateHeaders('csv', offerOf(id, q, links), next),
      'content-disposition': `attachment; filename="${id}-variables.csv"`,
    },
  });
}

/** Lists the variables in the format that the suffix, `?format=` or Accept asks for. */
export async function listDatasetVariables(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { id, suffix } = readAddress(request.params.id);
  const isTable = request.path.endsWith('.csv');
  const { q, format: named } = parseQuery(isTable ? CsvQuery : Query, request.query);
  const wish = { suffix: isTable ? 'csv' : undefined, format: named };
  const format = chooseFormat(request, offerOf(id, q, ports.links), wish);
  const { revision, entry } = await findLive(ports, suffix === undefined ? id : '');
  const matches = q === undefined || q.trim() === '' ? undefined : matcherOf(q);
  const all = [...listedVariables(entry.record)];
  const asked = { id, revision, found: matches ? all.filter((one) => matches(textsOf(one))) : all };
  return format === 'csv' ? table(asked, request, ports.links) : page(asked, request, ports.links);
}
