/** The grade of a dataset: the weighted mean of the sets' shares, each of what applies to the dataset and could be told. */
import type { Grade, Score } from '#schemas/assessment.ts';
import { gradeBands, gradeWeights } from '../weights/grade.ts';

export const letterOf = (share: number): Grade['letter'] => gradeBands.find(({ from }) => share >= from)?.letter ?? 'E';

export function gradeOf(scores: readonly Score[]): Grade {
  const parts = gradeWeights.map(({ set, weight }) => ({
    set,
    weight,
    share: scores.find((score) => score.set === set)?.share ?? null,
  }));
  const told = parts.flatMap(({ weight, share }) => (share === null ? [] : [{ weight, share }]));
  const weights = told.reduce((total, { weight }) => total + weight, 0);
  const share = weights === 0 ? 0 : told.reduce((total, one) => total + one.weight * one.share, 0) / weights;
  return { letter: letterOf(share), share, parts };
}
