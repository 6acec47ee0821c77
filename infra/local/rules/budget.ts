/** How much of something there is in a second, for each of many keys: partitions of a table, prefixes of a bucket. */

interface Left {
  units: number;
  at: number;
}

export interface Budgets {
  /** Whether a request may come in. One that costs more than is left is let in and owed for, as the services do. */
  hasLeft(key: string): boolean;
  spend(key: string, units: number): void;
}

/**
 * Unused units are kept for a second and no longer: DynamoDB's own burst of up to five minutes is a kindness that it does
 * not promise. @param now in milliseconds, by a clock that nobody sets.
 */
export function budgetsOf(unitsPerSecond: number, now: () => number = () => performance.now()): Budgets {
  const left = new Map<string, Left>();
  const of = (key: string): Left => {
    const { units, at } = left.get(key) ?? { units: unitsPerSecond, at: now() };
    const fresh = { units: Math.min(unitsPerSecond, units + ((now() - at) / 1000) * unitsPerSecond), at: now() };
    left.set(key, fresh);
    return fresh;
  };
  return {
    hasLeft: (key) => of(key).units > 0,
    spend(key, units) {
      of(key).units -= units;
    },
  };
}
