import { describe, expect, test } from 'vitest';
import { assess } from '#quality/assess.ts';
import { effortOf, effortTable } from '#quality/gains/effort.ts';
import { gains } from '#quality/gains/gains.ts';
import type { Circumstances } from '#quality/measure/subject.ts';
import type { Gain } from '#schemas/assessment.ts';
import { isClassName } from '#schemas/property.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import type { CatalogueEntry, Dataset } from '#schemas/record.ts';
import { accessRight, circumstances, entryOf, fileType, licence, mediaType } from './entry.ts';

const PAGE = 'https://example.dk/ansøg';
const links = new Map([[PAGE, 200]]);

const register: Dataset = {
  title: { da: 'Landspatientregisteret', en: 'The National Patient Register' },
  accessRights: accessRight('NON_PUBLIC'),
  distribution: [{ accessURL: [PAGE] }],
};

const gainsOf = (record: Dataset, more: Partial<Circumstances> = {}, entry: Partial<CatalogueEntry> = {}) =>
  gains(assess(entryOf(record, entry), circumstances({ links, ...more })));
const gainOf = (record: Dataset, property: string, more: Partial<Circumstances> = {}): Gain | undefined =>
  gainsOf(record, more).find((gain) => gain.property === property);

/** What is really gained, by assessing the mended record. */
function real(before: Dataset, after: Dataset, more: Partial<Circumstances> = {}) {
  const [one, other] = [before, after].map((record) => assess(entryOf(record), circumstances({ links, ...more })));
  return {
    grade: expect.closeTo((other?.grade.share ?? 0) - (one?.grade.share ?? 0), 10),
    mqa: (other?.scores[0]?.points ?? 0) - (one?.scores[0]?.points ?? 0),
    letter: other?.grade.letter,
  };
}

describe('a gain is what the mended record would really get', () => {
  test.each([
    ['Dataset.keyword', { ...register, keyword: { da: ['sygehus'] } }],
    ['Dataset.theme', { ...register, theme: ['http://publications.europa.eu/resource/authority/data-theme/HEAL'] }],
    ['Dataset.healthCategory', { ...register, healthCategory: ['https://example.dk/PHDR'] }],
    ['Dataset.populationCoverage', { ...register, populationCoverage: { da: 'Alle i Danmark' } }],
    ['Dataset.provenance', { ...register, provenance: [{ label: { da: 'Indberetning' } }] }],
  ] as const)('by %s', (property, mended) => {
    // `as const` makes the lists of the records readonly.
    expect(gainOf(register, property)).toMatchObject(real(register, mended as unknown as Dataset));
  });

  test('by a licence from the list, which gives 30 points', () => {
    const mended = { ...register, distribution: [{ accessURL: [PAGE], license: licence('CC_BY_4_0') }] };
    const gain = gainOf(register, 'Distribution.license');

    expect(gain?.mqa).toBe(30);
    expect(gain?.metrics).toEqual(['licenceAvailability', 'knownLicence']);
    expect(real(register, mended).mqa).toBe(30);
  });

  test('by a link that answers again', () => {
    const dead = { links: new Map([[PAGE, 404]]) };
    const gain = gainOf(register, 'Distribution.accessURL', dead);

    expect(gain).toMatchObject({ mqa: 50, findings: ['mqa.unreachable.Distribution.accessURL'] });
    expect(gain?.grade).toBeCloseTo(
      assess(entryOf(register), circumstances({ links })).grade.share -
        assess(entryOf(register), circumstances(dead)).grade.share,
    );
  });

  test('by the media type that makes a format complete, but not by one half alone', () => {
    const withFormat = { ...register, distribution: [{ accessURL: [PAGE], format: fileType('PDF') }] };
    const withBoth = {
      ...register,
      distribution: [{ accessURL: [PAGE], format: fileType('PDF'), mediaType: mediaType('application/pdf') }],
    };

    expect(gainOf(withFormat, 'Distribution.mediaType')?.mqa).toBe(real(withFormat, withBoth).mqa);
    expect(gainOf(withFormat, 'Distribution.mediaType')?.mqa).toBe(20);
    expect(gainOf(register, 'Distribution.mediaType')?.mqa).toBe(10);
  });

  test('by a first distribution, less the dates of the dataset that it hides', () => {
    const { distribution: _, ...without } = { ...register, issued: '2020-01-01', modified: '2026-01-01' };
    const gain = gainOf(without, 'Dataset.distribution');

    expect(gain?.mqa).toBe(50 - 10);
    expect(gain?.mqa).toBe(real(without, { ...without, distribution: [{ accessURL: [PAGE] }] }).mqa);
  });

  test('by the last mandatory property of DCAT-AP, which makes the record conform', () => {
    const mended = { ...register, description: { da: 'x'.repeat(100), en: 'y'.repeat(100) } };
    const gain = gainOf(register, 'Dataset.description');

    expect(gain?.metrics).toContain('dcatApCompliance');
    expect(gain?.mqa).toBe(30);
    expect(real(register, mended).mqa).toBe(30);
  });

  test('by confirming a description that was not confirmed for a year', () => {
    const gain = gainOf(register, 'confirmation', { lastConfirmed: '2024-01-01' });
    expect(gain).toMatchObject({ effort: 'minutes', metrics: ['timeliness.unconfirmed'] });
    expect(gain?.grade).toBeGreaterThan(0);
    expect(gainOf(register, 'confirmation', { lastConfirmed: '2026-05-01' })).toBeUndefined();
  });
});

describe('the list of gains', () => {
  test('never advises a protected register to publish its data', () => {
    expect(gainsOf(register).map(({ property }) => property)).not.toContain('Distribution.downloadURL');
    const open = { ...register, accessRights: accessRight('PUBLIC') };
    expect(gainsOf(open).map(({ property }) => property)).toContain('Distribution.downloadURL');
  });

  test('has only what gains something, each property once', () => {
    const list = gainsOf(register);

    expect(list.length).toBeGreaterThan(10);
    expect(list.filter(({ grade, mqa }) => grade <= 0 && mqa <= 0)).toEqual([]);
    expect(new Set(list.map(({ property }) => property)).size).toBe(list.length);
  });

  test('puts a word that takes minutes before a table that takes days', () => {
    const order = gainsOf(register).map(({ property }) => property);
    expect(order.indexOf('Dataset.keyword')).toBeLessThan(order.indexOf('Dataset.hasVariables'));
  });

  test('is in the order of gain per effort among those of the same effort', () => {
    const minutes = gainsOf(register).filter(({ effort }) => effort === 'minutes');
    const worth = minutes.map(({ grade, mqa }) => grade + mqa / 405);
    expect(worth).toEqual(worth.toSorted((one, other) => other - one));
  });

  test('knows what findings would be gone', () => {
    expect(gainOf(register, 'Dataset.keyword')?.findings).toContain('healthdcat-ap-r8.missing.Dataset.keyword');
  });

  test('of a series names properties as those of a dataset', () => {
    const list = gainsOf({ title: register.title ?? {} }, {}, { kind: 'DatasetSeries' });
    expect(list.map(({ property }) => property)).toContain('Dataset.description');
  });
});

describe('the table of efforts', () => {
  test('names properties that there are, each once, with a reason in both languages', () => {
    const properties = effortTable.flatMap((row) => row.properties);
    const unknown = properties.filter((property) => {
      const [name = '', key = ''] = property.split('.');
      return property !== 'confirmation' && !(isClassName(name) && propertyByKey(name, key));
    });

    expect(unknown).toEqual([]);
    expect(new Set(properties).size).toBe(properties.length);
    expect(effortTable.filter(({ reason }) => !reason.da || !reason.en)).toEqual([]);
  });

  test('takes what it does not name for hours', () => {
    expect(effortOf('Checksum.algorithm')).toBe('hours');
  });
});
