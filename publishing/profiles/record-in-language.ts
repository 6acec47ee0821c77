/** A record with each of its texts in one language: that which is asked for, where the owner wrote it, else another. */
import { isClassName, type Property } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';
import type { Dataset } from '#schemas/record.ts';
import type { DocumentLanguage } from './plain-values.ts';
import { languageOf } from './plain-values.ts';

type Node = Readonly<Record<string, unknown>>;

const oneLanguage = (texts: Node, language: DocumentLanguage): Node => {
  const found = languageOf(texts as Readonly<Record<string, string | readonly string[]>>, language);
  return found === undefined ? {} : { [found]: texts[found] };
};

const valueInLanguage = (value: unknown, { range }: Property, language: DocumentLanguage): unknown => {
  // The record's schema has said what stands at a row of this range.
  if (range === 'text' || range === 'texts') return oneLanguage(value as Node, language);
  if (!isClassName(range)) return value;
  const rows: readonly Property[] = propertyTable[range];
  if (Array.isArray(value)) return value.map((node: Node) => nodeInLanguage(node, rows, language));
  return nodeInLanguage(value as Node, rows, language);
};

const nodeInLanguage = (node: Node, rows: readonly Property[], language: DocumentLanguage): Node => {
  const kept: Record<string, unknown> = { ...node };
  for (const row of rows) {
    const value = node[row.key];
    if (value !== undefined) kept[row.key] = valueInLanguage(value, row, language);
  }
  return kept;
};

/** The record in a language; what it says is the same, and each text stands once. */
export const recordInLanguage = (record: Dataset, language: DocumentLanguage): Dataset =>
  // Only texts were left out of maps of texts.
  nodeInLanguage(record, propertyTable.Dataset, language) as Dataset;
