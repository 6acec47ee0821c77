/** Where an owner stands: the means over the registers, and the letter that goes with a share. */
import type { OwnerReport, RegisterReport } from '#schemas/owner-report.ts';
import { letterOf } from '../score/grade.ts';
import { gradeBands } from '../weights/grade.ts';

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Null where the owner has no register. The means of `mqa` are over the registers that were scored by it. */
export function standingOf(registers: readonly RegisterReport[]): OwnerReport['standing'] {
  if (registers.length === 0) return null;
  const share = meanOf(registers.map(({ grade }) => grade.share));
  const scored = registers.flatMap(({ mqa }) => mqa ?? []);
  return {
    share,
    letter: letterOf(share),
    mqa: meanOf(scored.map(({ points }) => points)),
    ceiling: meanOf(scored.map(({ ceiling }) => ceiling)),
    of: meanOf(scored.map(({ of }) => of)),
  };
}

/** How many registers have which letter, with the share that each letter begins at. */
export const lettersOf = (registers: readonly RegisterReport[]): OwnerReport['letters'] =>
  gradeBands.map(({ letter, from }) => ({
    letter,
    from,
    registers: registers.filter(({ grade }) => grade.letter === letter).length,
  }));
