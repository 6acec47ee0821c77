/**
 * The JSON-LD context of our documents, made from the property table. Our keys are its terms. A key that means another
 * property in some class (`name` of an agent, of a place, of a column) is said there, in the class's own context, which
 * JSON-LD 1.1 applies to nodes of that type only.
 */
import { classTable } from './class-table.ts';
import { namespaces } from './namespaces.ts';
import { type ClassName, classNames, type Property } from './property.ts';
import { propertyTable } from './property-table.ts';

type TermDefinition = Readonly<Record<string, string>>;

/** A date's type follows its precision, and a decimal's number would be written as a double: both stand with each value. */
const coercionOf = ({ range, datatype }: Property): TermDefinition => {
  if (range === 'iri' || range === 'concept') return { '@type': '@id' };
  if (range === 'text' || range === 'texts') return { '@container': '@language' };
  if (range === 'integer') return { '@type': `${namespaces.xsd}nonNegativeInteger` };
  if (range === 'decimal') return { '@type': `${namespaces.xsd}decimal` };
  if (range === 'duration') return { '@type': `${namespaces.xsd}duration` };
  if (range === 'literal' && datatype !== undefined) return { '@type': datatype };
  return {};
};

/** How a property is defined in the context. */
export const termDefinition = (row: Property): TermDefinition => ({
  [row.inverse === true ? '@reverse' : '@id']: row.iri,
  ...coercionOf(row),
  ...(row.many && { '@container': '@set' }),
});

type Terms = Readonly<Record<string, TermDefinition>>;

const termsOf = (name: ClassName): Terms =>
  Object.fromEntries(propertyTable[name].map((row: Property) => [row.key, termDefinition(row)]));

const sameTerm = (one: TermDefinition | undefined, other: TermDefinition): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The first class that has a key gives it its meaning everywhere; datasets come first. */
const commonTerms: Terms = Object.assign({}, ...classNames.map(termsOf).reverse());

const classTerm = (name: ClassName): unknown => {
  const own = Object.entries(termsOf(name)).filter(([key, term]) => !sameTerm(commonTerms[key], term));
  const id = classTable[name].iri;
  return own.length === 0 ? id : { '@id': id, '@context': Object.fromEntries(own) };
};

const { owl, rdfs, skos, xsd } = namespaces;

/** The whole context. It stands inside each document: a context behind an address is one more thing to fail. */
export const jsonLdContext: Readonly<Record<string, unknown>> = {
  '@version': 1.1,
  owl,
  rdfs,
  skos,
  xsd,
  ...Object.fromEntries(classNames.map((name) => [name, classTerm(name)])),
  ...commonTerms,
};
