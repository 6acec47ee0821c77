/** What the simulation takes as given, in one place: whatever is not measured and not published is here, with its reason. */

/** A catalogue to simulate. */
export interface Size {
  readonly name: string;
  readonly datasets: number;
  readonly sources: number;
}

/** Denmark today, Denmark as it may become, a large country, and as many as data.europa.eu lists. */
export const SIZES: readonly Size[] = [
  { name: '150 registers', datasets: 150, sources: 150 },
  { name: '5,000 datasets', datasets: 5_000, sources: 200 },
  { name: '100,000 datasets', datasets: 100_000, sources: 200 },
  { name: '2,000,000 datasets', datasets: 2_000_000, sources: 200 },
];

export const ASSUMED = {
  /** The same figures each time. */
  seed: 20_261_126,
  /** Datasets that change from one day to the next. */
  changingShare: 0.01,
  followers: 1_000,
  /** How far owners' catalogues differ in size: the standard deviation of the logarithm. The largest of 200 then holds some 10 %. */
  spread: 1.3,
  /** Datasets on a page of a feed, as portals page by default. */
  perPage: 100,
  /** Requests a second to one owner's host: what `politeness` says where nobody wrote another. */
  requestsPerSecond: 1,
  /** A service further away than the local engine: the embedded S3 answers in about a millisecond, S3 in some tens. */
  s3CallMs: 25,
  /** What a function reads from and writes to S3 in a second, in bytes. */
  s3BytesPerSecond: 80e6,
  /** Empty receives a minute that Lambda makes at each queue: five pollers that wait twenty seconds each (getlift/lift#132). */
  receivesPerMinute: 15,
  /** What Lambda and a function's own line write to the log, in bytes. */
  logBytesPerInvocation: 600,
  /** A line of the gateway's access log, in bytes. */
  logBytesPerRequest: 300,
  /** How long a cache in front answers a follower at the end of the log: `max-age` of the API's changing answers, in seconds. */
  tailCacheSeconds: 10,
  /** What a follower is answered at the end of the log, and for each change with its record, compressed, in bytes. */
  pollBytes: 600,
  changeBytes: 700,
  /** What people read in a month, and how much of it a cache cannot answer. */
  reads: 20_000,
  searches: 10_000,
  readBytes: 8_000,
  /** People who sign in, letters to owners, tokens that programs ask for. */
  people: 10,
  lettersPerOwner: 1,
  tokens: 300,
} as const;

export const DAYS_PER_MONTH = 30.4;
export const DAY_SECONDS = 86_400;

/** Things that cost by the month whether or not anything happens, as the stacks make them. */
export const FIXED = {
  secrets: 2,
  /** Figures that alarms stand on, which is what AWS counts (test/infra/watching.test.ts holds these to the stacks). */
  alarms: 85,
  customMetrics: 26,
  dashboards: 1,
  /** One for each scope: the operator's and the subscriber's. */
  machineClients: 2,
} as const;
