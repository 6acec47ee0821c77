/** Every label of the pages, from one table: a page that needs a new one adds it to the part that is its own. */
import { aboutWords } from './about.ts';
import { gradeWords } from './grades.ts';
import { layoutWords } from './layout.ts';
import { mapWords } from './map.ts';
import { operatorWords } from './operator.ts';
import { operatorListWords } from './operator-lists.ts';
import { operatorRunWords } from './operator-runs.ts';
import { operatorSourceWords } from './operator-sources.ts';
import { operatorSubscriptionWords } from './operator-subscriptions.ts';
import { ownerLinkWords } from './owner-link.ts';
import { ownerWords } from './owners.ts';
import { partWords } from './parts.ts';
import { registerWords } from './register.ts';
import { signInWords } from './sign-in.ts';
import { stateWords } from './states.ts';
import { variableWords } from './variables.ts';

export const table = {
  ...layoutWords,
  ...stateWords,
  ...gradeWords,
  ...mapWords,
  ...ownerLinkWords,
  ...partWords,
  ...registerWords,
  ...variableWords,
  ...ownerWords,
  ...aboutWords,
  ...operatorWords,
  ...signInWords,
  ...operatorListWords,
  ...operatorRunWords,
  ...operatorSourceWords,
  ...operatorSubscriptionWords,
};

export type WordKey = keyof typeof table;
