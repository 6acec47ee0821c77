/** The properties of standards, documents, checksums, identifiers, relationships and activities. */
import type { Property } from '../property.ts';
import { everyLevel } from './every-level.ts';

export const standardProperties = [
  {
    key: 'title',
    iri: 'http://purl.org/dc/terms/title',
    accepts: [
      'http://www.w3.org/2000/01/rdf-schema#label',
      'http://www.w3.org/2004/02/skos/core#prefLabel',
      'http://schema.org/name',
    ],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'titel', en: 'title' },
  },
  {
    key: 'description',
    iri: 'http://purl.org/dc/terms/description',
    accepts: [
      'http://purl.org/dc/elements/1.1/description',
      'http://schema.org/description',
      'http://purl.org/dc/terms/abstract',
    ],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'beskrivelse', en: 'description' },
  },
  {
    key: 'identifier',
    iri: 'http://purl.org/dc/terms/identifier',
    range: 'literal',
    many: true,
    requirements: {},
    label: { da: 'identifikator', en: 'identifier' },
  },
] as const satisfies readonly Property[];

export const documentProperties = [
  {
    key: 'title',
    iri: 'http://purl.org/dc/terms/title',
    accepts: [
      'http://www.w3.org/2000/01/rdf-schema#label',
      'http://www.w3.org/2004/02/skos/core#prefLabel',
      'http://schema.org/name',
    ],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'titel', en: 'title' },
  },
  {
    key: 'description',
    iri: 'http://purl.org/dc/terms/description',
    accepts: [
      'http://purl.org/dc/elements/1.1/description',
      'http://schema.org/description',
      'http://purl.org/dc/terms/abstract',
    ],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'beskrivelse', en: 'description' },
  },
  {
    key: 'format',
    iri: 'http://purl.org/dc/terms/format',
    range: 'concept',
    many: false,
    vocabulary: 'file-type',
    valueType: 'http://purl.org/dc/terms/MediaTypeOrExtent',
    requirements: {},
    label: { da: 'format', en: 'format' },
  },
  {
    key: 'language',
    iri: 'http://purl.org/dc/terms/language',
    accepts: ['http://purl.org/dc/elements/1.1/language', 'http://schema.org/inLanguage'],
    range: 'concept',
    many: true,
    vocabulary: 'language',
    valueType: 'http://purl.org/dc/terms/LinguisticSystem',
    requirements: {},
    label: { da: 'sprog', en: 'language' },
  },
] as const satisfies readonly Property[];

export const checksumProperties = [
  {
    key: 'algorithm',
    iri: 'http://spdx.org/rdf/terms#algorithm',
    range: 'iri',
    many: false,
    valueType: 'http://spdx.org/rdf/terms#ChecksumAlgorithm',
    requirements: { dcatAp: 'M 1..1', dcatApDk: 'M 1..1' },
    label: { da: 'algoritme', en: 'algorithm' },
  },
  {
    key: 'checksumValue',
    iri: 'http://spdx.org/rdf/terms#checksumValue',
    range: 'literal',
    many: false,
    datatype: 'http://www.w3.org/2001/XMLSchema#hexBinary',
    requirements: { dcatAp: 'M 1..1', dcatApDk: 'M 1..1' },
    label: { da: 'checksumværdi', en: 'checksum value' },
  },
] as const satisfies readonly Property[];

export const identifierProperties = [
  {
    key: 'notation',
    iri: 'http://www.w3.org/2004/02/skos/core#notation',
    range: 'literal',
    many: false,
    requirements: { dcatAp: 'M 1..1', dcatApDk: 'O 0..1' },
    label: { da: 'notation', en: 'notation' },
  },
  {
    key: 'schemaAgency',
    iri: 'http://www.w3.org/ns/adms#schemaAgency',
    accepts: ['http://www.w3.org/ns/adms#schemeAgency'],
    range: 'literal',
    many: false,
    requirements: {},
    label: { da: 'udsteder', en: 'issuing agency' },
  },
  {
    key: 'issued',
    iri: 'http://purl.org/dc/terms/issued',
    range: 'date',
    many: false,
    requirements: {},
    label: { da: 'udstedelsesdato', en: 'date of issue' },
  },
] as const satisfies readonly Property[];

export const relationshipProperties = [
  {
    key: 'relation',
    iri: 'http://purl.org/dc/terms/relation',
    range: 'iri',
    many: true,
    requirements: { dcatAp: 'M 1..*', dcatApDk: 'M 1..*' },
    label: { da: 'relation', en: 'relation' },
  },
  {
    key: 'hadRole',
    iri: 'http://www.w3.org/ns/dcat#hadRole',
    range: 'iri',
    many: true,
    valueType: 'http://www.w3.org/ns/dcat#Role',
    requirements: { dcatAp: 'M 1..*', dcatApDk: 'M 1..*' },
    label: { da: 'havde rolle', en: 'had role' },
  },
] as const satisfies readonly Property[];

export const activityProperties = [
  {
    key: 'label',
    iri: 'http://www.w3.org/2000/01/rdf-schema#label',
    accepts: [
      'http://purl.org/dc/terms/title',
      'http://purl.org/dc/terms/description',
      'http://www.w3.org/2004/02/skos/core#prefLabel',
    ],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'betegnelse', en: 'label' },
  },
  {
    key: 'type',
    iri: 'http://purl.org/dc/terms/type',
    range: 'concept',
    many: true,
    vocabulary: 'health-activity',
    valueType: 'http://www.w3.org/2004/02/skos/core#Concept',
    closed: { health: 'violation' },
    requirements: { health: everyLevel('O 0..*') },
    label: { da: 'aktivitetstype', en: 'type' },
  },
  {
    key: 'startedAtTime',
    iri: 'http://www.w3.org/ns/prov#startedAtTime',
    range: 'date',
    many: false,
    requirements: {},
    label: { da: 'begyndt', en: 'started' },
  },
  {
    key: 'endedAtTime',
    iri: 'http://www.w3.org/ns/prov#endedAtTime',
    range: 'date',
    many: false,
    requirements: {},
    label: { da: 'afsluttet', en: 'ended' },
  },
  {
    key: 'wasAssociatedWith',
    iri: 'http://www.w3.org/ns/prov#wasAssociatedWith',
    range: 'Agent',
    many: true,
    requirements: {},
    label: { da: 'udført af', en: 'associated agent' },
  },
] as const satisfies readonly Property[];
