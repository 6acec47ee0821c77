/** What the EHDS regulation asks of a description: the minimum elements of Article 77, the evidence for Article 78. */
import type { Measurement } from '#schemas/assessment.ts';
import { ehdsArt77Metrics } from '#schemas/metrics/ehds-art77.ts';
import type { Dataset } from '#schemas/record.ts';
import { isSaid, type Subject } from './subject.ts';

export const measureArt77 = ({ record }: Subject): Measurement[] =>
  ehdsArt77Metrics.map(({ id, property }) => ({
    metric: id,
    on: 'dataset',
    // The table names properties of the dataset alone, and each is a key of the record.
    value: isSaid(record[property.slice('Dataset.'.length) as keyof Dataset]),
  }));

export function measureArt78({ record }: Subject): Measurement[] {
  const said = (id: string, ...keys: readonly (keyof Dataset)[]): Measurement => ({
    metric: `art78.${id}`,
    on: 'dataset',
    value: keys.some((key) => isSaid(record[key])),
  });
  return [
    said('documentation.page', 'page'),
    said('documentation.variables', 'hasVariables'),
    said('technicalQuality.annotation', 'hasQualityAnnotation'),
    said('maturity.annotation', 'hasQualityAnnotation'),
    said('coverage.population', 'populationCoverage'),
    said('coverage.period', 'temporal'),
    said('coverage.size', 'numberOfRecords', 'numberOfUniqueIndividuals'),
    said('provision.frequency', 'accrualPeriodicity'),
    said('provision.modified', 'modified'),
    said('modifications.links', 'source', 'relation', 'qualifiedRelation'),
  ];
}
