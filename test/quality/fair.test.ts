import { describe, expect, test } from 'vitest';
import { assess } from '#quality/assess.ts';
import { fairWeights } from '#quality/weights/fair.ts';
import type { Dataset } from '#schemas/record.ts';
import { describeWithSharedData, sharedText } from '#test/shared-data.ts';
import { accessRight, circumstances, entryOf, fileType, licence, mediaType, standingOf } from './entry.ts';

const scoreOf = (record: Dataset, links: Readonly<Record<string, number>> = {}) => {
  const { scores } = assess(entryOf(record), circumstances({ links: new Map(Object.entries(links)) }));
  const score = scores.find(({ set }) => set === 'fair');
  if (score === undefined) throw new Error('no score');
  return score;
};
const metIn = (record: Dataset, links?: Readonly<Record<string, number>>): string[] =>
  scoreOf(record, links)
    .parts.filter(({ standing }) => standing === 'met')
    .map(({ metric }) => metric);

const IRI = 'https://doi.org/10.1234/prøve';
const FILE = 'https://example.dk/fil.csv';
const whole: Dataset = {
  iri: IRI,
  title: { da: 'Prøve' },
  description: { da: 'En prøve' },
  keyword: { da: ['prøve'] },
  creator: [{ name: { da: 'Ejer' } }],
  publisher: { name: { da: 'Ejer' } },
  issued: '2020',
  accessRights: accessRight('PUBLIC'),
  relation: ['https://example.dk/andet'],
  distribution: [{ downloadURL: [FILE], format: fileType('CSV'), byteSize: 10, license: licence('CC0') }],
};

describe('F-UJI by the description alone', () => {
  test('gives all that can be assessed here to a description that has it, and lists the rest as not assessed', () => {
    const score = scoreOf(whole, { [IRI]: 200, [FILE]: 200 });

    // 26 less F1-02MD-2 (0.5), F4 (2), I1 (2), I2 (2) and R1.3-01M (1).
    expect(score).toMatchObject({ points: 18.5, of: 26, ceiling: 18.5, share: 1 });
    expect(score.parts.filter(({ standing }) => standing === 'not-assessed').map(({ metric }) => metric)).toEqual([
      'FsF-F1-02MD-2',
      'FsF-F4-01M-1',
      'FsF-I1-01M',
      'FsF-I2-01M-2',
      'FsF-R1.3-01M',
    ]);
  });

  test.each([
    [{ identifier: ['10.1234/abc'] }, ['FsF-F1-01MD-1', 'FsF-F1-02MD-1']],
    [{ identifier: ['https://example.dk/1'] }, ['FsF-F1-01MD-1']],
    [{ identifier: ['lpr'] }, []],
    [{ otherIdentifier: [{ notation: 'https://hdl.handle.net/1/2' }] }, ['FsF-F1-01MD-1', 'FsF-F1-02MD-1']],
    [{ accessRights: accessRight('PUBLIC') }, ['FsF-A1-01M-1']],
    [{ license: licence('CC0') }, ['FsF-R1.1-01M-1']],
    [{ relation: ['https://example.dk/'] }, ['FsF-I3-01M']],
    [{ modified: '2020' }, ['FsF-R1.2-01M']],
    [{ landingPage: ['https://example.dk/'] }, ['FsF-A1.1-01MD-1', 'FsF-A1.2-01MD-1']],
    [{ landingPage: ['ftp://example.dk/'] }, ['FsF-A1.1-01MD-1']],
    [{ distribution: [{ format: fileType('PDF') }] }, ['FsF-R1.3-02D-1']],
    [{ distribution: [{ format: fileType('DOCX') }] }, []],
    [{ distribution: [{ mediaType: mediaType('text/csv'), byteSize: 1 }] }, ['FsF-R1-01M-2', 'FsF-R1.3-02D-1']],
  ] as const)('finds in %o, besides the type that every record has, %o', (record, metrics) => {
    // `as const` makes the lists of the records readonly.
    expect(metIn(record as unknown as Dataset)).toEqual(
      [...metrics, 'FsF-R1-01M-1'].sort((one, other) => orderOf(one) - orderOf(other)),
    );
  });

  const orderOf = (id: string): number => fairWeights.findIndex(({ metric }) => metric === id);

  test('asks for all parts of a citation, and for words besides for a full description', () => {
    const { keyword: _, ...cited } = whole;
    const { creator: __, ...anonymous } = whole;

    expect(metIn(cited)).toContain('FsF-F2-01M-2');
    expect(metIn(cited)).not.toContain('FsF-F2-01M-3');
    expect(metIn(anonymous)).not.toContain('FsF-F2-01M-2');
  });

  test('takes an address that nobody has asked for unknown, and a dead one for unmet', () => {
    expect(standingOf(scoreOf(whole), 'FsF-A1-02MD-1')).toEqual(['unknown', 0]);
    expect(standingOf(scoreOf(whole, { [IRI]: 404 }), 'FsF-A1-02MD-1')).toEqual(['unmet', 0]);
    expect(standingOf(scoreOf(whole, { [FILE]: 200 }), 'FsF-A1-02MD-2')).toEqual(['met', 1]);
  });

  test('does not ask a protected register for files', () => {
    const score = scoreOf({ accessRights: accessRight('NON_PUBLIC'), distribution: [{ accessURL: [FILE] }] });

    expect(standingOf(score, 'FsF-F3-01M-2')).toEqual(['not-applicable', 0]);
    expect(standingOf(score, 'FsF-A1.1-01MD-2')).toEqual(['not-applicable', 0]);
  });
});

describeWithSharedData('F-UJI’s own table', () => {
  /** Metric, total and the scored tests of each, by the lines of the file that name them. */
  const theirs = (): Map<string, number> => {
    const totals = new Map<string, number>();
    let metric = '';
    for (const line of sharedText('quality/fuji/metrics_v0.8.yaml').split('\n')) {
      const [, id] = /^- metric_identifier: (\S+)/.exec(line) ?? [];
      const [, total] = /^ {2}total_score: (\S+)/.exec(line) ?? [];
      if (id !== undefined) metric = id;
      if (total !== undefined) totals.set(metric, Number(total));
    }
    return totals;
  };

  test('gives each of its 17 metrics the points that our tests of it add up to, 26 in all', () => {
    const ours = new Map<string, number>();
    for (const { metric, points } of fairWeights) {
      const id = /^FsF-[FAIR][\d.]+-\d\d(?:MD|M|D)/.exec(metric)?.[0] ?? '';
      ours.set(id, (ours.get(id) ?? 0) + points);
    }

    expect([...ours].sort()).toEqual([...theirs()].sort());
    expect([...ours.values()].reduce((sum, points) => sum + points, 0)).toBe(26);
  });
});
