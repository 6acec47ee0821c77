/** How long functions work, and what they use, by the measured model. Values only. */
import { ASSUMED } from './assumptions.ts';
import { predicted } from './fit.ts';
import type { Measured } from './measured.ts';
import type { Numbers, Shape } from './scenario.ts';

export const plus = (...all: readonly Numbers[]): Numbers => {
  const sums: Record<string, number> = {};
  for (const numbers of all)
    for (const [unit, value] of Object.entries(numbers)) sums[unit] = (sums[unit] ?? 0) + value;
  return sums;
};

export const times = (numbers: Numbers, factor: number): Numbers =>
  Object.fromEntries(Object.entries(numbers).map(([unit, value]) => [unit, value * factor]));

/** Seconds of an invocation: what was measured, and S3 being further away. */
export const secondsOf = (numbers: Numbers): number =>
  ((numbers.ms ?? 0) + ((numbers.s3Puts ?? 0) + (numbers.s3Gets ?? 0)) * ASSUMED.s3CallMs) / 1000;

/** The same numbers with the Lambda time that they cost. @param memory megabytes. */
export const billed = (numbers: Numbers, memory: number): Numbers => ({
  ...numbers,
  lambdaGbSeconds: secondsOf(numbers) * (memory / 1024),
});

/** What an action uses that touches so many datasets, pages and changes. */
export const usedBy = (measured: Measured, action: string, shape: Partial<Shape>): Numbers =>
  predicted(measured.model, action, { datasets: 0, perPage: ASSUMED.perPage, changed: 0, ...shape });

/** What each further one of a factor uses, such as each change. */
export const eachOf = (measured: Measured, action: string, factor: 'datasets' | 'changed' | 'once'): Numbers =>
  measured.model[action]?.[factor] ?? {};
