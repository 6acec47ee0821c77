/** The fields of a package, resource or agent: each is taken by the property that it becomes, and what is left is unmapped. */
import { isObject, type JsonObject, plainText } from '#harvesters/json/value.ts';
import type { ClassName } from '#schemas/property.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import { literal, type RawNode, type RawValue } from '#schemas/reading.ts';

/** A property of our table, and the names under which CKAN portals keep it, the most telling first. */
export type FieldRow = readonly [key: string, ...names: readonly string[]];

const LANGUAGE = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/;
const IRI = /^(?:https?:\/\/|urn:|mailto:)/i;

/** Whether a value says nothing: portals send every field of their form, filled in or not. */
export const isEmpty = (value: unknown): boolean => {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '' || value === '[]' || value === '{}';
  if (Array.isArray(value)) return value.every(isEmpty);
  return typeof value === 'object' && Object.values(value).every(isEmpty);
};

/** A value as it is meant: extras hold lists and objects as JSON texts, and DKAN writes their quotes as `&quot;`. */
export const meant = (value: unknown): unknown => {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  for (const text of [value, value.replaceAll('&quot;', '"')]) {
    try {
      const parsed: unknown = JSON.parse(text);
      if (typeof parsed === 'object' && parsed !== null) return parsed;
    } catch {
      // Not JSON: it is the text that it looks like.
    }
  }
  return value;
};

/** A value as a list: a list of its own, or one thing. */
export const listOf = (value: unknown): unknown[] => {
  const inner = meant(value);
  return (Array.isArray(inner) ? inner : [inner]).filter((one) => !isEmpty(one));
};

/** A text of a value, or undefined for what is none. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : undefined;

export const isIri = (text: string): boolean => IRI.test(text.trim());

const isByLanguage = (value: unknown): value is JsonObject => {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => LANGUAGE.test(key)) && Object.values(value).every(isTexts);
};

const isTexts = (value: unknown): boolean =>
  value === null ||
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));

/** The fields of one object, which go as they are taken. */
export class Fields {
  readonly #left = new Map<string, unknown>();

  constructor(object: JsonObject) {
    for (const [name, value] of Object.entries(object)) if (!isEmpty(value)) this.#left.set(name, value);
  }

  /** Adds a field; false when there is another of that name. */
  add(name: string, value: unknown): boolean {
    if (isEmpty(value)) return true;
    if (this.#left.has(name)) return false;
    this.#left.set(name, value);
    return true;
  }

  peek(name: string): unknown {
    return this.#left.get(name);
  }

  /** The first of these fields that says something, in all its languages where the portal keeps them beside it. */
  take(...names: readonly string[]): unknown {
    for (const name of names) {
      const translated = meant(this.#left.get(`${name}_translated`));
      if (isByLanguage(translated)) {
        this.drop(name, `${name}_translated`);
        return translated;
      }
      const value = this.#left.get(name);
      if (value === undefined) continue;
      this.drop(name);
      return value;
    }
    return undefined;
  }

  takeText(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const text = textOf(this.#left.get(name));
      if (text === undefined) continue;
      this.drop(name);
      return text;
    }
    return undefined;
  }

  drop(...names: readonly string[]): void {
    for (const name of names) this.#left.delete(name);
  }

  /** Puts the fields of a table's rows into a node. */
  fill(node: RawNode, className: ClassName, rows: readonly FieldRow[]): void {
    for (const [key, ...names] of rows) put(node, key, rawValues(className, key, this.take(...names)));
  }

  /** Puts what is left into the node's unmapped values, under its own names. */
  rest(node: RawNode): void {
    for (const [name, value] of this.#left) unmapped(node, name, value);
  }
}

/** Adds values to a property; a value that stands there already is not added again. */
export const put = (node: RawNode, key: string, values: readonly RawValue[]): void => {
  if (values.length === 0) return;
  const present = node.properties[key];
  if (present === undefined) node.properties[key] = [...values];
  else present.push(...values);
};

/** Keeps a value under its own name. */
export const unmapped = (node: RawNode, name: string, value: unknown): void => {
  const texts = listOf(value).map((one) => literal(plainText(one)));
  if (texts.length === 0) return;
  // The one name that would not be a key but the object's prototype.
  const key = name === '__proto__' ? '"__proto__"' : name;
  // Names such as `constructor` stand in every object's prototype.
  const present = Object.hasOwn(node.unmapped, key) ? node.unmapped[key] : undefined;
  node.unmapped[key] = [...(present ?? []), ...texts];
};

/** Values of a property whose range the table knows; texts of classes are left for the normaliser to make nodes of. */
const rawValues = (className: ClassName, key: string, value: unknown): RawValue[] => {
  if (value === undefined) return [];
  const isAddress = propertyByKey(className, key)?.range === 'iri';
  return textsOf(value).map((text) => (isAddress ? { kind: 'iri', value: text.value } : text));
};

/** The texts of a value: of a list each, of an object by language each in its own, of anything else its JSON. */
export const textsOf = (value: unknown): (RawValue & { kind: 'literal' })[] =>
  listOf(value).flatMap((one) => {
    if (!isByLanguage(one)) return [text(plainText(one))];
    return Object.entries(one).flatMap(([language, texts]) =>
      listOf(texts).map((inner) => text(plainText(inner), language.replace('_', '-'))),
    );
  });

const text = (value: string, language?: string): RawValue & { kind: 'literal' } => ({
  kind: 'literal',
  value,
  language,
});
