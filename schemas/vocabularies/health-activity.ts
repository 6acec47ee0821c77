/** How health data came to be: the one code of the European Health Data Space's table that is seen in use. */
import { ehdsVocabulary, type Vocabulary } from './vocabulary-tables.ts';

export const healthActivity: Vocabulary = ehdsVocabulary('health-activity', [
  ['ROUTINE_RECORDS', 'rutinemæssig registrering', 'Routine Records'],
]);
