import { expect, test } from 'vitest';
import { GatheredScores, gatherScores, scoreRow } from '#quality/aggregate.ts';
import { assess } from '#quality/assess.ts';
import type { ScoreRow, ScoreSummary } from '#schemas/score-history.ts';
import { circumstances, entryOf } from './entry.ts';

const EU = 'http://publications.europa.eu/resource/authority/data-theme';

const row = ({
  summary,
  ...more
}: Partial<Omit<ScoreRow, 'summary'>> & { summary?: Partial<ScoreSummary> }): ScoreRow => ({
  id: 'sds.car',
  source: 'sds',
  themes: ['HEAL'],
  conforms: [],
  ...more,
  summary: { letter: 'C', share: 0.5, mqa: 200, rating: 'enough', ...summary },
});

const rows = [
  row({ conforms: ['dcat-ap-3'] }),
  row({
    id: 'ssi.vac',
    source: 'ssi',
    themes: ['HEAL', 'SOCI'],
    conforms: ['dcat-ap-3', 'dcat-ap-dk-3'],
    summary: { letter: 'A', share: 0.9, mqa: 300, rating: 'good' },
  }),
  row({ id: 'rkkp.lunge', source: 'rkkp', themes: [], summary: { letter: 'E', share: 0.1, mqa: 40, rating: 'bad' } }),
];
const owners: Readonly<Record<string, string>> = {
  sds: 'sundhedsdatastyrelsen',
  ssi: 'sundhedsdatastyrelsen',
  rkkp: 'rkkp',
};
const ownerOf = (source: string) => owners[source];
const gathered = () => gatherScores(rows, ownerOf);

test('a catalogue has the mean, the number, the grades, the ratings and the kept profiles of all its datasets', () => {
  expect(gathered().of('catalogue')).toEqual([
    {
      by: 'catalogue',
      id: 'all',
      datasets: 3,
      share: expect.closeTo(0.5),
      mqa: 180,
      letters: { A: 1, B: 0, C: 1, D: 0, E: 1 },
      ratings: { excellent: 0, good: 1, enough: 1, bad: 1 },
      conforms: { 'dcat-ap-3': 2, 'dcat-ap-dk-3': 1, 'healthdcat-ap-r8': 0 },
    },
  ]);
});

test('sources, owners and themes have those of their own; a dataset of two themes counts in both', () => {
  const counts = (by: 'source' | 'owner' | 'theme') =>
    Object.fromEntries(
      gathered()
        .of(by)
        .map(({ id, datasets }) => [id, datasets]),
    );

  expect(counts('source')).toEqual({ sds: 1, ssi: 1, rkkp: 1 });
  expect(counts('owner')).toEqual({ sundhedsdatastyrelsen: 2, rkkp: 1 });
  expect(counts('theme')).toEqual({ HEAL: 2, SOCI: 1 });
});

test('a dataset whose source nobody owns any more counts everywhere but at an owner', () => {
  const orphaned = gatherScores(rows, () => undefined);
  expect(orphaned.of('owner')).toEqual([]);
  expect(orphaned.of('catalogue')).toMatchObject([{ datasets: 3 }]);
});

test('the order of the rows does not matter, and a row that is taken out leaves no trace', () => {
  const backwards = gatherScores(rows.toReversed(), ownerOf);
  expect(backwards.of('catalogue')).toMatchObject([{ letters: gathered().of('catalogue')[0]?.letters }]);

  const extra = row({
    source: 'ny',
    themes: ['TECH'],
    conforms: ['healthdcat-ap-r8'],
    summary: { letter: 'B', share: 0.25, mqa: 1, rating: 'excellent' },
  });
  const again = gathered();
  again.add(extra, 'ny');
  again.add(extra, 'ny', -1);
  for (const by of ['catalogue', 'source', 'owner', 'theme'] as const) expect(again.of(by)).toEqual(gathered().of(by));
});

test('what was gathered stays as it was told when more is added', () => {
  const scores = gathered();
  const [told] = scores.of('catalogue');
  scores.add(row({}), undefined);
  expect(told).toEqual(gathered().of('catalogue')[0]);
});

test('of no datasets there is no mean', () => {
  expect(new GatheredScores().of('catalogue')).toEqual([]);
});

test('a row is made of an entry and its assessment: EU themes by their codes, each once, and the profiles that it keeps', () => {
  const entry = entryOf({ theme: [`${EU}/HEAL`, `${EU}/HEAL`, 'https://tema.example/x'], title: { da: 'Prøve' } });
  const assessment = assess(entry, circumstances());

  expect(scoreRow(entry, assessment)).toEqual({
    id: entry.id,
    source: 'sds',
    themes: ['HEAL'],
    summary: {
      letter: assessment.grade.letter,
      share: assessment.grade.share,
      mqa: assessment.scores.find(({ set }) => set === 'mqa')?.points,
      rating: assessment.scores.find(({ set }) => set === 'mqa')?.rating,
    },
    conforms: assessment.profiles.filter(({ conforms }) => conforms).map(({ profile }) => profile),
  });
});
