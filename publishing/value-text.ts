/** A value of a record as a person reads it, on one line, in Danish or English. */
import { isClassName, type Property } from '#schemas/property.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import { conceptByIri } from '#schemas/vocabulary.ts';

export type TextLanguage = 'da' | 'en';

/** Longer values are cut: a text is read, and the JSON has them whole. */
const VALUE_LENGTH = 300;

/** What is no row of the table, and changes all the same. */
const others: Readonly<Record<string, Property['label']>> = {
  kind: { da: 'art', en: 'kind' },
  unmapped: { da: 'uden plads i tabellen', en: 'without a place in the table' },
};

/** What a property of a dataset is called. */
export const propertyLabel = (property: string): Property['label'] =>
  others[property] ?? propertyByKey('Dataset', property)?.label ?? { da: property, en: property };

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inner = (row: Property | undefined, key: string): Property | undefined =>
  row && isClassName(row.range) ? propertyByKey(row.range, key) : undefined;

/** Texts with their language, lists with semicolons, concepts by name, nodes as their properties. */
function shown(value: unknown, language: TextLanguage, row: Property | undefined): string {
  if (Array.isArray(value)) return value.map((item) => shown(item, language, row)).join('; ');
  if (!isTable(value)) {
    const concept = conceptByIri(row?.vocabulary ?? '', String(value));
    return concept?.label[language] ?? String(value).replaceAll(/\s+/g, ' ');
  }
  const parts = Object.entries(value).map(([key, part]) => {
    const of = inner(row, key);
    return key === 'und' ? shown(part, language, of) : `${of?.label[language] ?? key}: ${shown(part, language, of)}`;
  });
  return parts.length > 1 ? `{ ${parts.join(' | ')} }` : parts.join('');
}

/** The value of a dataset's property, cut where it is long. */
export function valueText(property: string, value: unknown, language: TextLanguage): string {
  const text = shown(value, language, propertyByKey('Dataset', property));
  return text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH)} …` : text;
}
