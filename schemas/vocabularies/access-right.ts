/** Access rights: the EU authority table. The words of DCAT-US and of Danish pages stand as aliases. */
import { euVocabulary, type Vocabulary } from './vocabulary-tables.ts';

export const accessRight: Vocabulary = euVocabulary('access-right', [
  [
    'PUBLIC',
    'offentlig',
    'public',
    'open',
    'open access',
    'åben',
    'åbne data',
    'offentligt tilgængelig',
    'publicly available',
  ],
  [
    'RESTRICTED',
    'begrænset',
    'restricted',
    'restricted public',
    'restricted access',
    'begrænset adgang',
    'delvist offentlig',
  ],
  [
    'NON_PUBLIC',
    'ikke-offentlig',
    'non-public',
    'non public',
    'nonpublic',
    'not public',
    'private',
    'closed',
    'closed access',
    'ikke offentlig',
    'ikke offentligt tilgængelig',
    'lukket',
  ],
  ['CONFIDENTIAL', 'fortrolig', 'confidential'],
  ['NORMAL', 'normal', 'normal'],
  ['SENSITIVE', 'følsom', 'sensitive'],
]);
