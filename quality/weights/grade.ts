/**
 * What the sets count in the grade of a dataset (docs/decisions/0023), and where its letters begin. `fair` and
 * `art78-readiness` ask for the same properties once more: they are shown, and count nothing.
 */
import type { gradeLetters, ScoreSetId } from '#schemas/assessment.ts';

export const gradeWeights: readonly { readonly set: ScoreSetId; readonly weight: number }[] = [
  { set: 'healthdcat-ap-r8', weight: 30 },
  { set: 'description', weight: 25 },
  { set: 'mqa', weight: 15 },
  { set: 'ehds-art77', weight: 15 },
  { set: 'timeliness', weight: 15 },
];

/** The first letter whose bound is reached is the one. */
export const gradeBands: readonly { readonly letter: (typeof gradeLetters)[number]; readonly from: number }[] = [
  { letter: 'A', from: 0.85 },
  { letter: 'B', from: 0.7 },
  { letter: 'C', from: 0.5 },
  { letter: 'D', from: 0.3 },
  { letter: 'E', from: 0 },
];
