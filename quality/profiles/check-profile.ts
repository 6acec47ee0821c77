/** Holds a record to a profile, by the property table alone. The official shapes are the examiner in the tests. */
import type { Property, Requirement } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Finding } from '../finding.ts';
import { accessLevelOf, type Met, type ProfileId, type ProfileVerdict, requirementOf } from './profile.ts';

interface Asked {
  readonly row: Property;
  readonly requirement: Requirement;
  readonly isThere: boolean;
}

const isMandatory = ({ requirement }: Asked): boolean => requirement.startsWith('M');
const isRecommended = ({ requirement }: Asked): boolean => requirement.startsWith('R');

const metOf = (asked: readonly Asked[]): Met => ({
  met: asked.filter(({ isThere }) => isThere).length,
  of: asked.length,
});

const findingOf =
  (profile: ProfileId, kind: CatalogueEntry['kind']) =>
  (asked: Asked): Finding => ({
    code: `${profile}.missing.${kind}.${asked.row.key}`,
    set: profile,
    fault: 'missing',
    severity: isMandatory(asked) ? 'violation' : 'warning',
    class: kind,
    property: asked.row.key,
    path: asked.row.key,
  });

/** The verdict of one profile about one record; HealthDCAT-AP judges by the record's own access level. */
export function checkProfile(
  { kind, record }: Pick<CatalogueEntry, 'kind' | 'record'>,
  profile: ProfileId,
): ProfileVerdict {
  const level = accessLevelOf(record);
  const asked = (propertyTable[kind] as readonly Property[]).flatMap((row): Asked[] => {
    const requirement = requirementOf(row, profile, { kind, level });
    return requirement ? [{ row, requirement, isThere: row.key in record }] : [];
  });
  const absent = asked.filter((one) => !one.isThere && (isMandatory(one) || isRecommended(one)));
  const findings = absent.map(findingOf(profile, kind));
  return {
    profile,
    ...(profile === 'healthdcat-ap-r8' && { level }),
    conforms: !findings.some(({ severity }) => severity === 'violation'),
    mandatory: metOf(asked.filter(isMandatory)),
    recommended: metOf(asked.filter(isRecommended)),
    findings,
  };
}
