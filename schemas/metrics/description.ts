/** Whether a person can find a register by its description, and tell what it holds and how to get at it. */
import type { Metric } from './metric.ts';

export const descriptionMetrics = [
  {
    id: 'description.title.da',
    on: 'dataset',
    type: 'characters',
    property: 'Dataset.title',
    label: { da: 'Titel på dansk (tegn)', en: 'Title in Danish (characters)' },
  },
  {
    id: 'description.title.en',
    on: 'dataset',
    type: 'characters',
    property: 'Dataset.title',
    label: { da: 'Titel på engelsk (tegn)', en: 'Title in English (characters)' },
  },
  {
    id: 'description.description.da',
    on: 'dataset',
    type: 'characters',
    property: 'Dataset.description',
    label: { da: 'Beskrivelse på dansk (tegn)', en: 'Description in Danish (characters)' },
  },
  {
    id: 'description.description.en',
    on: 'dataset',
    type: 'characters',
    property: 'Dataset.description',
    label: { da: 'Beskrivelse på engelsk (tegn)', en: 'Description in English (characters)' },
  },
  {
    id: 'description.variables',
    on: 'dataset',
    type: 'count',
    property: 'Dataset.hasVariables',
    label: { da: 'Variable er opført (antal)', en: 'Variables are listed (number)' },
  },
  {
    id: 'description.variables.described',
    on: 'dataset',
    type: 'share',
    property: 'Column.description',
    label: { da: 'Variablene er beskrevet (andel)', en: 'The variables are described (share)' },
  },
  {
    id: 'description.population',
    on: 'dataset',
    type: 'boolean',
    property: 'Dataset.populationCoverage',
    label: { da: 'Det fremgår, hvem der er med', en: 'It is said who is in it' },
  },
  {
    id: 'description.period',
    on: 'dataset',
    type: 'boolean',
    property: 'Dataset.temporal',
    label: { da: 'Det fremgår, fra hvornår', en: 'It is said since when' },
  },
  {
    id: 'description.accessRights',
    on: 'dataset',
    type: 'boolean',
    property: 'Dataset.accessRights',
    label: { da: 'Det fremgår, hvem der kan få adgang', en: 'It is said who can get access' },
  },
  {
    id: 'description.accessRoute',
    on: 'dataset',
    type: 'boolean',
    property: 'Dataset.landingPage',
    label: { da: 'Det fremgår, hvor man henvender sig eller søger', en: 'It is said where to turn or apply' },
  },
  {
    id: 'description.contact',
    on: 'dataset',
    type: 'boolean',
    property: 'Dataset.contactPoint',
    label: { da: 'Man kan skrive eller ringe til nogen', en: 'There is somebody to write to or to call' },
  },
] as const satisfies readonly Metric[];
