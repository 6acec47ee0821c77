/** What an owner would gain by mending each property of a dataset: what an owner's report lists as its next steps. */
import { type Assessment, Effort, type Gain } from '#schemas/assessment.ts';
import { letterOf } from '../score/grade.ts';
import { scoreAll } from '../score/score-all.ts';
import { effortCost, effortOf } from './effort.ts';
import { mend, toMend } from './mend.ts';

/** Differences of shares below this are the rest of a sum of fractions. */
const NOTHING = 1e-9;

const pointsOf = ({ scores }: Pick<Assessment, 'scores'>): number =>
  scores.find(({ set }) => set === 'mqa')?.points ?? 0;

const allPoints = ({ scores }: Pick<Assessment, 'scores'>): number => scores.find(({ set }) => set === 'mqa')?.of ?? 1;

function gainOf(assessment: Assessment, property: string): Gain {
  const { measurements, profiles, metrics, findings } = mend(assessment, property);
  const then = scoreAll(measurements, profiles);
  return {
    property,
    effort: effortOf(property),
    grade: then.grade.share - assessment.grade.share,
    letter: letterOf(then.grade.share),
    mqa: pointsOf(then) - pointsOf(assessment),
    metrics: [...metrics],
    findings: [...findings],
  };
}

/**
 * Every property whose mending would gain something, the most for the least effort first. A gain is counted by itself: what two
 * mendings give together may be more (a format and its media type) or less. Gains in our grade and in `mqa` count alike, each as
 * a share of what can be had.
 */
export function gains(assessment: Assessment): readonly Gain[] {
  const whole = allPoints(assessment);
  const rank = ({ grade, mqa, effort }: Gain): number => (grade + mqa / whole) / effortCost[effort];
  return toMend(assessment)
    .map((property) => gainOf(assessment, property))
    .filter((gain) => gain.grade + gain.mqa / whole > NOTHING)
    .sort(
      (one, other) =>
        rank(other) - rank(one) ||
        Effort.options.indexOf(one.effort) - Effort.options.indexOf(other.effort) ||
        (one.property < other.property ? -1 : 1),
    );
}
