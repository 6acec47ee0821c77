/**
 * Publisher types of the European Health Data Space: the codes that Release 8 is seen to use. Of the eleven older codes those
 * stand as aliases whose meaning one of these has; the rest (biobank, ngo …) is left unmapped and told to the owner.
 */
import { ehdsVocabulary, type Vocabulary } from './vocabulary-tables.ts';

export const publisherType: Vocabulary = ehdsVocabulary('publisher-type', [
  // The older table has the misspelt code "statitics".
  [
    'gov-public-sector-org',
    'offentlig organisation',
    'Government or public sector organisation',
    'statitics',
    'statistics',
    'National Statistics Institute',
    'govHealth',
    'Government Health Department',
  ],
  [
    'public-health-institute',
    'folkesundhedsinstitut',
    'Public health institute',
    'nationalPublicHealthInstitute',
    'National Public Health Institute',
  ],
  ['public-health-registry', 'folkesundhedsregister', 'Public health registry', 'registry'],
  ['national-authority', 'national myndighed', 'National authority'],
  ['administrative-institution', 'administrativ institution', 'Administrative institution'],
  [
    'healthcare-providers',
    'sundhedstjenesteydere',
    'Healthcare providers',
    'healthcareSystem',
    'Hospital or Healthcare System',
  ],
  ['outpatient-institution', 'ambulant institution', 'Outpatient institution'],
  ['pathology-registry', 'patologiregister', 'Pathology registry'],
  [
    'research-institute-org',
    'forskningsinstitution',
    'Research Institute or Organisation',
    'researchInstitution',
    'Research Institution',
  ],
]);
