/** A raw node by the rows of its class: every value goes through the rule of its row, or stays beside the record. */
import type { RawNode, RawValue } from '#schemas/reading.ts';
import { isAbsent } from './absent.ts';
import { canonicalText } from './canonical.ts';
import { lookUp } from './concept.ts';
import type { Findings } from './findings.ts';
import { canonicalIri, isProperIri } from './iri.ts';
import { nodeFromPlainValue } from './plain-node.ts';
import { rawText } from './raw-text.ts';
import { type ClassPlan, planOf, type RowPlan } from './row-plan.ts';
import { scalarOf } from './scalar.ts';
import { languageTexts, oneTextALanguage } from './text.ts';
import { upgradeAgent } from './upgrade.ts';

/** A record of 34,866 keywords is real and is kept; one of more than these is a mistake of its export, and would fill the memory. */
const VALUES_PER_PROPERTY = 100_000;
/** A record of 10,749 distributions is real and is kept; each is a node with values of its own, so the bound is lower. */
const DISTRIBUTIONS_PER_RECORD = 20_000;
/** Nodes of one record: a table of variables has thousands. Parts that are shared are written out
 * wherever they stand, so a graph of a few hundred shared parts would become millions. The table's classes end by themselves. */
const NODES_PER_RECORD = 100_000;

/** Makes a node of the record of a raw node; `prefix` is where it stands (`distribution.`), for findings. */
export const normaliseNode = (
  findings: Findings,
  plan: ClassPlan,
  raw: RawNode,
  prefix = '',
): Record<string, unknown> => {
  findings.nodes += 1;
  const node: Record<string, unknown> = {};
  if (raw.iri !== undefined) {
    const iri = nodeIri(findings, raw.iri, prefix);
    if (iri !== undefined) node.iri = iri;
  }
  const { properties, unmapped } = raw;
  for (const key in properties) {
    const values = properties[key];
    if (values === undefined || values.length === 0) continue;
    const row = plan.get(key);
    if (row === undefined) {
      keepAll(findings, prefix + key, values);
      continue;
    }
    const value = convert(findings, row, values, prefix);
    if (value !== undefined) node[key] = value;
  }
  for (const name in unmapped) keepAll(findings, prefix + name, unmapped[name] ?? []);
  return node;
};

const keepAll = (findings: Findings, name: string, values: readonly RawValue[]): void => {
  for (const value of atMost(findings, VALUES_PER_PROPERTY, values, name)) {
    if (!isNoValue(value)) findings.keep(name, value);
  }
};

/** A node's own IRI; a blank node's label is none, and a relative one names nothing outside its page. */
const nodeIri = (findings: Findings, written: string, prefix: string): string | undefined => {
  if (written.startsWith('_:')) return undefined;
  if (isProperIri(written)) return written;
  const iri = canonicalIri(written);
  if (iri === undefined) findings.refuse('not-an-address', `${prefix}iri`, { kind: 'iri', value: written });
  else findings.repaired('address-repaired', `${prefix}iri`, written, iri);
  return iri;
};

const isNoValue = (value: RawValue): boolean => value.kind !== 'node' && isAbsent(value.value);

/** The value of one property from all that was written under it; undefined when nothing of it is a value. */
export const convert = (findings: Findings, row: RowPlan, written: readonly RawValue[], prefix: string): unknown => {
  const values = present(findings, row, written, prefix);
  if (values.length === 0) return undefined;
  if (row.rule === 'text') return oneTextALanguage(findings, prefix + row.key, values);
  if (row.rule === 'texts') return languageTexts(findings, prefix + row.key, values);
  const converted: unknown[] = [];
  const origins: RawValue[] = [];
  for (const value of values) {
    const result =
      row.rule === 'node' ? embedded(findings, row, value, prefix) : scalarOf(findings, row, value, prefix);
    if (result === undefined) continue;
    converted.push(result);
    origins.push(value);
  }
  if (row.many) return converted.length === 0 ? undefined : distinct(converted);
  return converted.length <= 1 ? converted[0] : firstInOrder(findings, prefix + row.key, converted, origins);
};

/** The values without placeholders, and no more of them than the bounds allow. */
const present = (
  findings: Findings,
  row: RowPlan,
  written: readonly RawValue[],
  prefix: string,
): readonly RawValue[] => {
  let values = written;
  for (const value of written) {
    if (!isNoValue(value)) continue;
    findings.absent(prefix + row.key, value);
    values = written.filter((one) => !isNoValue(one));
    break;
  }
  const bound = row.className === 'Distribution' ? DISTRIBUTIONS_PER_RECORD : VALUES_PER_PROPERTY;
  return atMost(findings, bound, values, prefix + row.key);
};

/** No more values than a bound: the first in canonical order, so that the same ones are kept however the feed orders them. */
const atMost = (findings: Findings, bound: number, values: readonly RawValue[], name: string): readonly RawValue[] => {
  if (values.length <= bound) return values;
  findings.problem('too-many-values', name, `${values.length} values, ${bound} kept`);
  const ordered = values.map((value) => ({ value, text: rawText(value) }));
  ordered.sort((one, other) => (one.text < other.text ? -1 : 1));
  return ordered.slice(0, bound).map(({ value }) => value);
};

const embedded = (
  findings: Findings,
  row: RowPlan,
  value: RawValue,
  prefix: string,
): Record<string, unknown> | undefined => {
  const className = row.className ?? 'Document';
  const given = value.kind === 'node' ? value.node : nodeFromPlainValue(findings, className, value, prefix + row.key);
  if (given === undefined) return undefined;
  if (findings.nodes >= NODES_PER_RECORD) {
    findings.refuse('too-many-parts', prefix + row.key, value);
    return undefined;
  }
  const inner = `${prefix}${row.key}.`;
  const raw = className === 'Agent' ? upgradeAgent(findings, given, inner) : given;
  const node = normaliseNode(findings, planOf(className), raw, inner);
  if (className === 'Location' && typeof node.iri === 'string') node.iri = placeIri(node.iri);
  for (const _ in node) return node;
  return undefined;
};

/** A country by the IRI of the vocabulary, whichever of its addresses was written. */
const placeIri = (iri: string): string => lookUp('country', iri)?.iri ?? iri;

/** Equal plain values once; nodes are left as they are, since the fingerprint takes lists for sets anyway. */
const distinct = (values: unknown[]): unknown[] =>
  values.length === 1 || typeof values[0] === 'object' ? values : [...new Set(values)];

/** Of several values where one is allowed, the first in canonical order; a feed's order says nothing and changes freely. */
const firstInOrder = (
  findings: Findings,
  name: string,
  converted: readonly unknown[],
  origins: readonly RawValue[],
): unknown => {
  const texts = converted.map(canonicalText);
  const [first] = [...texts].sort();
  converted.forEach((_, index) => {
    const origin = origins[index];
    if (texts[index] !== first && origin !== undefined) findings.refuse('several-values', name, origin);
  });
  return converted[texts.indexOf(first ?? '')];
};
