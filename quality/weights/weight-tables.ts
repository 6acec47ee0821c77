/** The table of weights of every set. */
import type { ScoreSetId } from '#schemas/assessment.ts';
import { art78ReadinessWeights } from './art78-readiness.ts';
import { descriptionWeights } from './description.ts';
import { ehdsArt77Weights } from './ehds-art77.ts';
import { fairWeights } from './fair.ts';
import { mqaWeights } from './mqa.ts';
import { profileWeights } from './profile.ts';
import { timelinessWeights } from './timeliness.ts';
import type { Weight } from './weight.ts';

export const weightTables: Readonly<Record<ScoreSetId, readonly Weight[]>> = {
  mqa: mqaWeights,
  'healthdcat-ap-r8': profileWeights,
  'ehds-art77': ehdsArt77Weights,
  'art78-readiness': art78ReadinessWeights,
  fair: fairWeights,
  timeliness: timelinessWeights,
  description: descriptionWeights,
};
