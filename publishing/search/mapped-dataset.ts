/** What a map of all registers draws of one: kept in the search file, as five thousand records would take too long to read. */
import * as z from 'zod';
import type { CatalogueEntry, Dataset, LanguageMap } from '#schemas/record.ts';
import { conceptByIri } from '#schemas/vocabulary.ts';
import { FIRST_DAY, firstDay } from './day-number.ts';
import { cutTexts } from './search-variables.ts';

/** Letters of a title on a map; the dataset's own page has the rest. */
const TITLE_LENGTH = 200;
/** Periods of one dataset. A record with more lists its years one by one, and a timeline shows no more gaps than these. */
const PERIODS = 50;
/** Values of one filter: what has all themes has none. */
const FILTER_VALUES = 50;

/** One period, its dates as the record has them; null where it is open. */
const MappedPeriod = z.object({ from: z.string().nullable(), until: z.string().nullable() });
type MappedPeriod = z.infer<typeof MappedPeriod>;

/** Concepts stand by their codes, one that no vocabulary lists by its IRI. */
export const MappedDataset = z.object({
  title: z.record(z.string(), z.string()),
  themes: z.array(z.string()),
  healthCategories: z.array(z.string()),
  kind: z.string().nullable(),
  access: z.string().nullable(),
  individuals: z.number().nullable(),
  records: z.number().nullable(),
  /** Variables that the record names, each once however many tables have it. */
  variables: z.number().int(),
  /** The earliest start first; what lies between them are gaps. */
  periods: z.array(MappedPeriod),
  example: z.boolean(),
});
export type MappedDataset = z.infer<typeof MappedDataset>;

const codeOf = (vocabulary: string, iri: string): string => conceptByIri(vocabulary, iri)?.code ?? iri;

const codesOf = (vocabulary: string, iris: readonly string[] = []): string[] =>
  iris.slice(0, FILTER_VALUES).map((iri) => codeOf(vocabulary, iri));

/** In Danish and English; where neither is told, in the first language that is. */
function titleOf({ da, en, ...others }: LanguageMap): LanguageMap {
  if (da === undefined && en === undefined)
    return cutTexts(Object.fromEntries(Object.entries(others).slice(0, 1)), TITLE_LENGTH);
  return cutTexts({ ...(da !== undefined && { da }), ...(en !== undefined && { en }) }, TITLE_LENGTH);
}

const dayOf = ({ from }: MappedPeriod): number => firstDay(from ?? undefined) ?? FIRST_DAY;

const periodsOf = ({ temporal = [] }: Dataset): MappedPeriod[] =>
  temporal
    .filter(({ startDate, endDate }) => startDate !== undefined || endDate !== undefined)
    .map(({ startDate: from = null, endDate: until = null }) => ({ from, until }))
    .sort((a, b) => dayOf(a) - dayOf(b))
    .slice(0, PERIODS);

/** @param variables how many the record names. */
export function mappedDataset({ record, origin }: CatalogueEntry, variables: number): MappedDataset {
  const [type] = record.type ?? [];
  return {
    title: titleOf(record.title ?? {}),
    themes: codesOf('data-theme', record.theme),
    healthCategories: codesOf('health-category', record.healthCategory),
    kind: type === undefined ? null : codeOf('dataset-type', type),
    access: record.accessRights === undefined ? null : codeOf('access-right', record.accessRights),
    individuals: record.numberOfUniqueIndividuals ?? null,
    records: record.numberOfRecords ?? null,
    variables,
    periods: periodsOf(record),
    example: origin.example ?? false,
  };
}
