/** Values of a vocabulary. */
import type { RawValue } from '#schemas/reading.ts';
import { findConcept } from '#schemas/vocabulary.ts';
import type { Findings } from './findings.ts';
import { canonicalIri, isProperIri } from './iri.ts';
import { rawText } from './raw-text.ts';
import type { RowPlan } from './row-plan.ts';

interface Found {
  readonly iri: string;
  readonly rule: string;
}

/** Feeds write the same few hundred values in all their records; a feed that makes up values must not fill the memory. */
const REMEMBERED_VALUES = 5000;
/** No concept's name is as long; folding a book to look it up would take as long as reading it. */
const LONGEST_NAME = 500;
const remembered = new Map<string, Map<string, Found | null>>();

/** `findConcept`, remembering what it said: folding a text anew for every record cost more than all else here. */
export const lookUp = (vocabulary: string, text: string): Found | undefined => {
  if (text.length > LONGEST_NAME) return undefined;
  let values = remembered.get(vocabulary);
  if (values === undefined) {
    values = new Map();
    remembered.set(vocabulary, values);
  }
  const known = values.get(text);
  if (known !== undefined) return known ?? undefined;
  const found = findConcept(vocabulary, text);
  if (values.size >= REMEMBERED_VALUES) values.clear();
  values.set(text, found ?? null);
  return found;
};

/**
 * The IRI of the concept that a value means. Unknown values stay beside the record, since a guess would be worse than a
 * gap; an open vocabulary's unknown IRI stays in the record, and its owner learns that it is not one of the list.
 */
export const conceptOf = (
  findings: Findings,
  row: RowPlan,
  value: RawValue,
  text: string,
  prefix: string,
): string | undefined => {
  const found = row.vocabulary === '' ? undefined : lookUp(row.vocabulary, text);
  if (found !== undefined) {
    if (found.iri !== text || value.kind === 'node')
      findings.wrote(prefix + row.key, rawText(value), found.iri, found.rule);
    return found.iri;
  }
  const iri = row.open || row.vocabulary === '' ? webIri(text) : undefined;
  if (iri === undefined) {
    findings.refuse('unknown-value', prefix + row.key, value);
    return undefined;
  }
  if (row.vocabulary !== '') findings.problem('outside-vocabulary', prefix + row.key, text);
  // What an inline description of a foreign concept says besides its IRI has no place in the record.
  if (value.kind === 'node') findings.keep(prefix + row.key, value);
  else if (iri !== text) findings.repaired('address-repaired', prefix + row.key, text, iri);
  return iri;
};

const webIri = (text: string): string | undefined => {
  const iri = isProperIri(text) ? text : canonicalIri(text);
  return iri !== undefined && /^(?:https?|urn):/i.test(iri) ? iri : undefined;
};
