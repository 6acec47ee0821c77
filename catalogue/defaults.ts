/** Values that a source's file gives for what its records leave out. */
import type { RawNode, RawValue } from '#schemas/reading.ts';
import { rawNode } from '#schemas/reading.ts';
import { canonicalText } from './canonical.ts';
import { Findings } from './findings.ts';
import { convert } from './node.ts';
import type { ClassPlan } from './row-plan.ts';

interface Default {
  readonly key: string;
  readonly value: unknown;
  readonly text: string;
}

/** A source's defaults as they stand in a record, made once and not once a record. */
const prepared = new WeakMap<object, readonly Default[]>();

/**
 * Fills the properties that a record does not have from the source's defaults, made by the same rules as written values, and
 * marks each with the rule `source-default`. A default that no row knows, or that is no value, changes nothing.
 */
export const fillDefaults = (
  findings: Findings,
  plan: ClassPlan,
  record: Record<string, unknown>,
  defaults: Record<string, unknown>,
): void => {
  let ready = prepared.get(defaults);
  if (ready === undefined) {
    ready = prepare(plan, defaults);
    prepared.set(defaults, ready);
  }
  for (const { key, value, text } of ready) {
    if (record[key] !== undefined) continue;
    record[key] = value;
    findings.wrote(key, '', text, 'source-default');
  }
};

/** Datasets and series have the same rows, so what is made for the one is right for the other. */
const prepare = (plan: ClassPlan, defaults: Record<string, unknown>): Default[] => {
  const ready: Default[] = [];
  for (const key of Object.keys(defaults)) {
    const row = plan.get(key);
    // What is odd about a default is not the record's fault: its findings are not the record's.
    const value = row === undefined ? undefined : convert(new Findings(), row, rawValues(defaults[key]), '');
    if (value !== undefined) ready.push({ key, value, text: canonicalText(value) });
  }
  return ready;
};

const LANGUAGE_TAG = /^[a-z]{2,3}$/;

/** Plain JSON as raw values: a list is several, a map by language several texts, another object a node. */
const rawValues = (value: unknown): RawValue[] => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(rawValues);
  if (typeof value !== 'object') return [{ kind: 'literal', value: String(value) }];
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => LANGUAGE_TAG.test(key))) {
    return entries.flatMap(([language, texts]) => rawValues(texts).map((text) => withLanguage(text, language)));
  }
  return [{ kind: 'node', node: nodeOf(entries) }];
};

const withLanguage = (value: RawValue, language: string): RawValue =>
  value.kind === 'literal' ? { ...value, language } : value;

const nodeOf = (entries: readonly (readonly [string, unknown])[]): RawNode => {
  const node = rawNode();
  for (const [key, value] of entries) {
    if (key === 'iri' && typeof value === 'string') node.iri = value;
    else node.properties[key] = rawValues(value);
  }
  return node;
};
