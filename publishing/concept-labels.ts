/** What the concepts in a record are called: a record has their IRIs alone. */
import { type ClassName, isClassName } from '#schemas/property.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import type { Dataset } from '#schemas/record.ts';
import type { Concept } from '#schemas/vocabularies/vocabulary-tables.ts';
import { conceptByIri } from '#schemas/vocabulary.ts';

/** Concepts of one record. A dataset in a hundred languages, formats and places has no more. */
const MOST = 500;

type Labels = Map<string, Concept['label']>;

function take(labels: Labels, vocabulary: string, value: unknown): void {
  if (typeof value !== 'string' || labels.size >= MOST) return;
  const concept = conceptByIri(vocabulary, value);
  if (concept) labels.set(value, concept.label);
}

function gather(labels: Labels, node: object, of: ClassName): void {
  for (const [key, value] of Object.entries(node)) {
    const row = propertyByKey(of, key);
    if (!row) continue;
    for (const one of [value].flat()) {
      const isNode = isClassName(row.range) && typeof one === 'object' && one !== null;
      if (row.vocabulary !== undefined) take(labels, row.vocabulary, isNode ? one.iri : one);
      if (isClassName(row.range) && isNode) gather(labels, one, row.range);
    }
  }
}

/** By IRI; a concept that no vocabulary of ours has is called nothing. */
export function conceptLabels(record: Dataset): Readonly<Record<string, Concept['label']>> {
  const labels: Labels = new Map();
  gather(labels, record, 'Dataset');
  return Object.fromEntries(labels);
}
