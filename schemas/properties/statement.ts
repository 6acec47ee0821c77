/** The properties of what is said about rights, purposes, provenance and quality. */
import type { Property } from '../property.ts';

export const provenanceStatementProperties = [
  {
    key: 'label',
    iri: 'http://www.w3.org/2000/01/rdf-schema#label',
    accepts: [
      'http://purl.org/dc/terms/description',
      'http://purl.org/dc/terms/title',
      'http://www.w3.org/2004/02/skos/core#prefLabel',
      'http://www.w3.org/2000/01/rdf-schema#comment',
      'http://schema.org/name',
    ],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'tekst', en: 'text' },
  },
] as const satisfies readonly Property[];

export const rightsStatementProperties = [
  {
    key: 'label',
    iri: 'http://www.w3.org/2000/01/rdf-schema#label',
    accepts: [
      'http://purl.org/dc/terms/description',
      'http://purl.org/dc/terms/title',
      'http://www.w3.org/2004/02/skos/core#prefLabel',
      'http://www.w3.org/2000/01/rdf-schema#comment',
      'http://schema.org/name',
    ],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'tekst', en: 'text' },
  },
  {
    key: 'type',
    iri: 'http://purl.org/dc/terms/type',
    range: 'iri',
    many: true,
    valueType: 'http://www.w3.org/2004/02/skos/core#Concept',
    requirements: {},
    label: { da: 'type', en: 'type' },
  },
] as const satisfies readonly Property[];

export const licenceDocumentProperties = [
  {
    key: 'title',
    iri: 'http://purl.org/dc/terms/title',
    accepts: [
      'http://www.w3.org/2000/01/rdf-schema#label',
      'http://www.w3.org/2004/02/skos/core#prefLabel',
      'http://www.w3.org/2000/01/rdf-schema#comment',
      'http://schema.org/name',
    ],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'titel', en: 'title' },
  },
  {
    key: 'type',
    iri: 'http://purl.org/dc/terms/type',
    range: 'iri',
    many: true,
    valueType: 'http://www.w3.org/2004/02/skos/core#Concept',
    requirements: { dcatAp: 'R 0..*', dcatApDk: 'R 0..*' },
    label: { da: 'licenstype', en: 'licence type' },
  },
] as const satisfies readonly Property[];

export const legalBasisProperties = [
  {
    key: 'description',
    iri: 'http://purl.org/dc/terms/description',
    accepts: [
      'http://purl.org/dc/terms/title',
      'http://www.w3.org/2000/01/rdf-schema#label',
      'http://www.w3.org/2004/02/skos/core#prefLabel',
      'http://www.w3.org/2000/01/rdf-schema#comment',
      'http://schema.org/name',
    ],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'beskrivelse', en: 'description' },
  },
] as const satisfies readonly Property[];

export const purposeProperties = [
  {
    key: 'description',
    iri: 'http://purl.org/dc/terms/description',
    accepts: [
      'http://purl.org/dc/terms/title',
      'http://www.w3.org/2000/01/rdf-schema#label',
      'http://www.w3.org/2004/02/skos/core#prefLabel',
      'http://www.w3.org/2000/01/rdf-schema#comment',
      'http://schema.org/name',
    ],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'beskrivelse', en: 'description' },
  },
] as const satisfies readonly Property[];

export const policyProperties = [
  {
    key: 'title',
    iri: 'http://purl.org/dc/terms/title',
    accepts: ['http://www.w3.org/2000/01/rdf-schema#label', 'http://www.w3.org/2004/02/skos/core#prefLabel'],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'titel', en: 'title' },
  },
  {
    key: 'description',
    iri: 'http://purl.org/dc/terms/description',
    accepts: ['http://www.w3.org/2000/01/rdf-schema#comment'],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'beskrivelse', en: 'description' },
  },
] as const satisfies readonly Property[];

export const qualityAnnotationProperties = [
  {
    key: 'hasBody',
    iri: 'http://www.w3.org/ns/oa#hasBody',
    range: 'iri',
    many: true,
    requirements: {},
    label: { da: 'indhold', en: 'body' },
  },
  {
    key: 'motivatedBy',
    iri: 'http://www.w3.org/ns/oa#motivatedBy',
    range: 'iri',
    many: true,
    requirements: {},
    label: { da: 'begrundelse', en: 'motivation' },
  },
  {
    key: 'hasTarget',
    iri: 'http://www.w3.org/ns/oa#hasTarget',
    range: 'iri',
    many: true,
    requirements: {},
    label: { da: 'genstand', en: 'target' },
  },
  {
    key: 'inDimension',
    iri: 'http://www.w3.org/ns/dqv#inDimension',
    range: 'iri',
    many: false,
    valueType: 'http://www.w3.org/ns/dqv#Dimension',
    requirements: { dcatApDk: 'M 1..1' },
    label: { da: 'i dimension', en: 'in dimension' },
  },
] as const satisfies readonly Property[];
