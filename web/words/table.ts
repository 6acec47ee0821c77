/** Every label of the pages, from one table: a page that needs a new one adds it to the part that is its own. */
import { gradeWords } from './grades.ts';
import { layoutWords } from './layout.ts';
import { mapWords } from './map.ts';
import { operatorWords } from './operator.ts';
import { operatorListWords } from './operator-lists.ts';
import { operatorRunWords } from './operator-runs.ts';
import { operatorSourceWords } from './operator-sources.ts';
import { stateWords } from './states.ts';

export const table = {
  ...layoutWords,
  ...stateWords,
  ...gradeWords,
  ...mapWords,
  ...operatorWords,
  ...operatorListWords,
  ...operatorRunWords,
  ...operatorSourceWords,
};

export type WordKey = keyof typeof table;
