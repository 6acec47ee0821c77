/** Standards of the European Health Data Space. Its list is known by its address alone, so a standard is told by where it stands. */
import { ehdsVocabulary } from './vocabulary-tables.ts';

export const standard = ehdsVocabulary('standard', []);
