/** What an engine and what our check name, in the same words: how bad, of which class, which property. */
import type { Store, Term } from 'n3';
import type { Finding } from '#quality/finding.ts';
import { classTable } from '#schemas/class-table.ts';
import { namespaces } from '#schemas/namespaces.ts';
import { type ClassName, classNames, isClassName, type Property } from '#schemas/property.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import { propertyTable } from '#schemas/property-table.ts';
import { DATASET } from './document.ts';
import type { ShapeFault, Step } from './engines.ts';

/** A named fault; `class` and `property` as in the property table, or the IRI's own name where it has no row. */
export interface Named {
  readonly severity: 'violation' | 'warning';
  readonly class: string;
  readonly property: string;
}

export const keyOf = ({ severity, class: name, property }: Named): string => `${severity} ${name}.${property}`;

/** Each property once, as bad as it is found at its worst: what is a violation already need not be a warning too. */
export const worstOf = (named: readonly Named[]): ReadonlyMap<string, Named> => {
  const broken = new Set(
    named.filter(({ severity }) => severity === 'violation').map((one) => `${one.class}.${one.property}`),
  );
  return new Map(
    named
      .filter((one) => one.severity === 'violation' || !broken.has(`${one.class}.${one.property}`))
      .map((one) => [keyOf(one), one]),
  );
};

const { rdf } = namespaces;
const classesByIri = new Map(classNames.map((name) => [classTable[name].iri, name]));
const localName = (iri: string): string => iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);

const rowOf = (name: ClassName, iri: string): Property | undefined =>
  (propertyTable[name] as readonly Property[]).find((row) => row.iri === iri && row.inverse !== true);

/** The class of the node among those that it has whose table knows the property. */
const classOf = (data: Store, focus: ShapeFault['focus'], iri: string): ClassName | undefined => {
  // The engines hand back terms of the graph that they were given.
  const node = focus as unknown as Term;
  const types = data.getObjects(node, `${rdf}type`, null).flatMap(({ value }) => classesByIri.get(value) ?? []);
  return types.find((name) => rowOf(name, iri) !== undefined) ?? types[0];
};

/** One of two properties is due: told of the first in the table, as we tell it. */
const firstOf = (name: ClassName, { predicates }: Step): string => {
  const rows = (propertyTable[name] as readonly Property[]).filter(({ iri }) => predicates.includes(iri));
  return rows[0]?.key ?? localName(predicates[0] ?? '');
};

/** That a part does not keep its own shape; the part's shape tells of it there too, but for what is asked of agents only here. */
const isToldByThePart = (fault: ShapeFault, row: Property): boolean =>
  fault.component === 'Node' &&
  fault.severity === 'violation' &&
  isClassName(row.range) &&
  row.closed === undefined &&
  !isHealthAgent(row.key);

const agentRow = propertyByKey('Agent', 'contactPoint');
const isHealthAgent = (key: string): boolean => agentRow?.healthOnlyUnder?.includes(`Dataset.${key}`) === true;

/** What an engine names; undefined for what is told elsewhere, and for our own catalogue's record of the dataset. */
export const namedByShapes = (data: Store, fault: ShapeFault): Named | undefined => {
  const { focus, severity, path } = fault;
  if (focus.value === `${DATASET}#record`) return undefined;
  const [first, second] = path;
  // The only condition on a node as a whole: variables are due where data are structured.
  if (first === undefined) return { severity, class: 'Dataset', property: 'hasVariables' };
  const iri = first.predicates[0] ?? '';
  const name = classOf(data, focus, iri);
  if (name === undefined) return { severity, class: 'other', property: localName(iri) };
  if (first.isInverse) return { severity, class: name, property: `^${localName(iri)}` };
  if (second !== undefined) {
    const part = rowOf(name, iri)?.range ?? '';
    if (isClassName(part)) return { severity, class: part, property: firstOf(part, second) };
  }
  const row = rowOf(name, iri);
  if (row !== undefined && isToldByThePart(fault, row)) return undefined;
  return { severity, class: name, property: firstOf(name, first) };
};

/** What our check names: what HealthDCAT-AP asks of an agent by where it stands, it tells at the dataset. */
export const namedByUs = (finding: Finding): Named => {
  const { severity, set, class: name, property, path } = finding;
  const row = propertyByKey(name, property);
  const isByPlace = set === 'healthdcat-ap-r8' && row?.healthOnlyUnder !== undefined && row.closed === undefined;
  const parent = path.split(/[.[]/)[0] ?? '';
  if (isByPlace && isHealthAgent(parent)) return { severity, class: 'Dataset', property: parent };
  return { severity, class: name, property };
};
