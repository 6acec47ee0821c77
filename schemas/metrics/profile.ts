/** What a profile's verdict says in figures. */
import type { Metric } from './metric.ts';

export const profileMetrics = [
  {
    id: 'healthdcat-ap-r8.mandatory',
    on: 'dataset',
    type: 'share',
    label: { da: 'Obligatoriske egenskaber, der er der (andel)', en: 'Mandatory properties that are there (share)' },
  },
  {
    id: 'healthdcat-ap-r8.recommended',
    on: 'dataset',
    type: 'share',
    label: { da: 'Anbefalede egenskaber, der er der (andel)', en: 'Recommended properties that are there (share)' },
  },
] as const satisfies readonly Metric[];
