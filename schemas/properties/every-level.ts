import type { Requirement } from '../property.ts';

/** What HealthDCAT-AP asks alike of public, restricted and non-public datasets. */
export const everyLevel = (requirement: Requirement): Record<'public' | 'restricted' | 'nonPublic', Requirement> => ({
  public: requirement,
  restricted: requirement,
  nonPublic: requirement,
});
