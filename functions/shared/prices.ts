/**
 * List prices in US dollars, the only place where there are any. They are those of eu-north-1 (Stockholm), on demand, without
 * free tier, discounts or tax, as known to the authors on the date below and not read from AWS: check them against the
 * AWS price list before you rely on a sum, and set the date when you do.
 */
import type { Cost, Usage } from '#schemas/cost.ts';

const prices = {
  date: '2026-11-24',
  perUnit: {
    dynamodbReadUnits: 0.134 / 1e6,
    dynamodbWriteUnits: 0.67 / 1e6,
    s3Puts: 0.005 / 1e3,
    s3Gets: 0.0004 / 1e3,
    sqsCalls: 0.4 / 1e6,
    snsCalls: 0.5 / 1e6,
    lambdaInvocations: 0.2 / 1e6,
    // ARM, the architecture of all our functions.
    lambdaGbSeconds: 0.0000133334,
  },
} as const satisfies { readonly date: string; readonly perUnit: Readonly<Record<keyof Usage, number>> };

export const noUsage = (): Usage => ({
  dynamodbReadUnits: 0,
  dynamodbWriteUnits: 0,
  s3Puts: 0,
  s3Gets: 0,
  sqsCalls: 0,
  snsCalls: 0,
  lambdaInvocations: 0,
  lambdaGbSeconds: 0,
});

// The keys are those of the object itself; Object.keys forgets it.
const keys = Object.keys(noUsage()) as (keyof Usage)[];

/** Half a read unit is the smallest part there is, and a sum of floats should not show its sixteenth digit. */
const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;

/** The bill for what was used, in this invocation and before. */
export function costOf(
  used: readonly (Usage | undefined)[],
  { requests, bytesReceived }: { readonly requests: number; readonly bytesReceived: number },
): Cost {
  const total = noUsage();
  let usd = 0;
  for (const key of keys) {
    total[key] = rounded(used.reduce((sum, usage) => sum + (usage?.[key] ?? 0), 0));
    usd += total[key] * prices.perUnit[key];
  }
  return { ...total, requests, bytesReceived, usd: rounded(usd), prices: prices.date };
}
