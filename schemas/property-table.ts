/** The one table of properties (docs/decisions/0006): class by class, each property once. */

import {
  agentContactPointProperties,
  agentProperties,
  attributionProperties,
  contactPointProperties,
  temporalEntityProperties,
} from './properties/agent.ts';
import { catalogueProperties } from './properties/catalogue.ts';
import { catalogueRecordProperties } from './properties/catalogue-record.ts';
import { instantProperties, locationProperties, periodProperties } from './properties/coverage.ts';
import { dataServiceProperties } from './properties/data-service.ts';
import { datasetProperties } from './properties/dataset.ts';
import { distributionProperties } from './properties/distribution.ts';
import {
  activityProperties,
  checksumProperties,
  documentProperties,
  identifierProperties,
  relationshipProperties,
  standardProperties,
} from './properties/resource.ts';
import {
  legalBasisProperties,
  licenceDocumentProperties,
  policyProperties,
  provenanceStatementProperties,
  purposeProperties,
  qualityAnnotationProperties,
  rightsStatementProperties,
} from './properties/statement.ts';
import { columnProperties, tableGroupProperties, tableProperties } from './properties/variables.ts';
import type { ClassName, Property } from './property.ts';

/** Every class's rows. A series is described like a dataset; what only one of the two may carry is said by the profiles. */
export const propertyTable = {
  Dataset: datasetProperties,
  DatasetSeries: datasetProperties,
  Distribution: distributionProperties,
  DataService: dataServiceProperties,
  Catalogue: catalogueProperties,
  CatalogueRecord: catalogueRecordProperties,
  Agent: agentProperties,
  AgentContactPoint: agentContactPointProperties,
  TemporalEntity: temporalEntityProperties,
  ContactPoint: contactPointProperties,
  Attribution: attributionProperties,
  Period: periodProperties,
  Instant: instantProperties,
  Location: locationProperties,
  ProvenanceStatement: provenanceStatementProperties,
  RightsStatement: rightsStatementProperties,
  LicenceDocument: licenceDocumentProperties,
  LegalBasis: legalBasisProperties,
  Purpose: purposeProperties,
  Policy: policyProperties,
  QualityAnnotation: qualityAnnotationProperties,
  Standard: standardProperties,
  Document: documentProperties,
  Checksum: checksumProperties,
  Identifier: identifierProperties,
  Relationship: relationshipProperties,
  Activity: activityProperties,
  TableGroup: tableGroupProperties,
  Table: tableProperties,
  Column: columnProperties,
} as const satisfies Record<ClassName, readonly Property[]>;
