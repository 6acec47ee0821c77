/** Scores and grade from measurements and verdicts, by the tables of weights alone: also of an assessment that was stored. */
import { type Grade, type Measurement, type ProfileStanding, type Score, scoreSets } from '#schemas/assessment.ts';
import { gradeOf } from './grade.ts';
import { sorted } from './measured.ts';
import { scoreMqa } from './score-mqa.ts';
import { scoreSet } from './score-set.ts';

const shareOf = ({ met, of }: ProfileStanding['mandatory']): number => (of === 0 ? 1 : met / of);

/** A verdict as figures that can be scored like all others. */
const measuredVerdict = (profiles: readonly ProfileStanding[]): Measurement[] => {
  const verdict = profiles.find(({ profile }) => profile === 'healthdcat-ap-r8');
  if (verdict === undefined) return [];
  return [
    { metric: 'healthdcat-ap-r8.mandatory', on: 'dataset', value: shareOf(verdict.mandatory) },
    { metric: 'healthdcat-ap-r8.recommended', on: 'dataset', value: shareOf(verdict.recommended) },
  ];
};

export function scoreAll(
  measurements: readonly Measurement[],
  profiles: readonly ProfileStanding[],
): { readonly scores: Score[]; readonly grade: Grade } {
  const all = sorted([...measurements, ...measuredVerdict(profiles)]);
  const scores = scoreSets.map((set) => (set === 'mqa' ? scoreMqa(all) : scoreSet(set, all)));
  return { scores, grade: gradeOf(scores) };
}
