/**
 * Gathers scores: the row that is kept of an assessment, and the sums and means of many rows, of the whole catalogue and of
 * each owner, source and theme. Fed row by row, so that no catalogue of assessments has to be in memory.
 */
import type { Assessment } from '#schemas/assessment.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Aggregate, Gathering, ScoreRow, ScoreSummary } from '#schemas/score-history.ts';

/** The scores that lists and histories keep. */
function scoreSummary({ grade, scores }: Pick<Assessment, 'grade' | 'scores'>): ScoreSummary {
  const mqa = scores.find(({ set }) => set === 'mqa');
  return { letter: grade.letter, share: grade.share, mqa: mqa?.points ?? 0, rating: mqa?.rating ?? 'bad' };
}

const THEMES = 'http://publications.europa.eu/resource/authority/data-theme/';

/** A theme that an owner names twice counts once; themes of other vocabularies gather nothing. */
const themesOf = ({ theme }: CatalogueEntry['record']): string[] => [
  ...new Set((theme ?? []).filter((iri) => iri.startsWith(THEMES)).map((iri) => iri.slice(THEMES.length))),
];

export const scoreRow = (
  { id, source, record }: Pick<CatalogueEntry, 'id' | 'source' | 'record'>,
  assessment: Assessment,
  seq?: number,
): ScoreRow => ({
  id,
  source,
  ...(seq !== undefined && { seq }),
  themes: themesOf(record),
  summary: scoreSummary(assessment),
  conforms: assessment.profiles.filter(({ conforms }) => conforms).map(({ profile }) => profile),
});

/** Sums, from which means are made when they are read: a row can be taken out again. */
interface Sum {
  datasets: number;
  share: number;
  mqa: number;
  readonly letters: Aggregate['letters'];
  readonly ratings: Aggregate['ratings'];
  readonly conforms: Aggregate['conforms'];
}

const nothing = (): Sum => ({
  datasets: 0,
  share: 0,
  mqa: 0,
  letters: { A: 0, B: 0, C: 0, D: 0, E: 0 },
  ratings: { excellent: 0, good: 0, enough: 0, bad: 0 },
  conforms: { 'dcat-ap-3': 0, 'dcat-ap-dk-3': 0, 'healthdcat-ap-r8': 0 },
});

function add(sum: Sum, { summary, conforms }: ScoreRow, times: 1 | -1): void {
  sum.datasets += times;
  sum.share += times * summary.share;
  sum.mqa += times * summary.mqa;
  sum.letters[summary.letter] += times;
  sum.ratings[summary.rating] += times;
  for (const profile of conforms) sum.conforms[profile] += times;
}

/** The groups that a dataset belongs to: one of each kind, and as many themes as it has. */
const groupsOf = ({ source, themes }: ScoreRow, owner: string | undefined): [Gathering, string][] => [
  ['catalogue', 'all'],
  ['source', source],
  ...(owner === undefined ? [] : [['owner', owner] satisfies [Gathering, string]]),
  ...themes.map((theme): [Gathering, string] => ['theme', theme]),
];

export class GatheredScores {
  readonly #sums = new Map<Gathering, Map<string, Sum>>();

  /**
   * Adds a row, or takes out one that was added.
   * @param owner the owner of the row's source, where the source is still among the sources.
   * @param times 1 to add, -1 to take out what was added under the same owner.
   */
  add(row: ScoreRow, owner: string | undefined, times: 1 | -1 = 1): void {
    for (const [by, id] of groupsOf(row, owner)) {
      const kind = this.#sums.get(by) ?? new Map<string, Sum>();
      this.#sums.set(by, kind);
      const sum = kind.get(id) ?? nothing();
      add(sum, row, times);
      if (sum.datasets === 0) kind.delete(id);
      else kind.set(id, sum);
    }
  }

  /** The means of each group of a kind; a group without any dataset is not there, as it has no mean. */
  of(by: Gathering): Aggregate[] {
    return [...(this.#sums.get(by) ?? [])].map(([id, { share, mqa, ...sum }]) => ({
      by,
      id,
      datasets: sum.datasets,
      letters: { ...sum.letters },
      ratings: { ...sum.ratings },
      conforms: { ...sum.conforms },
      share: share / sum.datasets,
      mqa: mqa / sum.datasets,
    }));
  }
}

export function gatherScores(
  rows: Iterable<ScoreRow>,
  ownerOf: (source: string) => string | undefined,
): GatheredScores {
  const gathered = new GatheredScores();
  for (const row of rows) gathered.add(row, ownerOf(row.source));
  return gathered;
}
