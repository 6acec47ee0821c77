/** Gathers scores: of the whole catalogue, of each owner, source and theme. */
import type { QualityStore } from '#functions/shared/quality-store.ts';
import type { Aggregate, Gathering } from '#schemas/score-history.ts';
import type { ScoreIndex, ScoreRow } from './score-index.ts';

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

function add(sum: Sum, { summary, conforms }: ScoreRow): void {
  sum.datasets += 1;
  sum.share += summary.share;
  sum.mqa += summary.mqa;
  sum.letters[summary.letter] += 1;
  sum.ratings[summary.rating] += 1;
  for (const profile of conforms) sum.conforms[profile] += 1;
}

/** The groups that a dataset belongs to: one of each kind, and as many themes as it has. */
const groupsOf = (row: ScoreRow, ownerOf: (source: string) => string | undefined): [Gathering, string][] => {
  const owner = ownerOf(row.source);
  return [
    ['catalogue', 'all'],
    ['source', row.source],
    ...(owner === undefined ? [] : [['owner', owner] satisfies [Gathering, string]]),
    ...row.themes.map((theme): [Gathering, string] => ['theme', theme]),
  ];
};

/** The aggregates of each kind. @param ownerOf the owner of a source, where the source is still among the sources. */
function aggregatesOf(
  rows: Iterable<ScoreRow>,
  ownerOf: (source: string) => string | undefined,
): Map<Gathering, Aggregate[]> {
  const sums = new Map<Gathering, Map<string, Sum>>();
  for (const row of rows) {
    for (const [by, id] of groupsOf(row, ownerOf)) {
      const kind = sums.get(by) ?? new Map<string, Sum>();
      const sum = kind.get(id) ?? nothing();
      add(sum, row);
      sums.set(by, kind.set(id, sum));
    }
  }
  const meanOf = (by: Gathering, id: string, { share, mqa, ...sum }: Sum): Aggregate => ({
    by,
    id,
    ...sum,
    share: share / sum.datasets,
    mqa: mqa / sum.datasets,
  });
  return new Map([...sums].map(([by, kind]) => [by, [...kind].map(([id, sum]) => meanOf(by, id, sum))]));
}

/** Writes what is gathered of the index; a kind without any dataset is emptied too. */
export async function gather(
  quality: Pick<QualityStore, 'gather'>,
  index: ScoreIndex,
  { ownerOf, day }: { readonly ownerOf: (source: string) => string | undefined; readonly day: string },
): Promise<void> {
  const gathered = aggregatesOf(index.rows(), ownerOf);
  for (const by of ['catalogue', 'owner', 'source', 'theme'] as const) {
    await quality.gather(by, gathered.get(by) ?? [], day);
  }
}
