/** By which rules assessments are made: when they change, all of them are made anew, from records that lie here already. */
import { createHash } from 'node:crypto';
import { weightTables } from '#quality/weights/weight-tables.ts';

/** To be raised when what is measured, or how a grade is made, changes in code; weights tell of themselves. */
const MEASURING = 2;

export const RULES = createHash('sha256')
  .update(JSON.stringify([MEASURING, weightTables]))
  .digest('base64url')
  .slice(0, 12);
