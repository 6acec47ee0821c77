import { describe, expect, it } from 'vitest';
import { ownerReport } from '#quality/report/owner-report.ts';
import { reportSummary } from '#quality/report/report-summary.ts';
import { ReportSummary } from '#schemas/owner-report.ts';
import type { AssessedRegister, WordedFinding } from '#schemas/owner-report-input.ts';
import { finding, gain, input, register } from './register.ts';
import { firstReport, sdsReport } from './sds-input.ts';

const summaryOf = (registers: readonly AssessedRegister[]): ReportSummary | null =>
  reportSummary(ownerReport(input(registers, { at: '2026-10-25T06:00:00.000Z' })));

const compared = (before: readonly AssessedRegister[], now: readonly AssessedRegister[]) =>
  ownerReport(input(now, { previous: summaryOf(before) })).changes;

const paths = (mends: readonly { readonly path: string }[] = []): string[] => mends.map(({ path }) => path);

const licence = (index: number): WordedFinding =>
  finding({ class: 'Distribution', property: 'license', path: `distribution[${index}].license` });

describe('what came of the last report', () => {
  it('is told as fixed with the gain that was promised, as new, and as still open', () => {
    const changes = compared(
      [
        register({
          id: 'a',
          share: 0.4,
          findings: [finding({ property: 'theme' }), finding({ property: 'keyword' })],
          gains: [gain('Dataset.theme', { grade: 0.1, mqa: 30 })],
        }),
      ],
      [
        register({
          id: 'a',
          share: 0.5,
          findings: [finding({ property: 'keyword' }), finding({ property: 'spatial' })],
        }),
      ],
    );
    expect(changes?.fixed).toMatchObject([{ path: 'theme', gain: { grade: 0.1, mqa: 30 }, register: { id: 'a' } }]);
    expect(paths(changes?.new)).toEqual(['spatial']);
    expect(changes?.stillOpen).toMatchObject([{ property: 'Dataset.keyword', places: 1, registers: 1 }]);
    expect(changes?.registers).toMatchObject([
      { before: { share: 0.4, letter: 'D' }, after: { share: 0.5, letter: 'C' } },
    ]);
  });

  it('is nothing in a first report', () => {
    expect(firstReport.changes).toBeNull();
    expect(firstReport.registers.flatMap(({ mends }) => mends).every(({ standing }) => standing === null)).toBe(true);
  });

  it('takes no distribution that moved in the list for one that was fixed', () => {
    const changes = compared(
      [register({ id: 'a', findings: [licence(0)] })],
      [register({ id: 'a', findings: [licence(2)] })],
    );
    expect(changes).toMatchObject({ new: [], fixed: [], stillOpen: [{ places: 1 }] });
  });

  it('counts one of two faults in a list as fixed when one is left', () => {
    const changes = compared(
      [register({ id: 'a', findings: [licence(0), licence(1)] })],
      [register({ id: 'a', findings: [licence(0)] })],
    );
    expect(paths(changes?.fixed)).toEqual(['distribution[1].license']);
    expect(changes?.new).toEqual([]);
  });

  it('takes a fault that another profile asks for too, now, for the same one', () => {
    const changes = compared(
      [register({ id: 'a', findings: [finding({ property: 'theme' })] })],
      [
        register({
          id: 'a',
          findings: [finding({ property: 'theme' }), finding({ property: 'theme', set: 'ehds-art77' })],
        }),
      ],
    );
    expect(changes).toMatchObject({ new: [], fixed: [] });
  });

  it('takes nothing of a register that is gone for fixed, and nothing of one that came for new', () => {
    const changes = compared(
      [register({ id: 'væk', findings: [finding({ property: 'theme' })] })],
      [register({ id: 'kommet', findings: [finding({ property: 'keyword' })] })],
    );
    expect(changes).toMatchObject({ fixed: [], new: [], gone: [{ id: 'væk' }], added: [{ id: 'kommet' }] });
  });

  it('balances: what was open before is fixed or still open, and what is open now is new or was open', () => {
    const shared = new Set(firstReport.registers.map(({ id }) => id));
    const before = firstReport.registers.flatMap(({ mends }) => mends).length;
    const now = sdsReport.registers.filter(({ id }) => shared.has(id)).flatMap(({ mends }) => mends).length;
    const open = sdsReport.changes?.stillOpen.reduce((sum, { places }) => sum + places, 0) ?? 0;
    expect(before).toBe(open + (sdsReport.changes?.fixed.length ?? 0));
    expect(now).toBe(open + (sdsReport.changes?.new.length ?? 0));
    expect(sdsReport.changes?.fixed.length).toBeGreaterThan(0);
  });

  it('can be kept as JSON between two reports', () => {
    const summary = reportSummary(sdsReport);
    expect(ReportSummary.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  });
});

describe('the trend of an owner', () => {
  const point = (day: string, share: number) =>
    ({ day, share, letter: 'D', mqa: 100, causes: [{ kind: 'time' }] }) satisfies AssessedRegister['history'][number];

  it('is the mean on each day of those registers that were there, each at its last point', () => {
    const registers = [
      { ...register({ id: 'a', share: 0.6 }), history: [point('2026-01-01', 0.4), point('2026-03-01', 0.6)] },
      { ...register({ id: 'b', share: 0.8 }), history: [point('2026-02-01', 0.8)] },
    ];
    const { trend } = ownerReport(input(registers));
    expect(trend.points.map(({ day, share }) => [day, share])).toEqual([
      ['2026-01-01', 0.4],
      ['2026-02-01', expect.closeTo(0.6)],
      ['2026-03-01', expect.closeTo(0.7)],
    ]);
    expect(trend.direction).toBe('up');
  });

  it('goes against the last report, and takes less than half a point for steady', () => {
    const before = summaryOf([register({ id: 'a', share: 0.5 })]);
    const directionAt = (share: number) =>
      ownerReport(input([register({ id: 'a', share })], { previous: before })).trend.direction;
    expect([0.504, 0.51, 0.49].map(directionAt)).toEqual(['steady', 'up', 'down']);
  });

  it('is not told of a single point', () => {
    expect(ownerReport(input([register({ id: 'a' })])).trend.direction).toBeNull();
  });
});

describe('the problems of harvesting in a report', () => {
  const problem = { source: 'kilde', severity: 'warning', code: 'unknown-value', message: 'm' } as const;

  it('stand by code, the worst first, with what is fixed counted apart', () => {
    const { problems, lostRecords } = ownerReport(
      input([], {
        problems: [
          { ...problem, standing: 'fixed' },
          { ...problem, standing: 'still' },
          { ...problem, standing: 'new' },
          { ...problem, code: 'no-identity', severity: 'error', record: 'r1', standing: 'new' },
          { ...problem, code: 'no-identity', severity: 'error', record: 'r1', standing: 'new' },
          { ...problem, code: 'no-identity', severity: 'error', record: 'r2', standing: 'fixed' },
        ],
      }),
    );
    expect(problems).toMatchObject([
      { code: 'no-identity', count: 2, fixed: 1 },
      { code: 'unknown-value', count: 2, fixed: 1, problems: [{ standing: 'new' }, { standing: 'still' }, {}] },
    ]);
    expect(lostRecords).toBe(1);
  });

  it('are counted whole where more of a code stand than anybody reads', () => {
    const { problems } = ownerReport(input([], { problems: Array.from({ length: 900 }, () => problem) }));
    expect(problems).toMatchObject([{ count: 900 }]);
    expect(problems[0]?.problems).toHaveLength(200);
  });
});
