/** Whether data and description are kept up to date. */
import type { Metric } from './metric.ts';

export const timelinessMetrics = [
  {
    id: 'timeliness.frequency',
    on: 'dataset',
    type: 'boolean',
    property: 'Dataset.accrualPeriodicity',
    label: { da: 'Det fremgår, hvor tit data opdateres', en: 'It is said how often the data are updated' },
  },
  {
    id: 'timeliness.overdue',
    on: 'dataset',
    type: 'days',
    property: 'Dataset.modified',
    label: {
      da: 'Data er opdateret så tit som lovet (dage over tiden)',
      en: 'The data are updated as often as promised (days over time)',
    },
  },
  {
    id: 'timeliness.unconfirmed',
    on: 'dataset',
    type: 'days',
    property: 'confirmation',
    label: {
      da: 'Ejeren har bekræftet beskrivelsen inden for et år (dage siden)',
      en: 'The owner has confirmed the description within a year (days since)',
    },
  },
  {
    id: 'timeliness.age',
    on: 'dataset',
    type: 'days',
    property: 'Dataset.modified',
    label: {
      da: 'Beskrivelsen er frisk (dage siden seneste livstegn)',
      en: 'The description is fresh (days since the last sign of life)',
    },
  },
] as const satisfies readonly Metric[];
