/** One size, simulated whole: its first day, an everyday one, its followers at both paces. */
import type { Size } from './assumptions.ts';
import { type Day, simulateDay } from './day.ts';
import { type Followed, simulateFollowers } from './followers.ts';
import type { Measured } from './measured.ts';

export interface Result {
  readonly measured: Measured;
  readonly size: Size;
  readonly first: Day;
  readonly day: Day;
  /** By the seconds between two looks. */
  readonly followed: Readonly<Record<60 | 300, Followed>>;
  /** Each minute, with nothing in front of the API. */
  readonly uncached: Followed;
}

export function simulate(measured: Measured, size: Size): Result {
  const day = simulateDay(measured, size, 'changed');
  return {
    measured,
    size,
    first: simulateDay(measured, size, 'created'),
    day,
    followed: { 60: simulateFollowers(day.log, 60, true), 300: simulateFollowers(day.log, 300, true) },
    uncached: simulateFollowers(day.log, 60, false),
  };
}
