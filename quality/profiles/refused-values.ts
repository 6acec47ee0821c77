/**
 * Values that the normaliser could not bring into the record: they stand beside it as they were written, so a profile that
 * asks for the property is told of them and not only of the gap that they left.
 */
import { EXCERPT_LENGTH } from '#schemas/reading.ts';
import type { CatalogueEntry, UnmappedValue } from '#schemas/record.ts';
import type { Fault } from '../finding.ts';
import type { Node } from './examination.ts';
import type { Plan, Rule } from './plan.ts';

/** A value that was refused, at the property where it was written. */
export interface RefusedValue {
  readonly plan: Plan;
  readonly rule: Rule;
  readonly fault: Extract<Fault, 'vocabulary' | 'range' | 'too-many'>;
  /** With numbers where only one place of the record can be meant, else without. */
  readonly path: string;
  readonly value: string;
}

/** What a refusal of the normaliser means to a profile; a refusal that is not here (a bound, a second text in a language) means nothing to it. */
const faultOfCode: Readonly<Record<string, RefusedValue['fault']>> = {
  'unknown-value': 'vocabulary',
  'several-values': 'too-many',
  'not-an-address': 'range',
  'not-a-date': 'range',
  'not-a-duration': 'range',
  'not-a-number': 'range',
  'not-a-boolean': 'range',
  'node-for-value': 'range',
  'node-for-text': 'range',
};

const markOf = (name: string | undefined, value: string | undefined): string =>
  `${name ?? ''}\n${value?.slice(0, EXCERPT_LENGTH) ?? ''}`;

interface Place {
  readonly plan: Plan;
  readonly rule: Rule;
  readonly path: string;
}

/** The place that a name such as `distribution.license` means; undefined for the owner's own names. */
const placeOf = (plan: Plan, name: string, node: Node | undefined, path = ''): Place | undefined => {
  for (const rule of plan.rules) {
    if (name === rule.key) return { plan, rule, path: path + rule.key };
    if (rule.child === undefined || !name.startsWith(`${rule.key}.`)) continue;
    const value = node?.[rule.key];
    const nodes = Array.isArray(value) ? value : value === undefined ? [] : [value];
    const only = nodes.length === 1 ? (nodes[0] as Node) : undefined;
    const number = rule.many && only !== undefined ? '[0]' : '';
    return placeOf(rule.child, name.slice(rule.key.length + 1), only, `${path}${rule.key}${number}.`);
  }
  return undefined;
};

const faultOf = ({ rule }: Place, code: string): RefusedValue['fault'] | undefined => {
  const fault = faultOfCode[code];
  // A period in words or an agent's relative address is no value of a vocabulary: it is no node at all.
  if (fault === 'vocabulary' && rule.vocabulary === '') return 'range';
  return fault === 'too-many' && rule.most > 1 ? undefined : fault;
};

/** The refused values that a profile has an opinion of, in the order in which they stand beside the record. */
export function* refusedValues(
  { record, unmapped, problems }: Pick<CatalogueEntry, 'record' | 'unmapped' | 'problems'>,
  plan: Plan,
): Iterable<RefusedValue> {
  if (unmapped.length === 0) return;
  const codes = new Map<string, string>();
  for (const { code, property, value } of problems)
    if (faultOfCode[code] !== undefined) codes.set(markOf(property, value), code);
  if (codes.size === 0) return;
  for (const { name, value } of unmapped as readonly UnmappedValue[]) {
    const code = codes.get(markOf(name, value));
    const place = code === undefined ? undefined : placeOf(plan, name, record);
    if (code === undefined || place === undefined || place.rule.requirement === undefined) continue;
    const fault = faultOf(place, code);
    if (fault !== undefined) yield { ...place, fault, value };
  }
}
