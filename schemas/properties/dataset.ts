/** The properties of dcat:Dataset: DCAT-AP 3.0.1, DCAT-AP-DK 3.0.0, HealthDCAT-AP Release 8. */
import type { Property } from '../property.ts';

export const datasetProperties = [
  {
    key: 'title',
    iri: 'http://purl.org/dc/terms/title',
    range: 'text',
    many: false,
    requirements: {
      dcatAp: 'M 1..*',
      dcatApDk: 'M 1..*',
      health: { public: 'M 1..*', restricted: 'M 1..*', nonPublic: 'M 1..*' },
    },
    label: { da: 'titel', en: 'title' },
  },
  {
    key: 'description',
    iri: 'http://purl.org/dc/terms/description',
    range: 'text',
    many: false,
    requirements: {
      dcatAp: 'M 1..*',
      dcatApDk: 'M 1..*',
      health: { public: 'M 1..*', restricted: 'M 1..*', nonPublic: 'M 1..*' },
    },
    label: { da: 'beskrivelse', en: 'description' },
  },
  {
    key: 'keyword',
    iri: 'http://www.w3.org/ns/dcat#keyword',
    range: 'texts',
    many: false,
    requirements: {
      dcatAp: 'R 0..*',
      dcatApDk: 'R 0..*',
      health: { public: 'R 0..*', restricted: 'R 0..*', nonPublic: 'M 1..*' },
    },
    label: { da: 'emneord', en: 'keyword' },
  },
  {
    key: 'identifier',
    iri: 'http://purl.org/dc/terms/identifier',
    range: 'literal',
    many: true,
    requirements: {
      dcatAp: 'O 0..*',
      dcatApDk: 'O 0..*',
      health: { public: 'M 1..*', restricted: 'M 1..*', nonPublic: 'M 1..*' },
    },
    label: { da: 'identifikator', en: 'identifier' },
  },
  {
    key: 'distribution',
    iri: 'http://www.w3.org/ns/dcat#distribution',
    range: 'Distribution',
    many: true,
    requirements: {
      dcatAp: 'R 0..*',
      dcatApDk: 'R 0..*',
      health: { public: 'M 1..*', restricted: 'M 1..*', nonPublic: 'M 1..*' },
    },
    label: { da: 'distribution', en: 'distribution' },
  },
] as const satisfies readonly Property[];
