/** Half for what was promised and confirmed: a fresh date alone says little. */
import type { Weight } from './weight.ts';

/** A day of grace, as data.gouv.fr gives: a file of midnight may be told a day late. */
const GRACE_DAYS = 1;
/** Article 60 of the EHDS regulation: the holder checks the description at least once a year. A leap year has one day more. */
const YEAR_DAYS = 366;

export const timelinessWeights: readonly Weight[] = [
  { metric: 'timeliness.frequency', dimension: 'punctuality', points: 20 },
  {
    metric: 'timeliness.overdue',
    dimension: 'punctuality',
    points: 30,
    rule: { kind: 'at-most', steps: [[GRACE_DAYS, 1]] },
  },
  {
    metric: 'timeliness.unconfirmed',
    dimension: 'confirmation',
    points: 30,
    rule: { kind: 'at-most', steps: [[YEAR_DAYS, 1]] },
  },
  {
    metric: 'timeliness.age',
    dimension: 'age',
    points: 20,
    rule: {
      kind: 'at-most',
      steps: [
        [YEAR_DAYS, 1],
        [2 * YEAR_DAYS, 0.5],
      ],
    },
  },
];
