import { Parser } from 'n3';
import { describe, expect, test } from 'vitest';
import { measureFacts } from '#quality/measure/measure-facts.ts';
import { measureMqa } from '#quality/measure/measure-mqa.ts';
import type { Circumstances } from '#quality/measure/subject.ts';
import { sorted } from '#quality/score/measured.ts';
import { scoreMqa } from '#quality/score/score-mqa.ts';
import { mqaBands, mqaWeights } from '#quality/weights/mqa.ts';
import type { Score } from '#schemas/assessment.ts';
import { MQA_NAMESPACE, mqaMetrics } from '#schemas/metrics/mqa.ts';
import type { CatalogueEntry, Dataset } from '#schemas/record.ts';
import { describeWithSharedData, sharedText } from '#test/shared-data.ts';
import { accessRight, entryOf, fileType, licence, mediaType, standingOf } from './entry.ts';

interface World {
  readonly links?: Readonly<Record<string, number>>;
  readonly conforms?: boolean;
}

const scoreOf = (
  record: Dataset,
  { links = {}, conforms = false }: World = {},
  more?: Partial<CatalogueEntry>,
): Score => {
  const entry = entryOf(record, more);
  const known: Circumstances['links'] = new Map(Object.entries(links));
  return scoreMqa(sorted([...measureFacts(entry), ...measureMqa(entry, known, conforms)]));
};

const totals = ({ points, of, ceiling, rating, distribution }: Score) => ({
  points,
  of,
  ceiling,
  rating,
  distribution,
});

const PAGE = 'https://example.dk/side';
const FILE = 'https://example.dk/fil.csv';

const everyWord: Dataset = {
  keyword: { da: ['kræft'] },
  theme: ['http://publications.europa.eu/resource/authority/data-theme/HEAL'],
  spatial: [{ iri: 'http://publications.europa.eu/resource/authority/country/DNK' }],
  temporal: [{ startDate: '1943' }],
  accessRights: accessRight('PUBLIC'),
  contactPoint: [{ hasEmail: 'mailto:kontakt@example.dk' }],
  publisher: { name: { da: 'Sundhedsdatastyrelsen' } },
  issued: '2020-01-01',
  modified: '2026-01-01',
};

const everyFile = {
  accessURL: [PAGE],
  downloadURL: [FILE],
  format: fileType('CSV'),
  mediaType: mediaType('text/csv'),
  license: licence('CC_BY_4_0'),
  rights: [{ label: { da: 'Kildeangivelse' } }],
  byteSize: 1000,
  issued: '2020-01-01',
  modified: '2026-01-01',
};

const answering = { [PAGE]: 200, [FILE]: 200 };

describe('the points of the MQA', () => {
  test('are all 405 for a description that has everything, whose links answer and which conforms', () => {
    const score = scoreOf({ ...everyWord, distribution: [everyFile] }, { links: answering, conforms: true });

    expect(totals(score)).toEqual({ points: 405, of: 405, ceiling: 405, rating: 'excellent', distribution: 0 });
    expect(score.dimensions).toEqual([
      { dimension: 'findability', points: 100, of: 100 },
      { dimension: 'accessibility', points: 100, of: 100 },
      { dimension: 'interoperability', points: 110, of: 110 },
      { dimension: 'reusability', points: 75, of: 75 },
      { dimension: 'contextuality', points: 20, of: 20 },
    ]);
    expect(score.parts).toHaveLength(23);
  });

  test('are none for a description that says nothing', () => {
    const score = scoreOf({});

    expect(totals(score)).toEqual({ points: 0, of: 405, ceiling: 405, rating: 'bad', distribution: undefined });
    expect(score.share).toBe(0);
  });

  test.each([
    ['keyword', 'keywordAvailability', 30],
    ['theme', 'categoryAvailability', 30],
    ['spatial', 'spatialAvailability', 20],
    ['temporal', 'temporalAvailability', 20],
    ['contactPoint', 'contactPointAvailability', 20],
    ['publisher', 'publisherAvailability', 10],
    ['issued', 'dateIssuedAvailability', 5],
    ['modified', 'dateModifiedAvailability', 5],
  ] as const)('of a dataset’s %s alone are those of %s: %i', (key, metric, points) => {
    const score = scoreOf({ [key]: everyWord[key] });

    expect([score.points, standingOf(score, metric)]).toEqual([points, ['met', points]]);
  });

  test('of access rights are 15, of which 10 stay where the value is not one of the list', () => {
    expect(scoreOf({ accessRights: accessRight('PUBLIC') }).points).toBe(15);
    const written = scoreOf({}, {}, { unmapped: [{ name: 'accessRights', value: 'efter aftale' }] });
    expect(written.points).toBe(10);
    expect(standingOf(written, 'accessRightsVocabularyAlignment')).toEqual(['unmet', 0]);
  });

  test('of compliance are 30, by the verdict that is handed over', () => {
    expect([scoreOf({}, { conforms: true }).points, scoreOf({}).points]).toEqual([30, 0]);
  });

  test.each([
    [{ downloadURL: [FILE] }, 20],
    [{ format: fileType('CSV') }, 20 + 20 + 20],
    [{ format: fileType('XLSX') }, 20 + 20],
    [{ format: fileType('PDF') }, 20],
    [{ format: fileType('PNG') }, 20 + 20],
    [{ mediaType: mediaType('text/csv') }, 10 + 20 + 20],
    [{ mediaType: mediaType('application/pdf') }, 10],
    [{ format: fileType('PDF'), mediaType: mediaType('application/pdf') }, 20 + 10 + 10],
    [{ format: 'https://example.dk/format/egen' }, 20],
    [{ license: licence('CC0') }, 20 + 10],
    [{ license: 'https://example.dk/vilkår' }, 20],
    [{ rights: [{ label: { da: 'x' } }] }, 5],
    [{ byteSize: 0 }, 5],
    [{ issued: '2020' }, 5],
    [{ modified: '2020' }, 5],
  ])('of a distribution with %o alone are %i', (distribution, points) => {
    expect(scoreOf({ distribution: [distribution] }).points).toBe(points);
  });

  test('do not count what is blank or empty', () => {
    expect(scoreOf({ keyword: { da: [] }, theme: [], temporal: [{}], publisher: { name: { da: ' ' } } }).points).toBe(
      0,
    );
  });
});

describe('the status of a link', () => {
  test.each([
    [199, 0],
    [200, 50],
    [204, 50],
    [299, 50],
    [300, 0],
    [301, 0],
    [404, 0],
    [0, 0],
  ])('%i gives %i points to an access URL: only 200 to 299 count', (status, points) => {
    expect(scoreOf({ distribution: [{ accessURL: [PAGE] }] }, { links: { [PAGE]: status } }).points).toBe(points);
  });

  test('counts once, and the best of several addresses is the one', () => {
    const distribution = [{ accessURL: [PAGE, FILE] }];

    expect(scoreOf({ distribution }, { links: { [PAGE]: 404, [FILE]: 200 } }).points).toBe(50);
    expect(scoreOf({ distribution }, { links: answering }).points).toBe(50);
  });

  test('that nobody has asked for gives no points, and is unknown in our own share instead of false', () => {
    const score = scoreOf({ distribution: [{ accessURL: [PAGE], downloadURL: [FILE] }] }, { links: { [FILE]: 200 } });

    expect([score.points, standingOf(score, 'accessUrlStatusCode')]).toEqual([50, ['unknown', 0]]);
    expect(score.share).toBe(50 / (405 - 50));
  });
});

describe('of several distributions', () => {
  const rich = { accessURL: [PAGE], format: fileType('CSV'), license: licence('CC0') };

  test('the best counts, and neither their mean nor the best of each metric', () => {
    const score = scoreOf({ distribution: [{ byteSize: 1 }, rich, { downloadURL: [FILE] }] }, { links: answering });

    // 50 for the link, 60 for the format, 30 for the licence; size and download stand elsewhere and do not count.
    expect(totals(score)).toMatchObject({ points: 50 + 60 + 30, distribution: 1 });
    expect(standingOf(score, 'byteSizeAvailability')).toEqual(['unmet', 0]);
  });

  test('the earlier of two alike counts', () => {
    expect(scoreOf({ distribution: [{ byteSize: 1 }, { rights: [{ label: { da: 'x' } }] }] }).distribution).toBe(0);
  });

  test('the best is chosen by its own points, though another with a date would give more with the dataset', () => {
    // The first has 5 points and hides nothing more than the second, which has 10.
    const score = scoreOf({ issued: '2020', distribution: [{ issued: '2020' }, { byteSize: 1, modified: '2020' }] });

    // 10 of the second; its false date of issue hides the dataset's.
    expect(totals(score)).toMatchObject({ points: 10, distribution: 1 });
  });
});

describe('dates of issue and change', () => {
  test('count on the dataset where there is no distribution', () => {
    expect(scoreOf({ issued: '2020', modified: '2021' }).points).toBe(10);
  });

  test('of the dataset are hidden by a distribution that has none', () => {
    expect(scoreOf({ issued: '2020', modified: '2021', distribution: [{}] }).points).toBe(0);
  });

  test('of the distribution count once beside those of the dataset', () => {
    const score = scoreOf({ issued: '2020', modified: '2021', distribution: [{ issued: '2020', modified: '2021' }] });
    expect(score.points).toBe(10);
  });
});

describe('the bands', () => {
  test.each([
    [0, 'bad'],
    [119, 'bad'],
    [120, 'enough'],
    [220, 'enough'],
    [221, 'good'],
    [350, 'good'],
    [351, 'excellent'],
    [405, 'excellent'],
  ])('%i points are %s, by piveau’s code: 120 is enough', (points, rating) => {
    expect(mqaBands.find(({ from }) => points >= from)?.rating).toBe(rating);
  });

  test('of a score of exactly 120 is enough', () => {
    const { keyword, theme, spatial, temporal, contactPoint } = everyWord;
    const record = { keyword, theme, spatial, temporal, contactPoint } as Dataset;

    expect(totals(scoreOf(record))).toMatchObject({ points: 120, rating: 'enough' });
  });
});

describe('a protected register without downloads', () => {
  const { downloadURL: _, ...behindAnApplication } = everyFile;
  const register = { ...everyWord, accessRights: accessRight('NON_PUBLIC'), distribution: [behindAnApplication] };
  const score = scoreOf(register, { links: answering, conforms: true });

  test('reaches 355 of 405, which is its ceiling', () => {
    expect(totals(score)).toMatchObject({ points: 355, of: 405, ceiling: 355, rating: 'excellent' });
  });

  test('has the two metrics of downloads as not applicable, though they count as not had', () => {
    expect(standingOf(score, 'downloadUrlAvailability')).toEqual(['not-applicable', 0]);
    expect(standingOf(score, 'downloadUrlStatusCode')).toEqual(['not-applicable', 0]);
    expect(score.share).toBe(1);
  });

  test('measures false all the same: what it is worth is another table’s business', () => {
    const measured = measureMqa(entryOf(register), new Map(), true);
    expect(measured).toContainEqual({ metric: 'downloadUrlAvailability', on: 0, value: false });
  });

  test('is not excused by saying nothing about access', () => {
    const { accessRights: __, ...silent } = register;
    expect(scoreOf(silent, { links: answering, conforms: true })).toMatchObject({ points: 340, ceiling: 405 });
  });

  test('that does offer a download is asked for it like any other', () => {
    const open = { ...register, distribution: [everyFile] };
    expect(scoreOf(open, { links: answering, conforms: true })).toMatchObject({ points: 405, ceiling: 405 });
  });
});

test('a series has no distributions to be asked for, and keeps 185 points within reach', () => {
  const score = scoreOf(everyWord, { conforms: true }, { kind: 'DatasetSeries' });

  // 100 findability, 30 compliance, 45 reusability, 10 dates: what is measured of datasets.
  expect(score).toMatchObject({ points: 185, ceiling: 185, share: 1 });
});

describeWithSharedData('piveau’s own vocabulary', () => {
  const DQV = 'http://www.w3.org/ns/dqv#';
  const quads = () => new Parser().parse(sharedText('quality/piveau/piveau-dqv-vocabulary.ttl'));
  const values = (predicate: string) =>
    new Map(
      quads()
        .filter((quad) => quad.predicate.value === predicate)
        .map((quad) => [quad.subject.value.slice(MQA_NAMESPACE.length), quad.object.value]),
    );

  test('gives each metric the points of our table, and knows no scored metric besides', () => {
    const theirs = Object.fromEntries(
      [...values(`${MQA_NAMESPACE}trueScore`)].map(([id, points]) => [id, Number(points)]),
    );
    const ours = Object.fromEntries(mqaWeights.map(({ metric, points }) => [metric, points]));

    expect(ours).toEqual(theirs);
    expect(Object.values(ours).reduce((sum, points) => sum + points, 0)).toBe(405);
  });

  test('has each metric in the dimension of our table', () => {
    // Two of its rows have a letter missing in "reusability".
    const theirs = [...values(`${DQV}inDimension`)].map(([id, iri]) => [
      id,
      iri.slice(MQA_NAMESPACE.length).replace('reusablity', 'reusability'),
    ]);
    const ours = mqaWeights.map(({ metric, dimension }) => [metric, dimension]);

    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs.filter(([id]) => id !== 'score')));
  });

  test('expects a status where ours is one, and a boolean everywhere else', () => {
    const theirs = values(`${DQV}expectedDataType`);
    for (const { id, type } of mqaMetrics) {
      expect([id, theirs.get(id)?.endsWith(type === 'status' ? '#integer' : '#boolean')]).toEqual([id, true]);
    }
  });
});
