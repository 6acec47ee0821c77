/** A register's page in the report: its scores in the open, what cannot be asked of it, and every mend. */
import type { Score } from '#schemas/assessment.ts';
import type { MetricPoints, RegisterReport, ReportSummary } from '#schemas/owner-report.ts';
import type { AssessedRegister } from '#schemas/owner-report-input.ts';
import { mendsOf } from './mends.ts';
import { metricLabel } from './metric-label.ts';

const mqaOf = ({ assessment }: AssessedRegister): Score | undefined =>
  assessment.scores.find(({ set }) => set === 'mqa');

/** Only the points of `mqa` are told: it is the score in which they count against the register. */
const notApplicableOf = (mqa: Score | undefined): MetricPoints[] =>
  (mqa?.parts ?? [])
    .filter(({ standing }) => standing === 'not-applicable')
    .map(({ metric, of }) => ({ metric, label: metricLabel(metric), of }));

function unknownOf({ assessment }: AssessedRegister): RegisterReport['unknown'] {
  const found = assessment.scores.flatMap(({ set, parts }) =>
    parts.filter(({ standing }) => standing === 'unknown').map(({ metric }) => ({ set, metric })),
  );
  const ids = [...new Set(found.map(({ metric }) => metric))];
  return ids.map((id) => ({
    metric: id,
    label: metricLabel(id),
    sets: [...new Set(found.filter(({ metric }) => metric === id).map(({ set }) => set))],
  }));
}

const partsOfMqa = ({ points, of, ceiling, rating, dimensions }: Score): RegisterReport['mqa'] => ({
  points,
  of,
  ceiling,
  dimensions,
  ...(rating && { rating }),
});

/** The page of one register; what is new since the last report is marked later. */
export function registerReport(register: AssessedRegister, previous: ReportSummary | null): RegisterReport {
  const { id, title, source, landingPage, assessment, history, lastConfirmed } = register;
  const mqa = mqaOf(register);
  const before = previous?.registers.find((one) => one.id === id)?.standing;
  return {
    id,
    title,
    source,
    ...(landingPage !== undefined && { landingPage }),
    grade: { share: assessment.grade.share, letter: assessment.grade.letter, parts: assessment.grade.parts },
    change: before ? { grade: assessment.grade.share - before.share, mqa: (mqa?.points ?? 0) - before.mqa } : null,
    mqa: mqa ? partsOfMqa(mqa) : null,
    notApplicable: notApplicableOf(mqa),
    unknown: unknownOf(register),
    mends: mendsOf(register),
    history,
    lastConfirmed,
  };
}
