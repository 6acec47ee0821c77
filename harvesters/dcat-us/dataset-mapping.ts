/** A data.json object as a raw record: DCAT-US 1.1 keys by our table, those of 3.0 where they are DCAT's own. */
import { isObject, type JsonObject, plainText } from '#harvesters/json/value.ts';
import type { ClassName, Property } from '#schemas/property.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import {
  literal,
  type Place,
  type RawNode,
  type RawRecord,
  type RawValue,
  type Repair,
  rawNode,
} from '#schemas/reading.ts';

/** Keys of data.json that our table calls otherwise, by class. */
const ownNames: Partial<Record<ClassName, Readonly<Record<string, string>>>> = {
  Dataset: { accessLevel: 'accessRights', describedBy: 'page', references: 'page', documentation: 'page' },
  DatasetSeries: { accessLevel: 'accessRights', describedBy: 'page', references: 'page', documentation: 'page' },
  Distribution: { describedBy: 'page', documentation: 'page' },
  Agent: { prefLabel: 'name', altLabel: 'name' },
  Location: { prefLabel: 'name' },
  Document: { downloadURL: 'identifier' },
};

/** JSON-LD's own keys say nothing about the dataset. */
const silent: ReadonlySet<string> = new Set(['@type', '@context', '@id']);

/**
 * The record of one element of `dataset` or `datasetSeries`. `identifier` names it; `@id` does where there is none.
 * Keys that the table has no row for stand under their own names, as text or canonical JSON.
 */
export const recordOf = (
  kind: RawRecord['kind'],
  object: JsonObject,
  place: Place,
  repairs: readonly Repair[],
): RawRecord => {
  const identifier = identifierOf(object);
  const node = nodeOf(kind, object);
  if (identifier !== null) delete node.iri;
  return { kind, identifier, node, repairs, place };
};

/** The text by which data.json names an object. */
export const identifierOf = (object: JsonObject): string | null => {
  const { identifier } = object;
  if (typeof identifier === 'string') return identifier.trim() === '' ? null : identifier;
  if (typeof identifier === 'number') return String(identifier);
  if (!isObject(identifier)) return null;
  return textOf(identifier['@id']) ?? textOf(identifier.notation) ?? null;
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const nodeOf = (name: ClassName, object: JsonObject): RawNode => {
  const node = rawNode(name, textOf(object['@id']));
  const names = ownNames[name];
  for (const key of Object.keys(object)) {
    if (silent.has(key)) continue;
    const value = object[key];
    const row = propertyByKey(name, names?.[key] ?? key);
    if (row === undefined) addUnmapped(node, key, value);
    else addTo(node.properties, row.key, rawValues(row, value));
  }
  return node;
};

const addTo = (group: Record<string, RawValue[]>, key: string, values: RawValue[]): void => {
  if (values.length === 0) return;
  // Keys such as `constructor` stand in every object's prototype.
  const present = Object.hasOwn(group, key) ? group[key] : undefined;
  if (present === undefined) group[key] = values;
  else present.push(...values);
};

const addUnmapped = (node: RawNode, key: string, value: unknown): void => {
  const values = Array.isArray(value) ? value : [value];
  const texts = values.filter((one) => one !== null && one !== undefined).map((one) => literal(plainText(one)));
  // The one key that would not be a key but the object's prototype.
  addTo(node.unmapped, key === '__proto__' ? '"__proto__"' : key, texts);
};

const rawValues = (row: Property, value: unknown): RawValue[] => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => rawValues(row, one));
  if (!isObject(value)) return [plainValue(row, String(value))];
  if (typeof value['@value'] === 'string') return [literal(value['@value'], textOf(value['@language']))];
  return objectValue(row, value);
};

const plainValue = (row: Property, text: string): RawValue =>
  row.range === 'iri' ? { kind: 'iri', value: text } : literal(text);

const literalRanges: ReadonlySet<string> = new Set([
  'text',
  'texts',
  'literal',
  'iri',
  'concept',
  'date',
  'duration',
  'integer',
  'decimal',
  'boolean',
]);

const objectValue = (row: Property, value: JsonObject): RawValue[] => {
  if (!literalRanges.has(row.range)) return [{ kind: 'node', node: nodeOf(row.range as ClassName, value) }];
  // A dataset inside a dataset (`first`, `hasVersion`) is named here and described where it stands itself.
  const name = textOf(value['@id']) ?? identifierOf(value) ?? textOf(value.prefLabel) ?? textOf(value.notation);
  if (name !== undefined) return [plainValue(row, name)];
  return [{ kind: 'node', node: nodeOf('Document', value) }];
};
