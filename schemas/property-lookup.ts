/** The property table by IRI and by key, built once: a feed of 400,000 triples asks as many times. */
import { classTable } from './class-table.ts';
import { type ClassName, classNames, type Property } from './property.ts';
import { propertyTable } from './property-table.ts';

/** Feeds write http for https and the other way round; a name in a namespace means the same under both. */
const bothSchemes = (iri: string): readonly string[] => {
  const rest = iri.replace(/^https?:/, '');
  return [`http:${rest}`, `https:${rest}`];
};

const iriIndex = (rows: readonly Property[]): ReadonlyMap<string, Property> => {
  const index = new Map<string, Property>();
  // Own IRIs before accepted ones: a property never loses its name to a neighbour that accepts it too.
  for (const row of rows) for (const iri of bothSchemes(row.iri)) index.set(iri, row);
  for (const row of rows) {
    for (const iri of (row.accepts ?? []).flatMap(bothSchemes)) if (!index.has(iri)) index.set(iri, row);
  }
  return index;
};

const forEachClass = <Value>(build: (rows: readonly Property[]) => Value): Readonly<Record<ClassName, Value>> =>
  // The keys are the class names themselves; Object.fromEntries forgets it.
  Object.fromEntries(classNames.map((name) => [name, build(propertyTable[name])])) as Record<ClassName, Value>;

const byIri = forEachClass(iriIndex);
const byKey = forEachClass((rows) => new Map(rows.map((row) => [row.key, row])));

const classIndex: ReadonlyMap<string, ClassName> = new Map(
  [
    ...classNames.flatMap((name) => classTable[name].accepts.map((iri) => [iri, name] as const)),
    ...classNames.map((name) => [classTable[name].iri, name] as const),
  ].flatMap(([iri, name]) => bothSchemes(iri).map((variant) => [variant, name] as const)),
);

/** The rows of a class by every IRI that is read for them, under http and https; inverse rows stand under their IRI too. */
export const propertiesByIri = (name: ClassName): ReadonlyMap<string, Property> => byIri[name];

/** The row of a key, or undefined where the class has no such property. */
export const propertyByKey = (name: ClassName, key: string): Property | undefined => byKey[name].get(key);

/** The class that an rdf:type stands for, or undefined where the record has no such class. */
export const classByIri = (iri: string): ClassName | undefined => classIndex.get(iri);
