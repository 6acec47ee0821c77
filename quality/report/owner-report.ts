/**
 * An owner's quality report: what to do first and what it gains, every finding of every register, and what came of the last
 * report. Everything that it says is made of the values that are handed in; words come from the writers.
 */
import type { OwnerReport, RegisterName, RegisterReport } from '#schemas/owner-report.ts';
import type { OwnerReportInput } from '#schemas/owner-report-input.ts';
import { actionsOf } from './actions.ts';
import { changesOf, withStandings } from './changes.ts';
import { lostRecordsOf, problemGroups } from './problem-groups.ts';
import { registerReport } from './register-report.ts';
import { lettersOf, standingOf } from './standing.ts';
import { trendOf } from './trend.ts';

/** The same day a year before: a holder must check its descriptions at least once a year (Article 60, regulation 2025/327). */
function yearBefore(at: string): string {
  const day = new Date(at);
  day.setUTCFullYear(day.getUTCFullYear() - 1);
  return day.toISOString();
}

function unconfirmedOf(registers: readonly RegisterReport[], at: string): OwnerReport['unconfirmed'] {
  const limit = yearBefore(at).slice(0, 10);
  return registers
    .filter(({ lastConfirmed }) => lastConfirmed === null || lastConfirmed.slice(0, 10) < limit)
    .map(({ id, title, lastConfirmed }) => ({ id, title, lastConfirmed }))
    .sort((a, b) => ((a.lastConfirmed ?? '') < (b.lastConfirmed ?? '') ? -1 : 1));
}

const deadLinksOf = (
  deadLinks: OwnerReportInput['deadLinks'],
  registers: readonly RegisterReport[],
): OwnerReport['deadLinks'] =>
  deadLinks
    .map((link) => {
      const name: RegisterName = registers.find(({ id }) => id === link.dataset) ?? { id: link.dataset, title: {} };
      return { ...link, register: { id: name.id, title: name.title } };
    })
    .sort((a, b) => (a.since < b.since ? -1 : 1));

/** The report; equal input gives equal output, whenever it is made. */
export function ownerReport(input: OwnerReportInput): OwnerReport {
  const { owner, at, previous } = input;
  const registers = input.registers
    .map((register) => withStandings(registerReport(register, previous), previous))
    .sort((a, b) => a.grade.share - b.grade.share || (a.id < b.id ? -1 : 1));
  const standing = standingOf(registers);
  return {
    owner,
    at,
    standing,
    trend: trendOf(input.registers, { previous, now: standing?.share }),
    letters: lettersOf(registers),
    ...actionsOf(registers, standing?.share ?? 0),
    registers,
    changes: changesOf(registers, standing, previous),
    deadLinks: deadLinksOf(input.deadLinks, registers),
    unconfirmed: unconfirmedOf(registers, at),
    problems: problemGroups(input.problems),
    leftOut: input.leftOut,
    lostRecords: lostRecordsOf(input.problems),
  };
}
