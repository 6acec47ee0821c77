/** The longest time between two updates that each frequency promises, in days. */

/** Frequencies without a promise (irregular, as needed, never, unknown) are not in it. */
const days: Readonly<Record<string, number>> = {
  CONT: 1,
  UPDATE_CONT: 1,
  '1MIN': 1 / 1440,
  '5MIN': 5 / 1440,
  '10MIN': 10 / 1440,
  '15MIN': 15 / 1440,
  '30MIN': 30 / 1440,
  HOURLY: 1 / 24,
  BIHOURLY: 2 / 24,
  TRIHOURLY: 3 / 24,
  '12HRS': 0.5,
  DAILY_2: 0.5,
  DAILY: 1,
  WEEKLY_3: 3,
  WEEKLY_2: 4,
  WEEKLY: 7,
  BIWEEKLY: 14,
  MONTHLY_3: 11,
  MONTHLY_2: 16,
  MONTHLY: 31,
  BIMONTHLY: 62,
  QUARTERLY: 92,
  ANNUAL_3: 123,
  ANNUAL_2: 184,
  ANNUAL: 366,
  BIENNIAL: 731,
  TRIENNIAL: 1096,
  QUADRENNIAL: 1461,
  QUINQUENNIAL: 1827,
  DECENNIAL: 3653,
  BIDECENNIAL: 7305,
  TRIDECENNIAL: 10_958,
};

const codeOf = (frequency: string): string => frequency.slice(frequency.lastIndexOf('/') + 1);

/** The days that a frequency (its IRI) promises; undefined for one that promises none. */
export const promisedDays = (frequency: string): number | undefined => days[codeOf(frequency)];

/** Whether a frequency says anything: `UNKNOWN` and `OTHER` are concepts, and no answers. */
export const saysFrequency = (frequency: string | undefined): boolean =>
  frequency !== undefined && !['UNKNOWN', 'OTHER'].includes(codeOf(frequency));
