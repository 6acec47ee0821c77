/** Walks a record along a plan and collects what stands against it. */
import type { ProfileId } from '#schemas/profile.ts';
import type { FaultSeverity } from '#schemas/property.ts';
import { isOfScheme } from '#schemas/vocabulary.ts';
import type { Fault, Finding } from '../finding.ts';
import type { Plan, Rule } from './plan.ts';

/** A record of 10,749 distributions is real, and each may lack the same four properties: the first hundred places show where to begin. */
const FINDINGS_PER_CODE = 100;

export type Node = Readonly<Record<string, unknown>>;

interface Fact {
  readonly fault: Fault;
  readonly severity: FaultSeverity;
  readonly path: string;
  readonly value?: string;
}

/** One text a language, or a list a language: how many there are. */
const countTexts = (value: object): number => {
  let count = 0;
  for (const texts of Object.values(value)) count += Array.isArray(texts) ? texts.length : 1;
  return count;
};

/** How many values stand at a property of a node. */
export const countValues = ({ range }: Pick<Rule, 'range'>, value: unknown): number => {
  if (value === undefined) return 0;
  if (range === 'text' || range === 'texts') return typeof value === 'object' && value !== null ? countTexts(value) : 1;
  return Array.isArray(value) ? value.length : 1;
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** A value as it is told; a node has none of its own but its address. */
const told = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return String(value);
  return 'iri' in value && typeof value.iri === 'string' ? value.iri : undefined;
};

export class Examination {
  readonly findings: Finding[] = [];
  omitted = 0;
  violations = 0;
  readonly #set: ProfileId;
  readonly #told = new Map<string, number>();

  constructor(set: ProfileId) {
    this.#set = set;
  }

  report(plan: Pick<Plan, 'name'>, rule: Rule, { fault, severity, path, value }: Fact): void {
    if (severity === 'violation') this.violations += 1;
    const code = rule.codes[fault];
    const already = this.#told.get(code) ?? 0;
    if (already >= FINDINGS_PER_CODE) {
      this.omitted += 1;
      return;
    }
    this.#told.set(code, already + 1);
    const finding = { code, set: this.#set, fault, severity, class: plan.name, property: rule.key, path };
    this.findings.push(value === undefined ? finding : { ...finding, value });
  }

  node(plan: Plan, node: Node, prefix: string): void {
    for (const rule of plan.rules) {
      const value = node[rule.key];
      const count = countValues(rule, value);
      if (count === 0) this.#absent(plan, rule, node, prefix);
      else this.#present(plan, rule, { value, count, path: prefix + rule.key });
    }
  }

  #absent(plan: Plan, rule: Rule, node: Node, prefix: string): void {
    const isDue =
      (rule.when !== undefined && node[rule.when] === true) ||
      (rule.unless !== undefined && node[rule.unless] === undefined);
    const severity = isDue ? 'violation' : rule.absence;
    if (severity !== undefined) this.report(plan, rule, { fault: 'missing', severity, path: prefix + rule.key });
  }

  #present(plan: Plan, rule: Rule, at: { value: unknown; count: number; path: string }): void {
    const { value, count, path } = at;
    if (count > rule.most) this.report(plan, rule, { fault: 'too-many', severity: 'violation', path });
    if (rule.child === undefined && rule.closed === undefined && rule.isRightKind === undefined) return;
    const values = listOf(value);
    for (let index = 0; index < values.length; index += 1) {
      const place = rule.many ? `${path}[${index}]` : path;
      this.#value(plan, rule, values[index], place);
    }
    if (rule.mustInclude !== undefined && !values.includes(rule.mustInclude))
      this.report(plan, rule, { fault: 'value', severity: 'violation', path });
  }

  #value(plan: Plan, rule: Rule, value: unknown, path: string): void {
    if (typeof value === 'object' && value !== null) {
      // An object at a node's row is a node: the record's schema has said so.
      const node = value as Node;
      if (rule.closed !== undefined) this.#member(plan, rule, node, path);
      if (rule.child !== undefined) this.node(rule.child, node, `${path}.`);
      return;
    }
    const plain = typeof value === 'number' ? value : String(value);
    if (rule.isRightKind !== undefined && !rule.isRightKind(plain))
      this.report(plan, rule, { fault: 'range', severity: 'violation', path, value: String(value) });
    else this.#member(plan, rule, value, path);
  }

  #member(plan: Plan, rule: Rule, value: unknown, path: string): void {
    const name = told(value);
    if (rule.closed !== undefined && !isOfScheme(rule.vocabulary, name ?? ''))
      this.report(plan, rule, {
        fault: 'vocabulary',
        severity: rule.closed,
        path,
        ...(name !== undefined && { value: name }),
      });
    else if (rule.mustBe !== undefined && value !== rule.mustBe)
      this.report(plan, rule, { fault: 'value', severity: 'violation', path, value: String(value) });
  }
}
