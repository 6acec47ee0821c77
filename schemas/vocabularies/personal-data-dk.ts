/** Categories of personal data of DCAT-AP-DK 3.0.0. */
import { conceptsFrom, type Vocabulary } from './vocabulary-tables.ts';

const BASE = 'https://data.gov.dk/concept/core/personaldata-type/';

export const personalDataDk: Vocabulary = {
  scheme: 'https://data.gov.dk/concept/core/personaldata-type',
  concepts: conceptsFrom(BASE, [
    ['SensitivePersonalData', 'følsomme personoplysninger', 'sensitive personal data', 'følsomme'],
    ['GeneralPersonalData', 'almindelige personoplysninger', 'general personal data', 'almindelige'],
    [
      'CivilRegistrationNumberData',
      'oplysninger om personnummer',
      'civil registration number data',
      'personnummer',
      'CPR-nummer',
    ],
    [
      'DataAboutCriminalOffences',
      'oplysninger om strafbare forhold',
      'data about criminal offences',
      'strafbare forhold',
    ],
    ['NonPersonalData', 'ikke-personoplysninger', 'non-personal data', 'ingen personoplysninger'],
  ]),
  otherBases: [
    'https://data.gov.dk/concept/core/personaldata-type/PersonalDataCategory/',
    'https://data.gov.dk/concept/core/personaldata/',
    'https://data.gov.dk/concept/profile/personal-data-categories/',
    'https://data.gov.dk/model/concept/core/dataprotection/',
  ],
};
