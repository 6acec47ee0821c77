/** The profiles that a description is held to, and what comes of holding it to one. */
import type { ClassName, Property, Requirement } from '#schemas/property.ts';
import type { Dataset } from '#schemas/record.ts';
import type { Finding } from '../finding.ts';

export type ProfileId = 'dcat-ap-3' | 'dcat-ap-dk-3' | 'healthdcat-ap-r8';

/** HealthDCAT-AP asks for more the less public the data are. */
export type AccessLevel = 'public' | 'restricted' | 'nonPublic';

/** How many of the properties that a profile asks of the record itself are there; those of its parts tell by their findings. */
export interface Met {
  readonly met: number;
  readonly of: number;
}

export interface ProfileVerdict {
  readonly profile: ProfileId;
  /** Of HealthDCAT-AP: the level by which the record was judged. */
  readonly level?: AccessLevel;
  /** True when nothing stands against what is mandatory. */
  readonly conforms: boolean;
  readonly mandatory: Met;
  readonly recommended: Met;
  readonly findings: readonly Finding[];
  /** Findings that are not listed, since a hundred of the same code say no more than the first hundred; they count all the same. */
  readonly omitted: number;
}

/** The level that a record says of itself. One that says nothing is taken for non-public: health data are, unless said otherwise. */
export function accessLevelOf({ accessRights }: Dataset): AccessLevel {
  const code = accessRights?.slice(accessRights.lastIndexOf('/') + 1);
  if (code === 'PUBLIC') return 'public';
  return code === 'RESTRICTED' ? 'restricted' : 'nonPublic';
}

/**
 * What a profile asks of a row; undefined where it does not know the property. HealthDCAT-AP stands on DCAT-AP: what it does
 * not say anew of a property holds as DCAT-AP says it.
 */
export function requirementOf(
  { requirements }: Property,
  profile: ProfileId,
  { kind, level }: { readonly kind: ClassName; readonly level: AccessLevel },
): Requirement | undefined {
  const asked = kind === 'DatasetSeries' ? requirements.series : requirements;
  if (profile === 'healthdcat-ap-r8') return asked?.health?.[level] ?? asked?.dcatAp;
  return profile === 'dcat-ap-3' ? asked?.dcatAp : asked?.dcatApDk;
}
