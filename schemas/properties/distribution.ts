/** The properties of dcat:Distribution. */
import type { Property } from '../property.ts';

export const distributionProperties = [
  {
    key: 'accessURL',
    iri: 'http://www.w3.org/ns/dcat#accessURL',
    range: 'iri',
    many: true,
    requirements: { dcatAp: 'M 1..*', dcatApDk: 'M 1..*' },
    label: { da: 'adgangsadresse', en: 'access URL' },
  },
] as const satisfies readonly Property[];
