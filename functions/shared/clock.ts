/** The time and chance, as ports: a use case that takes them can be tested at any hour. */
import { randomBytes } from 'node:crypto';

/** Now, in epoch milliseconds. */
export type Clock = () => number;

const DIGITS = 36;

/**
 * Six letters and digits for the end of a run's id: the thousandth of the second, so that two runs that start in one second
 * sort as they came, and four by chance.
 */
export const suffixAt = (startedAt: number): string =>
  [
    (startedAt % 1000).toString(DIGITS).padStart(2, '0'),
    ...[...randomBytes(4)].map((byte) => (byte % DIGITS).toString(DIGITS)),
  ].join('');

/** A run's id: source, start to the second, and the end that `suffixAt` makes, so that ids sort by time within a source. */
export const runId = (source: string, startedAt: number, suffix: string): string =>
  `${source}.${new Date(startedAt).toISOString().replace(/[-:]|\.\d+/g, '')}.${suffix}`;
