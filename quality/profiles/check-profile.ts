/** Holds a record to a profile, by the property table alone. The official shapes are the examiner in the tests. */
import { isAbsoluteIri } from '#schemas/lexical-form.ts';
import { accessLevelOf, type ProfileId } from '#schemas/profile.ts';
import type { FaultSeverity } from '#schemas/property.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Finding } from '../finding.ts';
import { countValues, Examination, type Node } from './examination.ts';
import { type Plan, planOf, type Rule } from './plan.ts';
import type { Met, ProfileVerdict } from './profile.ts';
import { type RefusedValue, refusedValues } from './refused-values.ts';

/** A record as it is judged: with what the normaliser could not map, where the catalogue's whole entry is at hand. */
type Judged = Pick<CatalogueEntry, 'kind' | 'record'> & Partial<Pick<CatalogueEntry, 'unmapped' | 'problems'>>;

const isMandatory = ({ requirement, when }: Rule, record: Node): boolean =>
  requirement?.startsWith('M') === true || (when !== undefined && record[when] === true);

const metOf = (rules: readonly Rule[], record: Node): Met => ({
  met: rules.filter((rule) => countValues(rule, record[rule.key]) > 0).length,
  of: rules.length,
});

const worse = (one: FaultSeverity | undefined, other: FaultSeverity): FaultSeverity =>
  one === 'violation' ? one : other;

/** An unknown concept is as bad as its profile says; a text where a concept is due is no concept at all, as is a value of another kind. */
const severityOf = ({ fault, rule, value }: RefusedValue): FaultSeverity =>
  fault === 'vocabulary' && isAbsoluteIri(value) ? (rule.closed ?? 'warning') : 'violation';

/**
 * Tells of the refused values. Where one of them is the reason that nothing stands at a place, the gap is not told besides:
 * the owner did write something there.
 */
const addRefused = (examination: Examination, entry: Judged, plan: Plan): readonly Finding[] => {
  const { record, unmapped = [], problems = [] } = entry;
  const refused = [...refusedValues({ record, unmapped, problems }, plan)];
  if (refused.length === 0) return examination.findings;
  const gaps = new Map(
    examination.findings.filter(({ fault }) => fault === 'missing').map((finding) => [finding.path, finding.severity]),
  );
  const filled = new Set<string>();
  for (const value of refused) {
    const severity = worse(gaps.get(value.path), severityOf(value));
    if (gaps.has(value.path)) filled.add(value.path);
    examination.report(value.plan, value.rule, { ...value, severity });
  }
  return examination.findings.filter(({ fault, path }) => fault !== 'missing' || !filled.has(path));
};

/**
 * The verdict of one profile about one record and all its parts. HealthDCAT-AP judges by the record's own access level.
 * `conforms` means that no finding is a violation; recommendations only warn.
 */
export function checkProfile(entry: Judged, profile: ProfileId): ProfileVerdict {
  const { kind, record } = entry;
  const level = accessLevelOf(record);
  const plan = planOf(kind, profile, level);
  const examination = new Examination(profile);
  examination.node(plan, record, '');
  const findings = addRefused(examination, entry, plan);
  const recommended = plan.rules.filter((rule) => rule.absence === 'warning' && !isMandatory(rule, record));
  return {
    profile,
    ...(profile === 'healthdcat-ap-r8' && { level }),
    conforms: examination.violations === 0,
    mandatory: metOf(
      plan.rules.filter((rule) => isMandatory(rule, record)),
      record,
    ),
    recommended: metOf(recommended, record),
    findings,
    omitted: examination.omitted,
  };
}
