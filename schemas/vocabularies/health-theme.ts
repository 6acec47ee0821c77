/** Health themes of the European Health Data Space. */
import { ehdsVocabulary, type Vocabulary } from './vocabulary-tables.ts';

export const healthTheme: Vocabulary = ehdsVocabulary('health-theme', [
  ['CLIMATE_HEALTH', 'klima og sundhed', 'Climate Health'],
  ['ANTIMICROBIAL_CONTROL', 'antimikrobiel kontrol', 'Antimicrobial Control'],
  ['ENVIRONMENTAL_HEALTH', 'miljø og sundhed', 'Environmental Health'],
  ['BLOOD_INFECTIONS', 'blodbårne infektioner', 'Blood Infections'],
  ['HEALTH_SYSTEMS', 'sundhedsvæsener', 'Health Systems'],
  ['SENSORY_HEALTH', 'sansernes sundhed', 'Sensory Health'],
  ['RESPIRATORY_DISEASES', 'luftvejssygdomme', 'Respiratory Diseases'],
  ['LIFECOURSE_HEALTH', 'sundhed gennem livet', 'Lifecourse Health'],
  ['IMMUNIZATION_DISEASES', 'sygdomme, der kan forebygges ved vaccination', 'Immunization Diseases'],
  ['ENTERIC_INFECTIONS', 'mave-tarm-infektioner', 'Enteric Infections'],
  ['INJURY_PREVENTION', 'forebyggelse af skader', 'Injury Prevention'],
  ['EMERGENCY_SETTINGS', 'akutte situationer', 'Emergency Settings'],
  ['CANCER_DISEASE', 'kræftsygdomme', 'Cancer Disease', 'kræft', 'cancer'],
  ['VECTOR_DISEASES', 'vektorbårne sygdomme', 'Vector Diseases'],
  ['HEALTH_PRODUCTS', 'sundhedsprodukter', 'Health Products'],
  ['NONCOMMUNICABLE_DISEASES', 'ikke-smitsomme sygdomme', 'Noncommunicable Diseases', 'non-communicable diseases'],
  ['MENTAL_HEALTH', 'mental sundhed', 'Mental Health', 'psykisk sundhed'],
  ['REPRODUCTIVE_HEALTH', 'reproduktiv sundhed', 'Reproductive Health'],
  ['NUTRITION_SECURITY', 'ernæringssikkerhed', 'Nutrition Security'],
  ['TROPICAL_DISEASES', 'tropesygdomme', 'Tropical Diseases'],
]);
