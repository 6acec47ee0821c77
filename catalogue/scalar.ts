/** One plain value by the rule of its row: IRI, concept, date, duration, number, boolean or literal. */
import { namespaces } from '#schemas/namespaces.ts';
import type { RawNode, RawValue } from '#schemas/reading.ts';
import { isAbsent } from './absent.ts';
import { conceptOf, lookUp } from './concept.ts';
import { canonicalDate, canonicalDuration, isPlainDate } from './date.ts';
import type { Findings } from './findings.ts';
import { canonicalIri, isProperIri } from './iri.ts';
import { eliOf } from './legislation.ts';
import { booleanOf, decimalOf, integerOf } from './number.ts';
import { rawText } from './raw-text.ts';
import type { RowPlan } from './row-plan.ts';
import { bounded, collapse } from './text.ts';

/** The value as the record holds it; undefined when no rule takes it, which the findings then say. */
export const scalarOf = (
  findings: Findings,
  row: RowPlan,
  value: RawValue,
  prefix: string,
): string | number | boolean | undefined => {
  const text = value.kind === 'node' ? textOfNode(row, value.node) : value.value;
  if (text === undefined || isAbsent(text)) {
    findings.refuse('node-for-value', prefix + row.key, value);
    return undefined;
  }
  switch (row.rule) {
    case 'literal':
      return collapse(bounded(findings, prefix + row.key, text));
    case 'iri':
      return iriValue(findings, row, value, text, prefix);
    case 'concept':
      return conceptOf(findings, row, value, text, prefix);
    case 'date':
      return isPlainDate(text) ? text : mapped(findings, row, value, text, prefix);
    default:
      return mapped(findings, row, value, text, prefix);
  }
};

/** Properties that name a thing, by our keys or as predicates, the surest first. */
const naming: readonly RegExp[] = [
  'value',
  'notation',
  'identifier',
  'prefLabel',
  'label',
  'title',
  'name',
  'type',
  'source',
].map((name) => new RegExp(`(?:^|[#/])${name}$`));
const RDF_TYPE = `${namespaces.rdf}type`;

/** What a node may mean where a plain value belongs: its IRI, or what it is called (`[ rdfs:label "public" ]`). */
const namesOf = (node: RawNode): string[] => {
  const names: string[] = node.iri === undefined || node.iri.startsWith('_:') ? [] : [node.iri];
  for (const pattern of naming) {
    for (const group of [node.properties, node.unmapped]) {
      for (const [key, values] of Object.entries(group)) {
        if (key === RDF_TYPE || !pattern.test(key)) continue;
        for (const value of values) if (value.kind !== 'node' && !isAbsent(value.value)) names.push(value.value);
      }
    }
  }
  return names;
};

/** The name that the row's vocabulary knows, or else the surest one. */
const textOfNode = (row: RowPlan, node: RawNode): string | undefined => {
  const names = namesOf(node);
  const known = row.rule === 'concept' ? names.find((name) => lookUp(row.vocabulary, name) !== undefined) : undefined;
  return known ?? names[0];
};

const iriValue = (
  findings: Findings,
  row: RowPlan,
  value: RawValue,
  text: string,
  prefix: string,
): string | undefined => {
  const iri = isProperIri(text) ? text : canonicalIri(text);
  if (iri === undefined) {
    findings.refuse('not-an-address', prefix + row.key, value);
    return undefined;
  }
  const written = rawText(value);
  const law = row.key === 'applicableLegislation' ? eliOf(iri) : iri;
  if (law !== iri) findings.wrote(prefix + row.key, written, law, 'older-form');
  else if (iri !== text) findings.repaired('address-repaired', prefix + row.key, written, iri);
  return law;
};

const mapped = (
  findings: Findings,
  row: RowPlan,
  value: RawValue,
  text: string,
  prefix: string,
): string | number | boolean | undefined => {
  const rule = rules[row.rule];
  const outcome = rule?.(text.trim(), value.kind === 'literal' ? value.datatype : undefined);
  if (outcome === undefined) {
    findings.refuse(refusals[row.rule] ?? 'unknown-value', prefix + row.key, value);
    return undefined;
  }
  const { value: result, repair } = outcome;
  if (repair !== undefined) findings.repaired(repair, prefix + row.key, text, String(result));
  else if (String(result) !== text) findings.wrote(prefix + row.key, text, String(result), row.rule);
  return result;
};

interface Mapped {
  readonly value: string | number | boolean;
  /** The problem code of a form that its standard does not allow. */
  readonly repair?: string | undefined;
}

const rules: Readonly<Record<string, (text: string, datatype?: string) => Mapped | undefined>> = {
  date: canonicalDate,
  duration: canonicalDuration,
  integer: integerOf,
  decimal: decimalOf,
  boolean: booleanOf,
};

const refusals: Readonly<Record<string, string>> = {
  date: 'not-a-date',
  duration: 'not-a-duration',
  integer: 'not-a-number',
  decimal: 'not-a-number',
  boolean: 'not-a-boolean',
};
