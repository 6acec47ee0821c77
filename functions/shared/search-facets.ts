/** Narrowing and counting what was found, in memory: a few numbers a dataset, so that counting thousands takes a millisecond. */
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { FIRST_DAY, LAST_DAY } from '#publishing/search/day-number.ts';
import {
  type FacetCount,
  type FacetCounts,
  type FacetFilters,
  type FacetName,
  facetNames,
  type PeriodFilter,
} from './search-index.ts';

/** Values of a facet in an answer: more would be no choice any more. */
const FACET_VALUES = 100;

/** Decades in which data may lie; a date outside of them is a slip of somebody's pen. */
const FIRST_DECADE = 180;
const LAST_DECADE = 210;

const Row = z.tuple([
  z.number(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.number(),
  z.number(),
]);

/** A facet's values: most datasets share theirs with many others, so each combination of values is kept once. */
class Combinations {
  readonly of: Int32Array;
  readonly #known = new Map<string, number>();
  readonly #values: string[][] = [];

  constructor(size: number) {
    this.of = new Int32Array(size);
  }

  set(no: number, key: string, values: () => string[]): void {
    let place = this.#known.get(key);
    if (place === undefined) {
      place = this.#values.push(values()) - 1;
      this.#known.set(key, place);
    }
    this.of[no] = place;
  }

  get size(): number {
    return this.#values.length;
  }

  /** For each combination whether it has one of the values. */
  having(wanted: readonly string[]): boolean[] {
    return this.#values.map((values) => values.some((value) => wanted.includes(value)));
  }

  /** What was counted by combination, by value; the most frequent first. */
  counted(counts: Int32Array): FacetCount[] {
    const sums = new Map<string, number>();
    for (const [place, values] of this.#values.entries()) {
      const count = counts[place] ?? 0;
      if (count > 0) for (const value of values) sums.set(value, (sums.get(value) ?? 0) + count);
    }
    return [...sums]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, FACET_VALUES);
  }
}

type Facets = Readonly<Record<FacetName, Combinations>>;

interface Periods {
  readonly since: Int32Array;
  readonly until: Int32Array;
}

export interface Narrowed {
  /** Those that pass every filter, in the order in which they were given. */
  readonly passing: number[];
  readonly counts: FacetCounts | null;
}

interface Test {
  readonly facet: FacetName | 'decade';
  readonly passes: (no: number) => boolean;
}

export class SearchFacets {
  readonly #facets: Facets;
  readonly #since: Int32Array;
  readonly #until: Int32Array;
  /** Open periods go on until the log's last change; nobody knows what comes after it. */
  readonly #lastDecade: number;

  constructor(database: DatabaseSync) {
    const { most, published } = z
      .object({ most: z.number(), published: z.string() })
      .parse(database.prepare('select (select ifnull(max(no), 0) from dataset) most, published from meta').get());
    const size = most + 1;
    this.#lastDecade = Math.min(LAST_DECADE, Number(published.slice(0, 3)) || LAST_DECADE);
    this.#since = new Int32Array(size).fill(LAST_DAY);
    this.#until = new Int32Array(size).fill(FIRST_DAY);
    const made = facetNames.map((name) => [name, new Combinations(size)]);
    // One for each name, by the line above.
    this.#facets = Object.fromEntries(made) as Record<FacetName, Combinations>;
    const rows = database.prepare(
      'select no, theme, healthCategory, accessLevel, type, source, grade, since, until from dataset',
    );
    rows.setReturnArrays(true);
    for (const row of rows.iterate()) this.#read(Row.parse(row));
  }

  #read([no, theme, healthCategory, accessLevel, type, source, grade, since, until]: z.infer<typeof Row>): void {
    const lists = { theme, healthCategory, accessLevel, type };
    for (const [name, list] of Object.entries(lists)) {
      // The names are the keys of the line above.
      this.#facets[name as keyof typeof lists].set(no, list, () => z.array(z.string()).parse(JSON.parse(list)));
    }
    this.#facets.source.set(no, source, () => [source]);
    this.#facets.grade.set(no, grade, () => (grade === '' ? [] : [grade]));
    this.#since[no] = since;
    this.#until[no] = until;
  }

  #tests(filters: FacetFilters, period: PeriodFilter | undefined): Test[] {
    const tests: Test[] = facetNames.flatMap((facet) => {
      const wanted = filters[facet];
      if (!wanted) return [];
      const { of } = this.#facets[facet];
      const having = this.#facets[facet].having(wanted);
      return [{ facet, passes: (no: number) => having[of[no] ?? -1] === true }];
    });
    if (period) {
      const { from, to } = period;
      const passes = (no: number) => (this.#since[no] ?? LAST_DAY) <= to && (this.#until[no] ?? FIRST_DAY) >= from;
      tests.push({ facet: 'decade', passes });
    }
    return tests;
  }

  /**
   * Those of the datasets that pass, and how many of each value there are. A facet's own filter does not narrow its counts:
   * who chose one theme still sees how many another would give.
   */
  narrow(nos: Iterable<number>, filters: FacetFilters, period: PeriodFilter | undefined, count: boolean): Narrowed {
    const tests = this.#tests(filters, period);
    const counter = count
      ? new Counter(this.#facets, { since: this.#since, until: this.#until }, this.#lastDecade)
      : undefined;
    const passing: number[] = [];
    for (const no of nos) {
      let failed: Test | undefined;
      let failures = 0;
      for (const test of tests) {
        if (test.passes(no)) continue;
        failed = test;
        failures += 1;
      }
      if (failures === 0) passing.push(no);
      if (failures < 2) counter?.count(no, failed?.facet);
    }
    return { passing, counts: counter?.counts() ?? null };
  }
}

class Counter {
  readonly #facets: Facets;
  readonly #period: Periods;
  readonly #lastDecade: number;
  readonly #sums: readonly (readonly [FacetName, Int32Array, Int32Array])[];
  readonly #decades = new Int32Array(LAST_DECADE + 1);

  constructor(facets: Facets, period: Periods, lastDecade: number) {
    this.#facets = facets;
    this.#period = period;
    this.#lastDecade = lastDecade;
    this.#sums = facetNames.map((name) => [name, facets[name].of, new Int32Array(facets[name].size)]);
  }

  /** @param only the facet whose filter alone the dataset does not pass: it counts there and nowhere else. */
  count(no: number, only: FacetName | 'decade' | undefined): void {
    for (const [name, of, sums] of this.#sums) {
      const place = of[no];
      if (place !== undefined && (only === undefined || only === name)) sums[place] = (sums[place] ?? 0) + 1;
    }
    if (only !== undefined && only !== 'decade') return;
    const since = this.#period.since[no] ?? LAST_DAY;
    const until = this.#period.until[no] ?? FIRST_DAY;
    // Without a start nobody knows how far back it goes: it is counted from its end alone.
    const first = since === FIRST_DAY ? Math.floor(until / 100_000) : Math.floor(since / 100_000);
    const last = Math.min(this.#lastDecade, Math.floor(until / 100_000));
    for (let decade = Math.max(FIRST_DECADE, first); decade <= last; decade += 1) {
      this.#decades[decade] = (this.#decades[decade] ?? 0) + 1;
    }
  }

  counts(): FacetCounts {
    const counted = this.#sums.map(([name, , sums]) => [name, this.#facets[name].counted(sums)]);
    const decade = [...this.#decades.entries()]
      .filter(([, count]) => count > 0)
      .map(([value, count]) => ({ value: `${value}0`, count }));
    // One for each name, and the decades.
    return { ...Object.fromEntries(counted), decade } as FacetCounts;
  }
}
