/** Data themes: the EU authority table. */
import { euVocabulary, type Vocabulary } from './vocabulary-tables.ts';

export const dataTheme: Vocabulary = euVocabulary('data-theme', [
  ['AGRI', 'Landbrug, fiskeri, skovbrug og fødevarer', 'Agriculture, fisheries, forestry and food'],
  ['ECON', 'Økonomi og finanser', 'Economy and finance'],
  ['EDUC', 'Uddannelse, kultur og sport', 'Education, culture and sport'],
  ['ENER', 'Energi', 'Energy'],
  ['ENVI', 'Miljø', 'Environment'],
  ['GOVE', 'Regeringen og den offentlige sektor', 'Government and public sector'],
  ['HEAL', 'Sundhed', 'Health', 'healthcare', 'health care', 'sundhed og sygdom'],
  ['INTR', 'Internationale spørgsmål', 'International issues'],
  ['JUST', 'Retfærdighed, retssystem og offentlig sikkerhed', 'Justice, legal system and public safety'],
  ['REGI', 'Regioner og byer', 'Regions and cities'],
  ['SOCI', 'Befolkning og samfund', 'Population and society'],
  ['TECH', 'Videnskab og teknologi', 'Science and technology'],
  ['TRAN', 'Transport', 'Transport'],
]);
