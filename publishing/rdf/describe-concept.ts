/** What documents say of the values that stand in them by IRI: the official shapes look for types and schemes in the same graph. */
import { namespaces } from '#schemas/namespaces.ts';
import type { Property } from '#schemas/property.ts';
import { conceptByIri, vocabularies } from '#schemas/vocabulary.ts';
import { iriTerm, type Triple, textTerm } from './term.ts';

const { rdf, skos } = namespaces;

/** Continents and countries are one vocabulary for us and two schemes for the EU. */
const schemeOf = (vocabulary: string, iri: string): string | undefined => {
  const authority = /^(http:\/\/publications\.europa\.eu\/resource\/authority\/[a-z-]+)\//.exec(iri)?.[1];
  if (authority !== undefined) return authority;
  const scheme = vocabularies[vocabulary]?.scheme;
  return scheme !== undefined && !scheme.endsWith('#') && iri.startsWith(`${scheme}/`) ? scheme : undefined;
};

/** A concept's type, labels and scheme, where its vocabulary lists it; nothing for a concept of the owner's own. */
const listedConcept = (vocabulary: string, iri: string): readonly Triple[] => {
  const concept = conceptByIri(vocabulary, iri);
  if (concept === undefined) return [];
  const subject = iriTerm(iri);
  const scheme = schemeOf(vocabulary, iri);
  return [
    { subject, predicate: `${rdf}type`, object: iriTerm(`${skos}Concept`) },
    { subject, predicate: `${skos}prefLabel`, object: textTerm(concept.label.da, 'da') },
    { subject, predicate: `${skos}prefLabel`, object: textTerm(concept.label.en, 'en') },
    ...(scheme === undefined ? [] : [{ subject, predicate: `${skos}inScheme`, object: iriTerm(scheme) }]),
  ];
};

/** What is said of a value: the class that profiles expect, and what its vocabulary knows. */
export const describeConcept = (
  iri: string,
  { valueType, vocabulary }: Pick<Property, 'valueType' | 'vocabulary'>,
): readonly Triple[] => [
  ...(valueType === undefined ? [] : [{ subject: iriTerm(iri), predicate: `${rdf}type`, object: iriTerm(valueType) }]),
  ...(vocabulary === undefined ? [] : listedConcept(vocabulary, iri)),
];
