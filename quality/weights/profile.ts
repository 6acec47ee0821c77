/** What is mandatory counts most; what is recommended is not for show. */
import type { Weight } from './weight.ts';

export const profileWeights: readonly Weight[] = [
  { metric: 'healthdcat-ap-r8.mandatory', dimension: 'mandatory', points: 70 },
  { metric: 'healthdcat-ap-r8.recommended', dimension: 'recommended', points: 30 },
];
