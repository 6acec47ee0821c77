/**
 * Evidence that a description holds for the six blocks of the data quality and utility label (Article 78 of the EHDS
 * regulation). The label is the data holder's own assessment: a catalogue can only see whether there is something to show.
 */
import type { Metric } from './metric.ts';

const evidence = <const Id extends string>(id: Id, key: string, da: string, en: string) =>
  ({
    id: `art78.${id}`,
    on: 'dataset',
    type: 'boolean',
    property: `Dataset.${key}`,
    label: { da, en },
  }) as const satisfies Metric;

export const art78ReadinessMetrics = [
  evidence('documentation.page', 'page', 'Der er en side med dokumentation', 'There is a page of documentation'),
  evidence('documentation.variables', 'hasVariables', 'Variablene er beskrevet', 'The variables are described'),
  evidence(
    'technicalQuality.annotation',
    'hasQualityAnnotation',
    'Datakvaliteten er belyst',
    'The quality of the data is told',
  ),
  evidence(
    'maturity.annotation',
    'hasQualityAnnotation',
    'Der er en kvalitetserklæring',
    'There is a statement of quality',
  ),
  evidence('coverage.population', 'populationCoverage', 'Befolkningen er beskrevet', 'The population is described'),
  evidence('coverage.period', 'temporal', 'Perioden er angivet', 'The period is given'),
  evidence(
    'coverage.size',
    'numberOfUniqueIndividuals',
    'Antallet af poster eller personer er angivet',
    'The number of records or people is given',
  ),
  evidence(
    'provision.frequency',
    'accrualPeriodicity',
    'Opdateringsfrekvensen er angivet',
    'The frequency of update is given',
  ),
  evidence('provision.modified', 'modified', 'Den seneste ændring er angivet', 'The last change is given'),
  evidence('modifications.links', 'source', 'Kilder eller sammenhænge er angivet', 'Sources or relations are given'),
] as const;
