/** A raw record as it is put together from the fields of a page. */

import { propertyByKey } from '#schemas/property-lookup.ts';
import { EXCERPT_LENGTH, literal, type RawNode, type RawValue, type Repair, rawNode } from '#schemas/reading.ts';
import { type Fragment, type Node, textOf } from './dom.ts';
import type { Found } from './fields.ts';
import type { FieldRule } from './settings.ts';
import { normaliseLabel, type Target } from './synonyms.ts';
import { type TransformName, transformFor, transforms } from './transforms.ts';

/** Every list that one field may hold ends here: a field that takes the whole page for a list is a broken rule. */
const MAX_VALUES_PER_FIELD = 500;

/** Whether more than one value of the property may stand side by side. */
const holdsMany = (property: string): boolean => {
  const row = propertyByKey('Dataset', property);
  return row === undefined || row.many || row.range === 'texts';
};

const sameLanguage = (value: RawValue, other: RawValue): boolean =>
  (value.kind === 'literal' ? value.language : undefined) === (other.kind === 'literal' ? other.language : undefined);

/** One field on its way into a record. */
export interface Field extends Target {
  /** What the value is called when no transform can read it: the label as written, else the property. */
  readonly label: string;
  readonly fragment: Fragment;
  readonly transform?: TransformName | undefined;
}

/** Takes fields one by one; the first value of a property that holds one is kept, and the others stay under their labels. */
export class RecordBuilder {
  readonly node: RawNode = rawNode('Dataset');
  readonly repairs: Repair[] = [];
  /** Fragments that a rule of the profile took: their labels are not read again. */
  readonly #taken = new Set<Node>();
  readonly #url: string;
  readonly #language: string | undefined;

  constructor(url: string, language: string | undefined) {
    this.#url = url;
    this.#language = language;
  }

  /** The language of a fragment: what its label says, what the page says there, what the page says of itself. */
  languageOf(fragment: Fragment, said?: string): string | undefined {
    return said ?? fragment.language ?? this.#language;
  }

  /** Puts in what a rule of the profile found; its label is then not read again. */
  addField({ property, transform, language }: FieldRule, { fragment, origin }: Found): void {
    this.add({ property, transform, label: property, fragment, language: this.languageOf(fragment, language) });
    for (const node of origin.nodes) this.#taken.add(node);
  }

  isTaken(nodes: readonly Node[]): boolean {
    return nodes.some((node) => this.#taken.has(node));
  }

  has(property: string): boolean {
    return this.node.properties[property] !== undefined;
  }

  /** Puts a field in; what cannot be read stays as it was written, and is reported. */
  add({ property, label, fragment, language, transform }: Field): void {
    const written = textOf(fragment.nodes);
    const context = { language: this.languageOf(fragment, language), url: this.#url };
    const read = transforms[transform ?? transformFor(property)](fragment, context);
    if (!read) {
      this.unmapped(label, fragment);
      this.repair('unreadable-value', property, written);
      return;
    }
    const values = read.values.slice(0, MAX_VALUES_PER_FIELD);
    if (values.length < read.values.length) this.repair('too-many-values', property, `${read.values.length} values`);
    const kept = values.filter((value) => this.#put(property, value));
    if (kept.length < values.length) this.unmapped(label, fragment);
    else if (read.changed) this.repair('value-transformed', property.split('.')[0], written);
  }

  /** Keeps a value that no property is known for, under the owner's own label. */
  unmapped(label: string, fragment: Fragment): void {
    const text = textOf(fragment.nodes);
    if (text === '') return;
    keepUnmapped(this.node, label, literal(text, this.languageOf(fragment)));
  }

  repair(code: string, property: string | undefined, value: string): void {
    this.repairs.push({ code, property, value: value.slice(0, EXCERPT_LENGTH) });
  }

  #valuesOf(key: string): RawValue[] {
    const values = this.node.properties[key] ?? [];
    this.node.properties[key] = values;
    return values;
  }

  /** False when the property is taken: by another value of the same language, where only one is allowed. */
  #put(property: string, value: RawValue): boolean {
    const [key = property, part] = property.split('.');
    if (part) return this.#putPart(key, part, value);
    const values = this.#valuesOf(key);
    const taken = holdsMany(key) ? undefined : values.findIndex((other) => sameLanguage(value, other));
    if (taken === undefined || taken === -1) values.push(value);
    else if (key === 'description') values[taken] = joined(values[taken], value);
    else return sameText(values[taken], value);
    return true;
  }

  /** Parts of one node ("valid from", "valid to") stand in different places of a page and belong together. */
  #putPart(key: string, part: string, value: RawValue): boolean {
    const values = this.#valuesOf(key);
    const last = values.findLast((other) => other.kind === 'node');
    const node = last?.kind === 'node' ? last.node : rawNode();
    if (node.properties[part]) return sameText(node.properties[part][0], value);
    node.properties[part] = [value];
    if (last === undefined) values.push({ kind: 'node', node });
    return true;
  }
}

/** Puts a value under a label. "__proto__" is the one label that would not be a key but the object's prototype. */
export const keepUnmapped = ({ unmapped }: RawNode, label: string, value: RawValue): void => {
  const key = label === '__proto__' ? '"__proto__"' : label;
  if (Object.hasOwn(unmapped, key)) unmapped[key]?.push(value);
  else unmapped[key] = [value];
};

const sameText = (value: RawValue | undefined, other: RawValue): boolean =>
  value !== undefined &&
  value.kind !== 'node' &&
  other.kind !== 'node' &&
  normaliseLabel(value.value) === normaliseLabel(other.value);

/** A description in several parts ("Om registret", "Indhold") is one text, in the order of the page. */
const joined = (value: RawValue | undefined, other: RawValue): RawValue => {
  if (value?.kind !== 'literal' || other.kind !== 'literal') return other;
  return value.value.includes(other.value)
    ? value
    : literal(`${value.value}\n${other.value}`, value.language, value.datatype);
};
