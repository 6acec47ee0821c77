/** The time and chance, as ports: a use case that takes them can be tested at any hour. */
import { randomBytes } from 'node:crypto';

/** Now, in epoch milliseconds. */
export type Clock = () => number;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Six letters and digits: enough that two runs of a source that start in the same second differ. */
export const randomSuffix = (): string => [...randomBytes(6)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** A run's id: source, start and a random end, so that ids sort by time within a source. */
export const runId = (source: string, startedAt: number, suffix: string): string =>
  `${source}.${new Date(startedAt).toISOString().replace(/[-:]|\.\d+/g, '')}.${suffix}`;
