/**
 * What the catalogue says of itself, and of those who publish it. It stands in the first page of the DCAT-AP feed, which is
 * never written again: other words would be seen by new readers only (docs/decisions/0029).
 */
import { namespaces } from '#schemas/namespaces.ts';
import type { Addresses } from './addresses.ts';
import { describeNode } from './rdf/describe-dataset.ts';
import { iriTerm, type Triple } from './rdf/term.ts';

const DANISH = 'http://publications.europa.eu/resource/authority/language/DAN';
const ENGLISH = 'http://publications.europa.eu/resource/authority/language/ENG';

export const catalogueTitle = {
  da: 'Datalandkort: danske sundhedsdata',
  en: 'Datalandkort: Danish health data',
} as const;

const catalogueDescription = {
  da: 'Hvad ejerne af danske sundhedsregistre oplyser om deres registre, samlet i ét katalog.',
  en: 'What the owners of Danish health registers say of their registers, in one catalogue.',
} as const;

export const describePublisher = ({ publisherIri }: Addresses): readonly Triple[] =>
  describeNode(publisherIri, 'Agent', { name: { da: 'Datalandkort', en: 'Datalandkort' } });

/** The catalogue without its datasets: each of those says for itself that it is in it. */
export const describeCatalogue = ({ catalogueIri, publisherIri, catalogue }: Addresses): readonly Triple[] => [
  ...describeNode(catalogueIri, 'Catalogue', {
    title: catalogueTitle,
    description: catalogueDescription,
    homepage: catalogue,
    language: [DANISH, ENGLISH],
  }),
  { subject: iriTerm(catalogueIri), predicate: `${namespaces.dct}publisher`, object: iriTerm(publisherIri) },
];

/** That a dataset is in the catalogue. */
export const membership = ({ catalogueIri }: Addresses, dataset: string): Triple => ({
  subject: iriTerm(catalogueIri),
  predicate: `${namespaces.dcat}dataset`,
  object: iriTerm(dataset),
});
