/** How long a distribution is meant to stay: the EU authority table. */
import { euVocabulary, type Vocabulary } from './vocabulary-tables.ts';

export const plannedAvailability: Vocabulary = euVocabulary(
  'planned-availability',
  [
    ['AVAILABLE', 'tilgængelig', 'available'],
    ['EXPERIMENTAL', 'eksperimentel', 'experimental'],
    ['STABLE', 'stabil', 'stable'],
    ['TEMPORARY', 'midlertidig', 'temporary'],
  ],
  { otherBases: ['http://data.europa.eu/r5r/availability/', 'http://dcat-ap.de/def/plannedAvailability/'] },
);
