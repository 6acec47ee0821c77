/** How an owner's grade went: the mean over the registers on each day on which one of them changed. */
import type { HistoryPoint, OwnerReport, ReportSummary } from '#schemas/owner-report.ts';
import type { AssessedRegister } from '#schemas/owner-report-input.ts';
import { letterOf } from '../score/grade.ts';
import { meanOf } from './standing.ts';

type Trend = OwnerReport['trend'];

/** Half a point of a hundred: less is rounding, and no owner should look for its reason. */
const STEADY = 0.005;

/** A register counts from its first point on; its scores stay as they are until its next one. */
const pointOn = (day: string, registers: readonly Pick<AssessedRegister, 'history'>[]) => {
  const standing = registers.flatMap(({ history }) => history.findLast((point) => point.day <= day) ?? []);
  const share = meanOf(standing.map((point: HistoryPoint) => point.share));
  return { day, share, letter: letterOf(share), mqa: meanOf(standing.map(({ mqa }) => mqa)) };
};

const directionOf = (before: number | undefined, now: number | undefined): Trend['direction'] => {
  if (before === undefined || now === undefined) return null;
  if (Math.abs(now - before) < STEADY) return 'steady';
  return now > before ? 'up' : 'down';
};

/** The points of all days, oldest first, and where it goes since the last report or else since the first point. */
export function trendOf(
  registers: readonly Pick<AssessedRegister, 'history'>[],
  compared: { readonly previous: ReportSummary | null; readonly now: number | undefined },
): Trend {
  const days = [...new Set(registers.flatMap(({ history }) => history.map(({ day }) => day)))].sort();
  const points = days.map((day) => pointOn(day, registers));
  const first = points.length > 1 ? points[0]?.share : undefined;
  return { direction: directionOf(compared.previous?.standing.share ?? first, compared.now), points };
}
