/** Facts about a dataset that decide what can be asked of it. They give no points. */
import type { Metric } from './metric.ts';

export const factMetrics = [
  {
    id: 'expectsDistribution',
    on: 'dataset',
    type: 'boolean',
    label: { da: 'Det er et datasæt og ikke en serie', en: 'It is a dataset and no series' },
  },
  {
    id: 'expectsDownload',
    on: 'dataset',
    type: 'boolean',
    label: {
      da: 'Data er offentlige, eller der er noget at hente',
      en: 'The data are public, or there is something to download',
    },
  },
  {
    id: 'expectsVariables',
    on: 'dataset',
    type: 'boolean',
    label: { da: 'Data er strukturerede', en: 'The data are structured' },
  },
] as const satisfies readonly Metric[];
