/** Means and distributions of grades, for a catalogue and its parts; fed row by row, so that no catalogue has to be in memory. */
import { type Assessment, gradeLetters } from '#schemas/assessment.ts';
import type { CatalogueEntry } from '#schemas/record.ts';

type Letter = (typeof gradeLetters)[number];

/** What of an assessment goes into an aggregate, with the groups that the dataset belongs to. */
export interface AssessedRow {
  readonly source: string;
  readonly owner: string;
  readonly themes: readonly string[];
  readonly letter: Letter;
  readonly share: number;
  readonly mqa: number;
}

/** Sums, from which means are made when they are read: two aggregates can be added, and a row can be taken out again. */
export interface Aggregate {
  readonly count: number;
  readonly shares: number;
  readonly mqa: number;
  readonly letters: Readonly<Record<Letter, number>>;
}

export interface Aggregates {
  readonly catalogue: Aggregate;
  readonly sources: Map<string, Aggregate>;
  readonly owners: Map<string, Aggregate>;
  readonly themes: Map<string, Aggregate>;
}

// The keys are the letters themselves; Object.fromEntries forgets it.
const noLetters = Object.fromEntries(gradeLetters.map((letter) => [letter, 0])) as Record<Letter, number>;

const nothing: Aggregate = { count: 0, shares: 0, mqa: 0, letters: noLetters };

/** @param owner the owner of the source that the dataset was harvested from. */
export const assessedRow = (
  { source, record }: Pick<CatalogueEntry, 'source' | 'record'>,
  owner: string,
  { grade, scores }: Assessment,
): AssessedRow => ({
  source,
  owner,
  themes: [...new Set(record.theme ?? [])],
  letter: grade.letter,
  share: grade.share,
  mqa: scores.find(({ set }) => set === 'mqa')?.points ?? 0,
});

const plus = (aggregate: Aggregate, { letter, share, mqa }: AssessedRow, times: 1 | -1): Aggregate => ({
  count: aggregate.count + times,
  shares: aggregate.shares + times * share,
  mqa: aggregate.mqa + times * mqa,
  letters: { ...aggregate.letters, [letter]: aggregate.letters[letter] + times },
});

export const emptyAggregates = (): Aggregates => ({
  catalogue: nothing,
  sources: new Map(),
  owners: new Map(),
  themes: new Map(),
});

/** Changes the map in place: a copy for every row would make the cost of a catalogue square. */
function feed(groups: Map<string, Aggregate>, names: readonly string[], row: AssessedRow, times: 1 | -1) {
  for (const name of names) {
    const next = plus(groups.get(name) ?? nothing, row, times);
    if (next.count === 0) groups.delete(name);
    else groups.set(name, next);
  }
  return groups;
}

/**
 * Adds a row, or takes out one that was added. `aggregates` is used up by it: go on with what is returned.
 * @param times 1 to add, -1 to take out what was added under the same groups.
 */
export const addRow = (aggregates: Aggregates, row: AssessedRow, times: 1 | -1 = 1): Aggregates => ({
  catalogue: plus(aggregates.catalogue, row, times),
  sources: feed(aggregates.sources, [row.source], row, times),
  owners: feed(aggregates.owners, [row.owner], row, times),
  themes: feed(aggregates.themes, row.themes, row, times),
});

/** The means of an aggregate; null where it holds nothing. */
export const meansOf = ({ count, shares, mqa }: Aggregate): { readonly share: number; readonly mqa: number } | null =>
  count === 0 ? null : { share: shares / count, mqa: mqa / count };
