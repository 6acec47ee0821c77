/** The rules of AWS's services that the embedded engines do not keep by themselves, with their figures (docs/as-aws.md). */
import { Refusal } from '../refusal.ts';

export interface TableRules {
  /** Write units that one partition key takes in a second. */
  readonly writeUnits: number;
  /** Read units that one partition key gives in a second. */
  readonly readUnits: number;
  /** The share of requests that are throttled whatever they cost: other tenants, a partition that is being split. */
  readonly throttled: number;
  /** The share of batches of which a part comes back undone. */
  readonly partial: number;
  /** The share of queries whose page ends before its time. */
  readonly shortPage: number;
  /** The share of requests that are carried out and whose answer never arrives. */
  readonly lost: number;
}

export interface ObjectRules {
  /** Requests that write and that read, in a second, below one prefix. */
  readonly puts: number;
  readonly gets: number;
  readonly slowDown: number;
  readonly lost: number;
  /** The share of bodies that break off in the middle. */
  readonly brokenOff: number;
}

export interface QueueRules {
  /** The share of messages that arrive later, and by how many seconds at most. */
  readonly delayed: number;
  readonly delaySeconds: number;
  /** The share of deliveries that come a second time. */
  readonly duplicated: number;
  readonly lost: number;
}

export interface FunctionRules {
  /** True where each invocation has an execution environment of its own, which can be ended; else all share this process. */
  readonly apart: boolean;
  /** The share of invocations that find no warm environment, and what that costs them at most. */
  readonly cold: number;
  readonly coldMs: number;
  /** Ends every invocation after so long, without its function having been told of it: as a crash does. */
  readonly endedAfterMs?: number;
  /** What is run in each environment before its function is loaded. */
  readonly before?: readonly { readonly script: string; readonly argument: unknown }[];
}

export interface Rules {
  /** The same seed gives the same throws of the dice, in the order in which requests come. */
  readonly seed: number;
  readonly tables: TableRules;
  readonly objects: ObjectRules;
  readonly queues: QueueRules;
  readonly functions: FunctionRules;
}

/** The services' own figures, and nothing left to chance. */
export const figuresAlone: Rules = {
  seed: 1,
  // Amazon DynamoDB, "Best practices for designing and using partition keys effectively".
  tables: { writeUnits: 1000, readUnits: 3000, throttled: 0, partial: 0, shortPage: 0, lost: 0 },
  // Amazon S3, "Best practices design patterns: optimizing Amazon S3 performance".
  objects: { puts: 3500, gets: 5500, slowDown: 0, lost: 0, brokenOff: 0 },
  queues: { delayed: 0, delaySeconds: 2, duplicated: 0, lost: 0 },
  functions: { apart: false, cold: 0, coldMs: 0 },
};

/** Everything at once, far more often than on AWS: what a month there brings should come in some minutes here. */
export const allRules = (seed: number): Rules => ({
  seed,
  tables: { ...figuresAlone.tables, throttled: 0.03, partial: 0.2, shortPage: 0.3, lost: 0.02 },
  objects: { ...figuresAlone.objects, slowDown: 0.03, lost: 0.02, brokenOff: 0.02 },
  queues: { ...figuresAlone.queues, delayed: 0.2, duplicated: 0.2, lost: 0.05 },
  functions: { apart: true, cold: 0.1, coldMs: 1000 },
});

/** How the environment asks for all rules: `DATALANDKORT_AS_AWS=SEED`. */
const VARIABLE = 'DATALANDKORT_AS_AWS';

/** The rules that were asked for, by the option or by the environment. @throws Refusal for a seed that is no whole number. */
export function rulesAsked(asAws: boolean): Rules | undefined {
  const written = process.env[VARIABLE] ?? (asAws ? '1' : '');
  if (written === '') return undefined;
  if (!/^\d{1,9}$/.test(written))
    throw new Refusal(`${VARIABLE} is "${written}"; it must be a whole number, the seed.`);
  return allRules(Number(written));
}

/** Even numbers from 0 up to 1. Not for secrets. (mulberry32: small, and its sequence is the same everywhere.) */
export function diceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
