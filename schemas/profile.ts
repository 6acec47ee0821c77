/** The profiles of DCAT that the property table has columns of, and what each asks of a row at its place. */
import type { ClassName, Property, Requirement } from './property.ts';
import type { Dataset } from './record.ts';

export const profileIds = ['dcat-ap-3', 'dcat-ap-dk-3', 'healthdcat-ap-r8'] as const;
export type ProfileId = (typeof profileIds)[number];

/** HealthDCAT-AP asks for more the less public the data are. */
export type AccessLevel = 'public' | 'restricted' | 'nonPublic';

/** The level that a record says of itself. One that says nothing is taken for non-public: health data are, unless said otherwise. */
export function accessLevelOf({ accessRights }: Dataset): AccessLevel {
  const code = accessRights?.slice(accessRights.lastIndexOf('/') + 1);
  if (code === 'PUBLIC') return 'public';
  return code === 'RESTRICTED' ? 'restricted' : 'nonPublic';
}

/** By which column of the table something is held. */
export interface ProfileFrame {
  readonly profile: ProfileId;
  readonly level: AccessLevel;
}

/** Where a node stands: some demands hold only there. */
export interface Standing {
  readonly name: ClassName;
  /** The class and the property whose value the node is. */
  readonly under?: { readonly name: ClassName; readonly row: Property };
}

/** Whether what HealthDCAT-AP says of a row counts where the node stands. */
export const healthCounts = ({ healthOnlyUnder }: Property, under: Standing['under']): boolean =>
  healthOnlyUnder === undefined || (under !== undefined && healthOnlyUnder.includes(`${under.name}.${under.row.key}`));

/**
 * What a profile asks of a row at a place; undefined where it does not know the property. HealthDCAT-AP stands on DCAT-AP:
 * what it does not say anew of a property holds as DCAT-AP says it.
 */
export function requirementAt(
  row: Property,
  { name, under }: Standing,
  { profile, level }: ProfileFrame,
): Requirement | undefined {
  const { requirements } = row;
  if (profile === 'healthdcat-ap-r8' && !healthCounts(row, under)) return requirements.dcatAp;
  const asked = name === 'DatasetSeries' ? requirements.series : requirements;
  if (profile === 'healthdcat-ap-r8') return asked?.health?.[level] ?? asked?.dcatAp;
  return profile === 'dcat-ap-3' ? asked?.dcatAp : asked?.dcatApDk;
}
