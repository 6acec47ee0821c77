/** What is kept of a report, so that the next one can tell what was fixed and what was gained. */
import type { OwnerReport, RegisterName, RegisterReport, ReportSummary } from '#schemas/owner-report.ts';

export const standingOfRegister = ({ grade, mqa }: RegisterReport): ReportSummary['registers'][number]['standing'] => ({
  share: grade.share,
  letter: grade.letter,
  mqa: mqa?.points ?? 0,
});

export const nameOf = ({ id, title }: RegisterName): RegisterName => ({ id, title });

/** What is kept of a report, for the next one to be compared with; null where there was nothing to report on. */
export function reportSummary({ at, standing, registers }: OwnerReport): ReportSummary | null {
  if (standing === null) return null;
  return {
    at,
    standing: { share: standing.share, letter: standing.letter, mqa: standing.mqa },
    registers: registers.map((register) => ({
      ...nameOf(register),
      standing: standingOfRegister(register),
      mends: register.mends.map(({ property, label, fault, path, place, gain }) => ({
        ...{ property, label, fault, path, place },
        gain: gain && { grade: gain.grade, mqa: gain.mqa },
      })),
    })),
  };
}
