/** What comes of holding a description to a profile. */
import type { AccessLevel, ProfileId } from '#schemas/profile.ts';
import type { Finding } from '../finding.ts';

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
