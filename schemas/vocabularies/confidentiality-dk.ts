/** Degrees of confidentiality of DCAT-AP-DK 3.0.0 (the EU's and NATO's classes). */
import { conceptsFrom, type Vocabulary } from './vocabulary-tables.ts';

const BASE = 'https://data.gov.dk/concept/core/confidentiality-type-eu-nato/';

export const confidentialityDk: Vocabulary = {
  scheme: 'https://data.gov.dk/concept/core/confidentiality-type-eu-nato',
  concepts: conceptsFrom(BASE, [
    ['Public', 'offentlig', 'public'],
    ['Restricted', 'til tjenestebrug', 'restricted', 'begrænset'],
    ['Confidential', 'fortroligt', 'confidential', 'fortrolig'],
    ['Secret', 'hemmeligt', 'secret', 'hemmelig'],
  ]),
  otherBases: [
    'https://data.gov.dk/concept/core/confidentiality-type/ConfidentialityType/',
    'https://data.gov.dk/concept/core/confidentiality-type/',
    'https://data.gov.dk/concept/profile/conf-eu-nato-types/',
  ],
};
