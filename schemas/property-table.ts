/** The one table of properties (docs/decisions/0006): class by class, each property once. */

import { datasetProperties } from './properties/dataset.ts';
import { distributionProperties } from './properties/distribution.ts';
import type { ClassName, Property } from './property.ts';

/** Every class's rows. A series is described like a dataset; what only one of the two may carry is said by the profiles. */
export const propertyTable = {
  Dataset: datasetProperties,
  DatasetSeries: datasetProperties,
  Distribution: distributionProperties,
  DataService: [],
  Catalogue: [],
  CatalogueRecord: [],
  Agent: [],
  AgentContactPoint: [],
  ContactPoint: [],
  Period: [],
  Location: [],
  Checksum: [],
  Identifier: [],
  Relationship: [],
  Attribution: [],
  Activity: [],
  QualityAnnotation: [],
  LegalBasis: [],
  Purpose: [],
  ProvenanceStatement: [],
  RightsStatement: [],
  LicenceDocument: [],
  Standard: [],
  Document: [],
  Policy: [],
  TableGroup: [],
  Table: [],
  Column: [],
} as const satisfies Record<ClassName, readonly Property[]>;
