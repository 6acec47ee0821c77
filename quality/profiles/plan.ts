/** What a profile asks of a class, worked out once from the property table: a record is held to it without looking at the table again. */
import {
  type AccessLevel,
  healthCounts,
  type ProfileFrame,
  type ProfileId,
  requirementAt,
  type Standing,
} from '#schemas/profile.ts';
import { type ClassName, type FaultSeverity, isClassName, type Property, type Requirement } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';
import type { Fault } from '../finding.ts';
import { isRightKind } from './value-kind.ts';

/** What is asked of one property of a node. */
export interface Rule {
  readonly key: string;
  readonly range: Property['range'];
  readonly many: boolean;
  readonly requirement: Requirement | undefined;
  /** How bad it is when nothing stands there; undefined where nothing need. */
  readonly absence: FaultSeverity | undefined;
  /** Mandatory when this property of the node is true. */
  readonly when: string | undefined;
  /** Mandatory when this property is absent too; told of the first of the two alone, as it is one fault. */
  readonly unless: string | undefined;
  readonly most: number;
  /** How bad a value outside the vocabulary is; undefined where it is left open. */
  readonly closed: FaultSeverity | undefined;
  readonly vocabulary: string;
  readonly mustInclude: string | undefined;
  readonly mustBe: string | undefined;
  /** Whether a value is of the kind that the row wants; undefined where the record's schema has said so already. */
  readonly isRightKind: ((value: string | number) => boolean) | undefined;
  readonly codes: Readonly<Record<Fault, string>>;
  /** The plan of the nodes that stand there. */
  readonly child: Plan | undefined;
}

export interface Plan {
  readonly name: ClassName;
  readonly rules: readonly Rule[];
}

const faults: readonly Fault[] = ['missing', 'too-many', 'vocabulary', 'range', 'value'];

const codesOf = (profile: ProfileId, name: ClassName, key: string): Record<Fault, string> =>
  // The keys are the faults themselves; Object.fromEntries forgets it.
  Object.fromEntries(faults.map((fault) => [fault, `${profile}.${fault}.${name}.${key}`])) as Record<Fault, string>;

const closedAt = (row: Property, { name, under }: Standing, { profile }: ProfileFrame): FaultSeverity | undefined => {
  if (profile !== 'healthdcat-ap-r8') return row.closed?.dcatAp;
  // The codelists of HealthDCAT-AP name datasets and their parts, and no series.
  if (name === 'DatasetSeries') return undefined;
  return healthCounts(row, under) ? row.closed?.health : undefined;
};

const absenceOf = (
  row: Property,
  requirement: Requirement | undefined,
  under: Standing['under'],
): FaultSeverity | undefined => {
  // A service that the record names by the inverse property does serve it, though the record does not say so twice.
  if (requirement === undefined || (under?.row.inverse === true && under.row.iri === row.iri)) return undefined;
  if (requirement.startsWith('M')) return 'violation';
  return requirement.startsWith('R') ? 'warning' : undefined;
};

/** The second of two properties of which one is due says nothing: the first tells for both. */
const partnerOf = (row: Property, rows: readonly Property[]): string | undefined => {
  const partner = rows.findIndex(({ key }) => key === row.mandatoryUnless);
  return partner > rows.indexOf(row) ? row.mandatoryUnless : undefined;
};

const ruleOf = (row: Property, standing: Standing, frame: ProfileFrame): Rule | undefined => {
  const rows: readonly Property[] = propertyTable[standing.name];
  const requirement = requirementAt(row, standing, frame);
  const child = isClassName(row.range)
    ? planAt({ name: row.range, under: { name: standing.name, row } }, frame)
    : undefined;
  if (requirement === undefined && (child === undefined || child.rules.length === 0)) return undefined;
  const isHealth = frame.profile === 'healthdcat-ap-r8';
  const isAsked = requirement !== undefined;
  return {
    key: row.key,
    range: row.range,
    many: row.many,
    requirement,
    absence: absenceOf(row, requirement, standing.under),
    when: isAsked ? row.mandatoryWhen : undefined,
    unless: isAsked ? partnerOf(row, rows) : undefined,
    most: requirement?.endsWith('1') ? 1 : Number.POSITIVE_INFINITY,
    closed: isAsked ? closedAt(row, standing, frame) : undefined,
    vocabulary: row.vocabulary ?? '',
    mustInclude: isHealth && isAsked ? row.mustInclude : undefined,
    mustBe: isHealth && isAsked ? row.valueAtLevel?.[frame.level] : undefined,
    isRightKind: isAsked ? isRightKind(row) : undefined,
    codes: codesOf(frame.profile, standing.name, row.key),
    child: child?.rules.length === 0 ? undefined : child,
  };
};

/** The table's classes end by themselves: no class can stand inside itself. */
const planAt = (standing: Standing, frame: ProfileFrame): Plan => ({
  name: standing.name,
  rules: (propertyTable[standing.name] as readonly Property[]).flatMap((row) => ruleOf(row, standing, frame) ?? []),
});

const plans = new Map<string, Plan>();

/** The plan of a record; the same one for every record of its kind, profile and level. */
export const planOf = (kind: 'Dataset' | 'DatasetSeries', profile: ProfileId, level: AccessLevel): Plan => {
  const key = `${profile} ${profile === 'healthdcat-ap-r8' ? level : ''} ${kind}`;
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = planAt({ name: kind }, { profile, level });
  plans.set(key, plan);
  return plan;
};
