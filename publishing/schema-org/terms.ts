/**
 * What each property is called by schema.org: the name that the table has for it among those that are read, else one from here.
 * What neither names is left out.
 */
import { namespaces } from '#schemas/namespaces.ts';
import type { ClassName, Property } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';

/** Names that a reader of RDF may not take for the property, because schema.org means more by them than DCAT does. */
const ownTerms: Partial<Record<ClassName, Readonly<Record<string, string>>>> = {
  Dataset: {
    alternative: 'alternateName',
    otherIdentifier: 'identifier',
    theme: 'about',
    contactPoint: 'contactPoint',
    rightsHolder: 'copyrightHolder',
    custodian: 'maintainer',
    source: 'isBasedOn',
    isReferencedBy: 'subjectOf',
    inSeries: 'isPartOf',
    hasVariables: 'variableMeasured',
  },
  Distribution: { accessURL: 'url' },
};

/** A property with the name that it is written under. */
export interface SchemaOrgTerm {
  readonly row: Property;
  readonly term: string;
}

const termOf = (name: ClassName, row: Property): string | undefined => {
  const accepted = row.accepts?.find((iri) => iri.startsWith(namespaces.schema));
  return ownTerms[name]?.[row.key] ?? accepted?.slice(namespaces.schema.length);
};

const termsOf = (name: ClassName): readonly SchemaOrgTerm[] =>
  (propertyTable[name] as readonly Property[]).flatMap((row) => {
    const term = termOf(name, row);
    return term === undefined ? [] : [{ row, term }];
  });

/** The properties that are written of a class, in the order of the table. */
export const schemaOrgTerms = {
  Dataset: termsOf('Dataset'),
  Distribution: termsOf('Distribution'),
  Agent: termsOf('Agent'),
  AgentContactPoint: termsOf('AgentContactPoint'),
  ContactPoint: termsOf('ContactPoint'),
} as const satisfies Partial<Record<ClassName, readonly SchemaOrgTerm[]>>;
