/**
 * Scraper drift: a site is built anew, the selectors find nothing where they found something, and every record loses a
 * field without one error. It shows in the yield: what a family of pages gave the last time, and what it gives now.
 */
import type { Source } from '#schemas/source.ts';
import type { RecordState } from './record-state.ts';

/** How much of a yield may go before it is taken for drift, and of how many it must have been. */
export interface DriftRules {
  readonly drop: number;
  readonly minRecords: number;
}

const DEFAULTS: DriftRules = { drop: 0.5, minRecords: 5 };

/** A source's rules; null where nobody looks. Only pages made for people drift: feeds have a schema that their owner keeps. */
export const driftRulesOf = ({ format, drift }: Pick<Source, 'format' | 'drift'>): DriftRules | null =>
  drift === undefined && format === 'html' ? DEFAULTS : (drift ?? null);

/** One record of a family: the properties that it had, and those that it has now. */
export interface RecordYield {
  readonly page: string;
  /** As `fingerprint` writes them; undefined for a record that is new. */
  readonly before: string | undefined;
  /** Empty for a record that was listed and could not be read. */
  readonly after: string;
}

/** What a family of pages yields: the records of one list, and the links on the pages of that list. */
export interface FamilyYield {
  /** The page that the family starts from. */
  readonly family: string;
  /** The properties of all live records of the family before the run. */
  readonly known: readonly string[];
  readonly records: readonly RecordYield[];
  readonly links: { readonly before: number; readonly after: number; readonly page: string };
}

/** A field, or the links of the list pages, that a family suddenly yields far less of. */
export interface Drift {
  readonly family: string;
  /** A property's key, or `links`. */
  readonly field: string;
  /** How many records had it, or were expected to; for links, how many there were. */
  readonly before: number;
  readonly after: number;
  /** A page that should have it and has not. */
  readonly page: string;
}

/** Not fields that a page could lose: one is no property, the other says what no rule could take. */
const NO_FIELDS: ReadonlySet<string> = new Set(['kind', 'unmapped']);

const fieldsOf = (properties: string): string[] =>
  properties === ''
    ? []
    : properties
        .split(',')
        .map((part) => part.slice(0, part.indexOf('=')))
        .filter((key) => !NO_FIELDS.has(key));

/** How many of the records have each field. */
const countFields = (records: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const record of records) for (const key of fieldsOf(record)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

const hasFallen = ({ drop, minRecords }: DriftRules, before: number, after: number): boolean =>
  before >= minRecords && after < before * (1 - drop);

/** The fields of one family that fell: what its records had, and for new records what the family had on the average. */
const fallenFields = ({ family, known, records }: FamilyYield, rules: DriftRules): Drift[] => {
  const had = countFields(records.flatMap(({ before }) => before ?? []));
  const has = countFields(records.map(({ after }) => after));
  const fresh = records.filter(({ before }) => before === undefined).length;
  const rates = countFields(known);
  const fallen: Drift[] = [];
  for (const [field, count] of rates) {
    const before = Math.round((had.get(field) ?? 0) + (fresh * count) / known.length);
    const after = has.get(field) ?? 0;
    if (!hasFallen(rules, before, after)) continue;
    const example = records.find((record) => !fieldsOf(record.after).includes(field));
    fallen.push({ family, field, before, after, page: example?.page ?? family });
  }
  return fallen;
};

/** What drifted, by family and field; nothing for a family with too few records to tell. */
export const findDrifts = (yields: Iterable<FamilyYield>, rules: DriftRules): Drift[] => {
  const drifts: Drift[] = [];
  for (const one of yields) {
    const { family, links } = one;
    if (hasFallen(rules, links.before, links.after)) {
      drifts.push({ family, field: 'links', before: links.before, after: links.after, page: links.page });
    }
    drifts.push(...fallenFields(one, rules));
  }
  return drifts.sort((one, other) => one.after - one.before - (other.after - other.before));
};

/** The start of a page's family: lists lead to the pages behind them, by their parents. A circle of parents ends anywhere. */
export const familyOf = (key: string, parentOf: (key: string) => string | null | undefined): string => {
  const passed = new Set<string>();
  let at = key;
  for (;;) {
    const parent = parentOf(at);
    if (parent === null || parent === undefined || passed.has(parent)) return at;
    passed.add(at);
    at = parent;
  }
};

/** The properties of the live records by family, as the last good run left them. */
export const knownByFamily = (
  records: Iterable<RecordState>,
  familyOfPage: (page: string) => string,
): Map<string, string[]> => {
  const families = new Map<string, string[]>();
  for (const { live, home, properties } of records) {
    if (!live || home === null) continue;
    const family = familyOfPage(home);
    const known = families.get(family);
    if (known) known.push(properties);
    else families.set(family, [properties]);
  }
  return families;
};
