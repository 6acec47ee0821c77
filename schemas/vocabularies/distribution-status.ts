/** The state of a distribution: the EU authority table; DCAT-AP 2 had the same four at purl.org. */
import { euVocabulary, type Vocabulary } from './vocabulary-tables.ts';

export const distributionStatus: Vocabulary = euVocabulary(
  'distribution-status',
  [
    ['COMPLETED', 'afsluttet', 'completed', 'complete', 'færdig'],
    ['DEVELOP', 'under udvikling', 'under development', 'UnderDevelopment'],
    ['DEPRECATED', 'forældet', 'deprecated'],
    ['WITHDRAWN', 'trukket tilbage', 'withdrawn', 'tilbagetrukket'],
  ],
  { otherBases: ['http://purl.org/adms/status/'] },
);
