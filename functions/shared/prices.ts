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

/** A price that no run's bill has, but the whole system's does. `free` is what AWS gives away of it each month, for ever. */
interface Price {
  readonly usd: number;
  readonly free: number;
  /** Where the price was seen in the reference material at hand; null for one that is known to the authors alone. */
  readonly seen: string | null;
}

/** What AWS gives away each month of what a run uses. DynamoDB gives none of its units away on demand. */
const free = {
  dynamodbReadUnits: 0,
  dynamodbWriteUnits: 0,
  s3Puts: 0,
  s3Gets: 0,
  sqsCalls: 1e6,
  snsCalls: 1e6,
  lambdaInvocations: 1e6,
  lambdaGbSeconds: 400_000,
} as const satisfies Readonly<Record<keyof Usage, number>>;

const seenOf: Readonly<Partial<Record<keyof Usage, string>>> = {
  dynamodbReadUnits: 'us-east-1 0.125 a million after November 2024 (airbyte.com, 2025-07); Stockholm itself not seen',
  dynamodbWriteUnits: 'us-east-1 0.625 a million after November 2024 (airbyte.com, 2025-07); Stockholm itself not seen',
  sqsCalls: 'free part: costpulse.cloud, 2026',
  snsCalls: 'free part: costpulse.cloud, 2026',
  lambdaInvocations: 'free part: costpulse.cloud, 2026',
  lambdaGbSeconds: 'free part: costpulse.cloud, 2026',
};

const others = {
  dynamodbStorageGb: { usd: 0.2622, free: 25, seen: null },
  dynamodbBackupGb: { usd: 0.2098, free: 0, seen: null },
  s3StorageGb: { usd: 0.023, free: 0, seen: null },
  apiGatewayRequests: { usd: 1.05 / 1e6, free: 0, seen: null },
  cloudFrontRequests: { usd: 1.2 / 1e6, free: 10e6, seen: 'free part: aws.amazon.com/cloudfront/pricing' },
  cloudFrontGb: { usd: 0.085, free: 1024, seen: 'aws.amazon.com/cloudfront/pricing, Europe, first 10 TB' },
  logsGb: {
    usd: 0.54,
    free: 5,
    seen: 'us-east-1 0.50 (signoz.io, 2026-02); free part: aws.amazon.com/cloudwatch/pricing',
  },
  customMetrics: {
    usd: 0.3,
    free: 10,
    seen: 'signoz.io, 2026-02; free part: costpulse.cloud, 2026 (AWS’s own page, as stored, says “detailed monitoring metrics”)',
  },
  alarms: { usd: 0.1, free: 10, seen: 'free part: aws.amazon.com/cloudwatch/pricing' },
  /** Those of up to fifty metrics together are free. */
  dashboards: { usd: 3, free: 3, seen: 'factualminds.com, 2026-06; free part: aws.amazon.com/cloudwatch/pricing' },
  scheduledInvocations: { usd: 1 / 1e6, free: 14e6, seen: 'free part: awsnegotiations.com, 2026-05' },
  secrets: { usd: 0.4, free: 0, seen: null },
  cognitoPlusUsers: { usd: 0.02, free: 0, seen: 'aws.amazon.com/cognito/pricing, read 2026-09' },
  cognitoTokens: { usd: 2.25 / 1e3, free: 0, seen: 'cur.vantage-api.com, 2025-04' },
  /** Charged for each client that may ask for tokens of its own. We believe it was given up in 2025 and could not confirm it. */
  cognitoMachineClients: { usd: 6, free: 0, seen: 'rhythmictech.com, 2025-05; maybe no longer charged' },
  mails: { usd: 0.1 / 1e3, free: 0, seen: null },
} as const satisfies Readonly<Record<string, Price>>;

const runPrice = (unit: keyof Usage): Price => ({
  usd: prices.perUnit[unit],
  free: free[unit],
  seen: seenOf[unit] ?? null,
});

/** Everything that the system's bill is made of, with what is free of it. */
export const priceTable: Readonly<Record<keyof Usage | keyof typeof others, Price>> = {
  dynamodbReadUnits: runPrice('dynamodbReadUnits'),
  dynamodbWriteUnits: runPrice('dynamodbWriteUnits'),
  s3Puts: runPrice('s3Puts'),
  s3Gets: runPrice('s3Gets'),
  sqsCalls: runPrice('sqsCalls'),
  snsCalls: runPrice('snsCalls'),
  lambdaInvocations: runPrice('lambdaInvocations'),
  lambdaGbSeconds: runPrice('lambdaGbSeconds'),
  ...others,
};

/** The date of the table. */
export const pricesDate: string = prices.date;

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
