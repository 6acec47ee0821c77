/** The properties of the tables and columns of a dataset (CSV on the Web, as HealthDCAT-AP uses it). */
import type { Property } from '../property.ts';
import { everyLevel } from './every-level.ts';

export const tableGroupProperties = [
  {
    key: 'title',
    iri: 'http://purl.org/dc/terms/title',
    accepts: ['http://www.w3.org/ns/csvw#title', 'http://www.w3.org/2000/01/rdf-schema#label'],
    range: 'text',
    many: false,
    requirements: { health: everyLevel('M 1..*') },
    label: { da: 'titel', en: 'title' },
  },
  {
    key: 'table',
    iri: 'http://www.w3.org/ns/csvw#table',
    accepts: ['http://www.w3.org/ns/csvw#tables'],
    range: 'Table',
    many: true,
    requirements: { health: everyLevel('M 1..*') },
    label: { da: 'tabel', en: 'table' },
  },
] as const satisfies readonly Property[];

export const tableProperties = [
  {
    key: 'title',
    iri: 'http://purl.org/dc/terms/title',
    accepts: ['http://www.w3.org/ns/csvw#title', 'http://www.w3.org/2000/01/rdf-schema#label'],
    range: 'text',
    many: false,
    requirements: { health: everyLevel('M 1..*') },
    label: { da: 'titel', en: 'title' },
  },
  {
    key: 'url',
    iri: 'http://www.w3.org/ns/csvw#url',
    range: 'iri',
    many: false,
    requirements: { health: everyLevel('O 0..1') },
    label: { da: 'adresse', en: 'URL' },
  },
  {
    key: 'keyword',
    iri: 'http://www.w3.org/ns/dcat#keyword',
    range: 'texts',
    many: false,
    requirements: { health: everyLevel('O 0..*') },
    label: { da: 'nøgleord', en: 'keyword' },
  },
  {
    key: 'column',
    iri: 'http://www.w3.org/ns/csvw#column',
    accepts: ['http://www.w3.org/ns/csvw#columns'],
    range: 'Column',
    many: true,
    requirements: { health: everyLevel('M 1..*') },
    label: { da: 'kolonne', en: 'column' },
  },
] as const satisfies readonly Property[];

export const columnProperties = [
  {
    key: 'name',
    iri: 'http://www.w3.org/ns/csvw#name',
    range: 'literal',
    many: false,
    requirements: { health: everyLevel('M 1..1') },
    label: { da: 'navn', en: 'name' },
  },
  {
    key: 'title',
    iri: 'http://www.w3.org/ns/csvw#title',
    accepts: [
      'http://www.w3.org/ns/csvw#titles',
      'http://purl.org/dc/terms/title',
      'http://www.w3.org/2000/01/rdf-schema#label',
    ],
    range: 'text',
    many: false,
    requirements: { health: everyLevel('M 1..*') },
    label: { da: 'titel', en: 'title' },
  },
  {
    key: 'description',
    iri: 'http://purl.org/dc/terms/description',
    accepts: ['http://www.w3.org/ns/csvw#description', 'http://www.w3.org/2000/01/rdf-schema#comment'],
    range: 'text',
    many: false,
    requirements: { health: everyLevel('M 1..*') },
    label: { da: 'beskrivelse', en: 'description' },
  },
  {
    key: 'datatype',
    iri: 'http://www.w3.org/ns/csvw#datatype',
    range: 'literal',
    many: false,
    requirements: { health: everyLevel('M 1..1') },
    label: { da: 'datatype', en: 'data type' },
  },
  {
    key: 'propertyUrl',
    iri: 'http://www.w3.org/ns/csvw#propertyUrl',
    range: 'iri',
    many: false,
    requirements: { health: everyLevel('O 0..1') },
    label: { da: 'egenskabens adresse', en: 'property URL' },
  },
  {
    // No profile asks for it. Owners tell from when to when a variable was filled in, and CSVW lets a column say more of itself.
    key: 'temporal',
    iri: 'http://purl.org/dc/terms/temporal',
    range: 'Period',
    many: true,
    requirements: {},
    label: { da: 'gyldighedsperiode', en: 'period of validity' },
  },
] as const satisfies readonly Property[];
