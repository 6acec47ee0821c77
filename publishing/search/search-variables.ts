/** The variables of a record, as the search knows them. */
import type { Dataset, LanguageMap, RecordNode } from '#schemas/record.ts';
import { firstDay, lastDay } from './day-number.ts';

/** The widest register that is known has some ten thousand; what is wider was not meant as one table. */
export const VARIABLES_PER_DATASET = 30_000;

/** Letters of a variable's title or description in a list; the record holds the whole text. */
const TEXT_LENGTH = 300;
const NAME_LENGTH = 200;

/** One variable of a dataset. Two that differ in case alone are one: registers shout, and their readers do not. */
export interface SearchVariable {
  readonly key: string;
  readonly name: string;
  readonly title: LanguageMap;
  readonly description: LanguageMap;
  /** As written; null where the owner does not say. */
  readonly since: string | null;
  readonly until: string | null;
}

export const variableKey = (name: string): string => name.trim().normalize('NFC').toLowerCase().slice(0, NAME_LENGTH);

export const cutTexts = (texts: LanguageMap | undefined, length: number): LanguageMap =>
  Object.fromEntries(Object.entries(texts ?? {}).map(([language, text]) => [language, text.slice(0, length)]));

/** The earlier start; a variable that is open at one of its tables is open. */
const earlier = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : (firstDay(a) ?? 0) <= (firstDay(b) ?? 0) ? a : b;
const later = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : (lastDay(a) ?? 0) >= (lastDay(b) ?? 0) ? a : b;

/** From when to when a variable is filled in: from its earliest day to its latest, null where one of its periods is open. */
export function validityOf(temporal: RecordNode<'Column'>['temporal'] = []): Pick<SearchVariable, 'since' | 'until'> {
  const periods = temporal.map(({ startDate = null, endDate = null }) => ({ since: startDate, until: endDate }));
  const [first = { since: null, until: null }, ...others] = periods;
  return others.reduce(
    (sum, one) => ({ since: earlier(sum.since, one.since), until: later(sum.until, one.until) }),
    first,
  );
}

function variableOf({ name, title, description, temporal }: RecordNode<'Column'>): SearchVariable | undefined {
  const known = name ?? Object.values(title ?? {})[0];
  if (known === undefined || variableKey(known) === '') return undefined;
  return {
    key: variableKey(known),
    name: known.trim().slice(0, NAME_LENGTH),
    title: cutTexts(title, TEXT_LENGTH),
    description: cutTexts(description, TEXT_LENGTH),
    ...validityOf(temporal),
  };
}

/** The variables of a record in their order, each once however many of its tables have it; and how many were left out. */
export function variablesOf(record: Dataset): {
  readonly variables: readonly SearchVariable[];
  readonly leftOut: number;
} {
  const variables = new Map<string, SearchVariable>();
  let leftOut = 0;
  for (const { table = [] } of record.hasVariables ?? []) {
    for (const { column = [] } of table) {
      for (const written of column) {
        const variable = variableOf(written);
        if (!variable) continue;
        const known = variables.get(variable.key);
        if (!known && variables.size >= VARIABLES_PER_DATASET) {
          leftOut += 1;
          continue;
        }
        const since = known ? earlier(known.since, variable.since) : variable.since;
        const until = known ? later(known.until, variable.until) : variable.until;
        variables.set(variable.key, { ...(known ?? variable), since, until });
      }
    }
  }
  return { variables: [...variables.values()], leftOut };
}
