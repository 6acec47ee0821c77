/** The query of a search: what may be asked, and what the search file makes of it. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type DatasetSearch, type PeriodFilter, type Place, sortOrders } from '#functions/shared/search-index.ts';
import { FIRST_DAY, firstDay, LAST_DAY, lastDay } from '#publishing/search/day-number.ts';
import { QUERY_LENGTH } from '#publishing/search/query.ts';
import { gradeLetters } from '#schemas/assessment.ts';
import type { Source } from '#schemas/source.ts';
import { findConcept } from '#schemas/vocabulary.ts';
import { listCursor, readListCursor } from './cursors.ts';

/** Values of one filter. Nobody chooses more by hand. */
const FILTER_VALUES = 20;

/** Several values stand with commas between them; a dataset must have one of them. */
const listed = z
  .string()
  .min(1)
  .transform((text) => [...new Set(text.split(',').map((value) => value.trim()))].filter((value) => value !== ''))
  .refine((values) => values.length > 0 && values.length <= FILTER_VALUES, `from 1 to ${FILTER_VALUES} values`);

/** Concepts by code, label or IRI. An IRI that no vocabulary of ours has may still stand in a record. */
const concepts = (vocabulary: string) =>
  listed.transform((values, context) =>
    values.map((value) => {
      const iri = findConcept(vocabulary, value)?.iri ?? (/^https?:\/\//.test(value) ? value : undefined);
      if (iri === undefined)
        context.addIssue({ code: 'custom', message: `"${value}" is no ${vocabulary} that we know` });
      return iri ?? value;
    }),
  );

const grades = listed
  .transform((values) => values.map((value) => value.toUpperCase()))
  .pipe(z.array(z.enum(gradeLetters, `one of ${gradeLetters.join(', ')}`)));

const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a year, a month (1977-03) or a day (1977-03-14)');

export const Question = z.string().max(QUERY_LENGTH, `at most ${QUERY_LENGTH} characters`);

/** What datasets are found by, beside their source. */
export const filterParameters = {
  q: Question.optional(),
  owner: listed.optional(),
  theme: concepts('data-theme').optional(),
  healthCategory: concepts('health-category').optional(),
  accessLevel: concepts('access-right').optional(),
  type: concepts('dataset-type').optional(),
  grade: grades.optional(),
  from: date.optional(),
  to: date.optional(),
};

/** What `/v1/datasets` takes beside the parameters of the plain list. Any of them makes a search of it. */
export const searchParameters = {
  ...filterParameters,
  sort: z.enum(sortOrders).optional(),
  facets: z.stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' }).optional(),
};

export const Sources = listed;

/** The period that is asked for; undefined when none is. */
function periodOf(from: string | undefined, to: string | undefined): PeriodFilter | undefined {
  if (from === undefined && to === undefined) return undefined;
  return { from: firstDay(from) ?? FIRST_DAY, to: lastDay(to) ?? LAST_DAY };
}

/** The filters as they are parsed, and the sources, which the plain list takes too. */
interface Asked extends z.infer<z.ZodObject<typeof filterParameters>> {
  readonly source?: readonly string[] | undefined;
}

/** The sources that both filters leave; undefined when neither is set. */
function sourcesOf({ owner, source }: Asked, all: readonly Source[]): readonly string[] | undefined {
  if (!owner) return source;
  const owned = all.filter((one) => owner.includes(one.owner.id)).map(({ id }) => id);
  return source ? owned.filter((id) => source.includes(id)) : owned;
}

/** What the search file is asked for. @param all every source; they alone say whose they are. */
export function filtersOf(asked: Asked, all: readonly Source[]): Pick<DatasetSearch, 'query' | 'filters' | 'period'> {
  const { q, theme, healthCategory, accessLevel, type, grade, from, to } = asked;
  const sources = sourcesOf(asked, all);
  return {
    query: q === undefined || q.trim() === '' ? undefined : q,
    filters: {
      ...(theme && { theme }),
      ...(healthCategory && { healthCategory }),
      ...(accessLevel && { accessLevel }),
      ...(type && { type }),
      ...(grade && { grade }),
      ...(sources && { source: sources }),
    },
    period: periodOf(from, to),
  };
}

/** The parameters that make a list what it is; a cursor belongs to one list. */
export function listOf(query: URLSearchParams): Record<string, string> {
  const { cursor: _, ...others } = Object.fromEntries(query);
  return others;
}

function listName(path: string, query: URLSearchParams): string {
  const { limit: _, ...asked } = listOf(query);
  const sorted = Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([path, sorted]))
    .digest('base64url')
    .slice(0, 12);
}

/** A cursor holds no empty key and no space; titles have both. Unpacking takes whatever a client made of it. */
const packed = (key: string): string => `=${Buffer.from(key).toString('base64url')}`;
const unpacked = (key: string): string => Buffer.from(key.slice(1), 'base64url').toString();

export const searchCursor = (path: string, query: URLSearchParams, { by, id }: Place): string =>
  listCursor(listName(path, query), [packed(by), packed(id)]);

/** @throws Refusal `invalid-cursor` also for a cursor of another question. */
export function readSearchCursor(path: string, query: URLSearchParams): Place | undefined {
  const [by, id] = readListCursor(listName(path, query), query.get('cursor') ?? undefined, 2);
  if (by === undefined || id === undefined) return undefined;
  return { by: unpacked(by), id: unpacked(id) };
}
