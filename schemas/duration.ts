/** Durations of ISO 8601 without years and months, which have no fixed length. */
import * as z from 'zod';

/** A duration as a person writes it into a source's settings. */
export const Duration = z
  .string()
  .regex(
    /^P(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/,
    'a duration of days, hours, minutes and seconds, as P7D',
  );

const UNIT_MS = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 } as const;

/** The length of a duration such as PT24H or P1DT12H in milliseconds. The schema has checked its form. */
export function durationMs(duration: string): number {
  let total = 0;
  for (const [, amount, unit] of duration.matchAll(/(?<!\d)(\d+)([DHMS])/g)) {
    total += Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
  }
  return total;
}
