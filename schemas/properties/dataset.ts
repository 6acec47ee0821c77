/** The properties of dcat:Dataset and dcat:DatasetSeries: DCAT-AP 3.0.1, DCAT-AP-DK 3.0.0, HealthDCAT-AP Release 8. */
import type { Property } from '../property.ts';
import { datasetCoreProperties } from './dataset-core.ts';
import { datasetHealthProperties } from './dataset-health.ts';
import { datasetRelationProperties } from './dataset-relations.ts';

export const datasetProperties = [
  ...datasetCoreProperties,
  ...datasetRelationProperties,
  ...datasetHealthProperties,
] as const satisfies readonly Property[];
