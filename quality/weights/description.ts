/** What a person needs first counts most: what it is, in a language that they read. */
import type { Weight } from './weight.ts';

/** Shorter titles are abbreviations more often than names. */
const TITLE_CHARACTERS = 10;
/** Shorter than this a description repeats the title; data.gouv.fr draws its line at the same length. */
const DESCRIPTION_CHARACTERS = 100;
/** One sentence that says something. */
const SENTENCE_CHARACTERS = 40;

const title = {
  kind: 'at-least',
  steps: [
    [TITLE_CHARACTERS, 1],
    [1, 0.5],
  ],
} as const;
const text = {
  kind: 'at-least',
  steps: [
    [DESCRIPTION_CHARACTERS, 1],
    [SENTENCE_CHARACTERS, 0.5],
    [1, 0.2],
  ],
} as const;
const needs = ['expectsVariables'] as const;

export const descriptionWeights: readonly Weight[] = [
  { metric: 'description.title.da', dimension: 'title', points: 8, rule: title },
  { metric: 'description.title.en', dimension: 'title', points: 8, rule: title },
  { metric: 'description.description.da', dimension: 'text', points: 18, rule: text },
  { metric: 'description.description.en', dimension: 'text', points: 18, rule: text },
  {
    metric: 'description.variables',
    dimension: 'content',
    points: 12,
    rule: { kind: 'at-least', steps: [[1, 1]] },
    needs,
  },
  { metric: 'description.variables.described', dimension: 'content', points: 6, needs },
  { metric: 'description.population', dimension: 'content', points: 6 },
  { metric: 'description.period', dimension: 'content', points: 6 },
  { metric: 'description.accessRights', dimension: 'access', points: 4 },
  { metric: 'description.accessRoute', dimension: 'access', points: 8 },
  { metric: 'description.contact', dimension: 'access', points: 6 },
];
