/** Nodes that feeds give as a plain text or an IRI: a publisher's name, a period as `1977/..`, a licence's address. */
import type { ClassName } from '#schemas/property.ts';
import { literal, type RawNode, type RawValue, rawNode } from '#schemas/reading.ts';
import { lookUp } from './concept.ts';
import type { Findings } from './findings.ts';
import { canonicalIri, isProperIri } from './iri.ts';
import { periodOf } from './period.ts';
import { planOf } from './row-plan.ts';

/** The property that a plain text becomes, by the keys that a class may have. */
const namingKeys = [
  'name',
  'fn',
  'notation',
  'checksumValue',
  'prefLabel',
  'label',
  'title',
  'inXSDDate',
  'description',
] as const;

/** Classes that a web address can stand for; a checksum or a period has none. */
const withoutAddress: ReadonlySet<ClassName> = new Set(['Period', 'Checksum', 'Identifier', 'Column']);

/** The raw node that a plain value means, or undefined when it means none of that class; the findings then say so. */
export const nodeFromPlainValue = (
  findings: Findings,
  className: ClassName,
  value: Exclude<RawValue, { kind: 'node' }>,
  name: string,
): RawNode | undefined => {
  const node = className === 'Period' ? periodNode(value.value) : named(findings, className, value, name);
  if (node === undefined) findings.refuse('unknown-value', name, value);
  return node;
};

const periodNode = (text: string): RawNode | undefined => {
  const period = periodOf(text);
  if (period === undefined) return undefined;
  const node = rawNode();
  if (period.start !== undefined) node.properties.startDate = [literal(period.start)];
  if (period.end !== undefined) node.properties.endDate = [literal(period.end)];
  return node;
};

const named = (
  findings: Findings,
  className: ClassName,
  value: Exclude<RawValue, { kind: 'node' }>,
  name: string,
): RawNode | undefined => {
  const text = value.value.trim();
  const place = className === 'Location' ? lookUp('country', text) : undefined;
  if (place !== undefined) {
    if (place.iri !== value.value) findings.wrote(name, value.value, place.iri, place.rule);
    return rawNode(undefined, place.iri);
  }
  const iri = isProperIri(text) && !/\s/.test(text) ? text : canonicalIri(text);
  if (iri?.startsWith('mailto:') === true) return mailNode(className, iri);
  if (iri !== undefined && (value.kind === 'iri' || /^https?:/i.test(iri)) && !withoutAddress.has(className)) {
    if (iri !== value.value) findings.repaired('address-repaired', name, value.value, iri);
    return rawNode(undefined, iri);
  }
  const key = namingKeys.find((candidate) => planOf(className).has(candidate));
  if (key === undefined) return undefined;
  const node = rawNode();
  node.properties[key] = [value.kind === 'iri' ? literal(value.value) : value];
  return node;
};

/** A mail address is how to reach someone, not who they are. */
const mailNode = (className: ClassName, iri: string): RawNode | undefined => {
  const plan = planOf(className);
  const node = rawNode();
  if (plan.has('hasEmail')) node.properties.hasEmail = [{ kind: 'iri', value: iri }];
  else if (plan.has('email')) node.properties.email = [literal(iri.slice('mailto:'.length))];
  else if (plan.has('contactPoint')) node.properties.contactPoint = [{ kind: 'iri', value: iri }];
  else return undefined;
  return node;
};
