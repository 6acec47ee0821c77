import { describe, expect, test } from 'vitest';
import { assess } from '#quality/assess.ts';
import { gradeOf, letterOf } from '#quality/score/grade.ts';
import { scoreAll } from '#quality/score/score-all.ts';
import { gradeBands, gradeWeights } from '#quality/weights/grade.ts';
import { weightTables } from '#quality/weights/weight-tables.ts';
import { Assessment, type Score, scoreSets } from '#schemas/assessment.ts';
import { dimensionLabels, metricById } from '#schemas/metrics/metric-table.ts';
import type { Dataset } from '#schemas/record.ts';
import { accessRight, circumstances, entryOf, standingOf } from './entry.ts';

const register: Dataset = {
  title: { da: 'Landspatientregisteret', en: 'The National Patient Register' },
  description: { da: 'Alle kontakter til danske sygehuse siden 1977, med diagnoser og behandlinger, måned for måned.' },
  accessRights: accessRight('NON_PUBLIC'),
  keyword: { da: ['sygehus'] },
  distribution: [{ accessURL: ['https://example.dk/ansøg'] }],
};
const links = new Map([['https://example.dk/ansøg', 404]]);

const shared = (share: number | null, set: Score['set']): Score => ({
  set,
  points: 0,
  of: 0,
  ceiling: 0,
  share,
  dimensions: [],
  parts: [],
});

describe('an assessment', () => {
  test('is the same for the same entry under the same circumstances, and is what its schema says', () => {
    const one = assess(entryOf(register), circumstances({ links }));
    const again = assess(structuredClone(entryOf(register)), circumstances({ links: new Map(links) }));

    expect(again).toEqual(one);
    expect(Assessment.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
  });

  test('has every set, and scores can be made of its stored measurements again', () => {
    const one = assess(entryOf(register), circumstances({ links }));

    expect(one.scores.map(({ set }) => set)).toEqual([...scoreSets]);
    const stored = Assessment.parse(JSON.parse(JSON.stringify(one)));
    expect(scoreAll(stored.measurements, stored.profiles)).toEqual({ scores: one.scores, grade: one.grade });
  });

  test('tells an address that does not answer, with its place', () => {
    const { findings } = assess(entryOf(register), circumstances({ links }));
    expect(findings.find(({ fault }) => fault === 'unreachable')).toEqual({
      code: 'mqa.unreachable.Distribution.accessURL',
      set: 'mqa',
      fault: 'unreachable',
      severity: 'warning',
      class: 'Distribution',
      property: 'accessURL',
      path: 'distribution[0].accessURL',
      value: 'https://example.dk/ansøg',
    });
  });

  test('counts by the profile’s verdict what is mandatory and what is recommended', () => {
    const { profiles, scores } = assess(entryOf(register), circumstances());
    const verdict = profiles.find(({ profile }) => profile === 'healthdcat-ap-r8');
    const score = scores.find(({ set }) => set === 'healthdcat-ap-r8');
    if (verdict === undefined || score === undefined) throw new Error('no verdict');

    const { mandatory, recommended } = verdict;
    expect(score.points).toBeCloseTo(70 * (mandatory.met / mandatory.of) + 30 * (recommended.met / recommended.of));
    expect(verdict.level).toBe('nonPublic');
  });

  test('of a protected register says both: no download, and that none is asked for', () => {
    const { measurements, scores } = assess(entryOf(register), circumstances());
    const [mqa] = scores;

    expect(measurements).toContainEqual({ metric: 'downloadUrlAvailability', on: 0, value: false });
    expect(mqa && standingOf(mqa, 'downloadUrlAvailability')).toEqual(['not-applicable', 0]);
    expect([mqa?.of, mqa?.ceiling]).toEqual([405, 355]);
  });
});

describe('the grade', () => {
  test('is the weighted mean of the shares', () => {
    const grade = gradeOf(gradeWeights.map(({ set }, index) => shared(index === 0 ? 1 : 0, set)));
    expect(grade.share).toBeCloseTo(0.3);
    expect(grade.letter).toBe('D');
  });

  test('leaves out the weight of a set of which nothing could be told', () => {
    const grade = gradeOf(gradeWeights.map(({ set }) => shared(set === 'timeliness' ? null : 0.8, set)));
    expect([grade.share, grade.letter]).toEqual([expect.closeTo(0.8), 'B']);
  });

  test('counts nothing of sets that ask for the same properties once more', () => {
    const scores = scoreSets.map((set) => shared(set === 'fair' || set === 'art78-readiness' ? 1 : 0, set));
    expect(gradeOf(scores).share).toBe(0);
  });

  test.each([
    [1, 'A'],
    [0.85, 'A'],
    [0.849, 'B'],
    [0.7, 'B'],
    [0.5, 'C'],
    [0.3, 'D'],
    [0.299, 'E'],
    [0, 'E'],
  ])('of %d is %s', (share, letter) => {
    expect(letterOf(share)).toBe(letter);
  });

  test('has letters in the order of their bounds', () => {
    expect(gradeBands.map(({ from }) => from)).toEqual(gradeBands.map(({ from }) => from).toSorted((a, b) => b - a));
  });
});

describe('the tables', () => {
  const rows = Object.values(weightTables).flat();

  test('name metrics that there are, each once in a set, with a label in both languages', () => {
    for (const table of Object.values(weightTables)) {
      expect(new Set(table.map(({ metric }) => metric)).size).toBe(table.length);
    }
    for (const { metric } of rows) {
      const label = metricById(metric)?.label;
      expect([metric, Boolean(label?.da), Boolean(label?.en)]).toEqual([metric, true, true]);
    }
  });

  test('have their dimensions together, and a label for each', () => {
    for (const table of Object.values(weightTables)) {
      const runs = table.map(({ dimension }) => dimension).filter((dimension, at, all) => dimension !== all[at - 1]);
      expect(new Set(runs).size).toBe(runs.length);
      expect(runs.filter((dimension) => dimensionLabels[dimension] === undefined)).toEqual([]);
    }
  });
});
