/** The properties of periods and places. */
import type { Property } from '../property.ts';

export const periodProperties = [
  {
    key: 'startDate',
    iri: 'http://www.w3.org/ns/dcat#startDate',
    accepts: ['http://schema.org/startDate'],
    range: 'date',
    many: false,
    requirements: { dcatAp: 'O 0..1', dcatApDk: 'R 0..1' },
    label: { da: 'startdato', en: 'start date' },
  },
  {
    key: 'endDate',
    iri: 'http://www.w3.org/ns/dcat#endDate',
    accepts: ['http://schema.org/endDate'],
    range: 'date',
    many: false,
    requirements: { dcatAp: 'O 0..1', dcatApDk: 'R 0..1' },
    label: { da: 'slutdato', en: 'end date' },
  },
  {
    key: 'hasBeginning',
    iri: 'http://www.w3.org/2006/time#hasBeginning',
    range: 'Instant',
    many: false,
    requirements: { dcatAp: 'O 0..1', dcatApDk: 'O 0..1' },
    label: { da: 'har begyndelse', en: 'beginning' },
  },
  {
    key: 'hasEnd',
    iri: 'http://www.w3.org/2006/time#hasEnd',
    range: 'Instant',
    many: false,
    requirements: { dcatAp: 'O 0..1', dcatApDk: 'O 0..1' },
    label: { da: 'har slutning', en: 'end' },
  },
] as const satisfies readonly Property[];

export const instantProperties = [
  {
    key: 'inXSDDate',
    iri: 'http://www.w3.org/2006/time#inXSDDate',
    accepts: [
      'http://www.w3.org/2006/time#inXSDDateTimeStamp',
      'http://www.w3.org/2006/time#inXSDDateTime',
      'http://www.w3.org/2006/time#inXSDgYear',
      'http://www.w3.org/2006/time#inXSDgYearMonth',
    ],
    range: 'date',
    many: false,
    requirements: {},
    label: { da: 'tidspunkt', en: 'time position' },
  },
] as const satisfies readonly Property[];

/** DCAT-AP ranges `geometry` over locn:Geometry; feeds write the text itself, and so do we. */
export const locationProperties = [
  {
    key: 'name',
    iri: 'http://www.w3.org/2004/02/skos/core#prefLabel',
    accepts: [
      'http://www.w3.org/2000/01/rdf-schema#label',
      'http://www.w3.org/ns/locn#geographicName',
      'http://schema.org/name',
      'http://purl.org/dc/terms/title',
    ],
    range: 'text',
    many: false,
    requirements: {},
    label: { da: 'navn', en: 'name' },
  },
  {
    key: 'bbox',
    iri: 'http://www.w3.org/ns/dcat#bbox',
    accepts: ['http://schema.org/box'],
    range: 'literal',
    many: false,
    datatype: 'http://www.opengis.net/ont/geosparql#wktLiteral',
    requirements: { dcatAp: 'R 0..1', dcatApDk: 'R 0..1' },
    label: { da: 'bounding box', en: 'bounding box' },
  },
  {
    key: 'centroid',
    iri: 'http://www.w3.org/ns/dcat#centroid',
    range: 'literal',
    many: false,
    datatype: 'http://www.opengis.net/ont/geosparql#wktLiteral',
    requirements: { dcatAp: 'R 0..1', dcatApDk: 'R 0..1' },
    label: { da: 'geometrisk tyngdepunkt', en: 'centroid' },
  },
  {
    key: 'geometry',
    iri: 'http://www.w3.org/ns/locn#geometry',
    accepts: ['http://www.opengis.net/ont/geosparql#asWKT'],
    range: 'literal',
    many: false,
    datatype: 'http://www.opengis.net/ont/geosparql#wktLiteral',
    requirements: { dcatAp: 'O 0..1', dcatApDk: 'O 0..1' },
    label: { da: 'geometri', en: 'geometry' },
  },
] as const satisfies readonly Property[];
