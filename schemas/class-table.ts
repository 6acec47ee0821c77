/** The classes of the record: the IRI that we write, and the others by which real feeds call the same thing. */
import type { ClassName } from './property.ts';

interface ClassRow {
  readonly iri: string;
  /** Types that feeds give to such a node; read, never written. One that fits several classes stands at none. */
  readonly accepts: readonly string[];
  readonly label: { readonly da: string; readonly en: string };
}

export const classTable: Readonly<Record<ClassName, ClassRow>> = {
  Dataset: {
    iri: 'http://www.w3.org/ns/dcat#Dataset',
    accepts: ['http://schema.org/Dataset', 'http://dati.gov.it/onto/dcatapit#Dataset'],
    label: { da: 'datasæt', en: 'dataset' },
  },
  DatasetSeries: {
    iri: 'http://www.w3.org/ns/dcat#DatasetSeries',
    accepts: [],
    label: { da: 'datasætserie', en: 'dataset series' },
  },
  Distribution: {
    iri: 'http://www.w3.org/ns/dcat#Distribution',
    accepts: [
      'http://www.w3.org/ns/dcat#Download',
      'http://schema.org/DataDownload',
      'http://dati.gov.it/onto/dcatapit#Distribution',
    ],
    label: { da: 'distribution', en: 'distribution' },
  },
  DataService: {
    iri: 'http://www.w3.org/ns/dcat#DataService',
    accepts: ['http://www.w3.org/ns/dcat#WebService'],
    label: { da: 'datatjeneste', en: 'data service' },
  },
  Catalogue: {
    iri: 'http://www.w3.org/ns/dcat#Catalog',
    accepts: ['http://www.w3.org/ns/dcat#Catalogue', 'http://schema.org/DataCatalog'],
    label: { da: 'katalog', en: 'catalogue' },
  },
  CatalogueRecord: {
    iri: 'http://www.w3.org/ns/dcat#CatalogRecord',
    // The official Danish example has the British spelling.
    accepts: ['http://www.w3.org/ns/dcat#CatalogueRecord'],
    label: { da: 'katalogpost', en: 'catalogue record' },
  },
  Agent: {
    iri: 'http://xmlns.com/foaf/0.1/Agent',
    accepts: [
      'http://xmlns.com/foaf/0.1/Organization',
      'http://xmlns.com/foaf/0.1/Person',
      'http://xmlns.com/foaf/0.1/Group',
      'http://www.w3.org/ns/org#Organization',
      'http://www.w3.org/ns/org#OrganizationalUnit',
      'http://www.w3.org/ns/org#FormalOrganization',
      'http://www.w3.org/ns/prov#Agent',
      'http://www.w3.org/ns/prov#Organization',
      'http://purl.org/dc/terms/Agent',
      'http://schema.org/Organization',
      'http://schema.org/GovernmentOrganization',
      'http://schema.org/Person',
      'http://dati.gov.it/onto/dcatapit#Agent',
    ],
    label: { da: 'aktør', en: 'agent' },
  },
  AgentContactPoint: {
    iri: 'http://data.europa.eu/m8g/ContactPoint',
    accepts: ['http://schema.org/ContactPoint'],
    label: { da: 'aktørens kontaktpunkt', en: 'contact point of an agent' },
  },
  TemporalEntity: {
    iri: 'http://www.w3.org/2006/time#TemporalEntity',
    accepts: [],
    label: { da: 'tidsangivelse', en: 'temporal entity' },
  },
  ContactPoint: {
    iri: 'http://www.w3.org/2006/vcard/ns#Kind',
    accepts: [
      'http://www.w3.org/2006/vcard/ns#Organization',
      'http://www.w3.org/2006/vcard/ns#Individual',
      'http://www.w3.org/2006/vcard/ns#Group',
      'http://www.w3.org/2006/vcard/ns#VCard',
    ],
    label: { da: 'kontaktpunkt', en: 'contact point' },
  },
  Period: {
    iri: 'http://purl.org/dc/terms/PeriodOfTime',
    accepts: ['http://www.w3.org/2006/time#Interval', 'http://www.w3.org/2006/time#ProperInterval'],
    label: { da: 'periode', en: 'period' },
  },
  Instant: {
    iri: 'http://www.w3.org/2006/time#Instant',
    accepts: [],
    label: { da: 'tidspunkt', en: 'instant' },
  },
  Location: {
    iri: 'http://purl.org/dc/terms/Location',
    accepts: ['http://schema.org/Place', 'http://www.w3.org/ns/locn#Geometry'],
    label: { da: 'lokation', en: 'location' },
  },
  Checksum: { iri: 'http://spdx.org/rdf/terms#Checksum', accepts: [], label: { da: 'checksum', en: 'checksum' } },
  Identifier: {
    iri: 'http://www.w3.org/ns/adms#Identifier',
    accepts: [],
    label: { da: 'identifikator', en: 'identifier' },
  },
  Relationship: {
    iri: 'http://www.w3.org/ns/dcat#Relationship',
    accepts: [],
    label: { da: 'relation', en: 'relationship' },
  },
  Attribution: {
    iri: 'http://www.w3.org/ns/prov#Attribution',
    accepts: [],
    label: { da: 'kreditering', en: 'attribution' },
  },
  Activity: { iri: 'http://www.w3.org/ns/prov#Activity', accepts: [], label: { da: 'aktivitet', en: 'activity' } },
  QualityAnnotation: {
    iri: 'http://www.w3.org/ns/dqv#QualityCertificate',
    accepts: [
      'http://www.w3.org/ns/dqv#QualityAnnotation',
      'http://www.w3.org/ns/dqv#UserQualityFeedback',
      'http://www.w3.org/ns/dqvNS#QualityAnnotation',
    ],
    label: { da: 'kvalitetsannotation', en: 'quality annotation' },
  },
  LegalBasis: {
    iri: 'https://w3id.org/dpv#LegalBasis',
    accepts: ['http://www.w3.org/ns/dpv#LegalBasis'],
    label: { da: 'retsgrundlag', en: 'legal basis' },
  },
  Purpose: {
    iri: 'https://w3id.org/dpv#Purpose',
    accepts: ['http://www.w3.org/ns/dpv#Purpose'],
    label: { da: 'formål', en: 'purpose' },
  },
  ProvenanceStatement: {
    iri: 'http://purl.org/dc/terms/ProvenanceStatement',
    accepts: [],
    label: { da: 'proveniensudsagn', en: 'provenance statement' },
  },
  RightsStatement: {
    iri: 'http://purl.org/dc/terms/RightsStatement',
    accepts: [],
    label: { da: 'rettighedsudsagn', en: 'rights statement' },
  },
  LicenceDocument: {
    iri: 'http://purl.org/dc/terms/LicenseDocument',
    accepts: ['http://purl.org/dc/terms/LicenceDocument', 'http://creativecommons.org/ns#License'],
    label: { da: 'licensdokument', en: 'licence document' },
  },
  Standard: { iri: 'http://purl.org/dc/terms/Standard', accepts: [], label: { da: 'specifikation', en: 'standard' } },
  Document: {
    iri: 'http://xmlns.com/foaf/0.1/Document',
    accepts: ['http://xmlns.com/foaf/0.1/page', 'http://schema.org/WebPage'],
    label: { da: 'dokument', en: 'document' },
  },
  Policy: {
    iri: 'http://www.w3.org/ns/odrl/2/Policy',
    accepts: ['http://www.w3.org/ns/odrl/2/Set', 'http://www.w3.org/ns/odrl/2/Offer'],
    label: { da: 'politik', en: 'policy' },
  },
  TableGroup: {
    iri: 'http://www.w3.org/ns/csvw#TableGroup',
    accepts: [],
    label: { da: 'tabelgruppe', en: 'table group' },
  },
  Table: { iri: 'http://www.w3.org/ns/csvw#Table', accepts: [], label: { da: 'tabel', en: 'table' } },
  Column: { iri: 'http://www.w3.org/ns/csvw#Column', accepts: [], label: { da: 'kolonne', en: 'column' } },
};
