import { expect, test } from 'vitest';
import { assess } from '#quality/assess.ts';
import { wordFinding } from '#quality/finding-text.ts';
import { gains } from '#quality/gains/gains.ts';
import { ownFindingText } from '#quality/own-finding-text.ts';
import { mendsOf } from '#quality/report/mends.ts';
import type { CatalogueEntry, Dataset } from '#schemas/record.ts';
import { circumstances, entryOf, fileType, licence, mediaType } from './entry.ts';

const OPEN: Dataset = { accessRights: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC' };
const url = 'https://example.dk/data';
const links = new Map([[url, 200]]);

const assessed = (record: Dataset, more: Partial<CatalogueEntry> = {}) =>
  assess(entryOf(record, more), circumstances({ links }));

const found = (record: Dataset, more: Partial<CatalogueEntry> = {}) =>
  assessed(record, more)
    .findings.filter(({ set }) => set === 'mqa')
    .map(({ fault, path, value }) => [fault, path, ...(value === undefined ? [] : [value])].join(' '));

const whole = {
  accessURL: [url],
  downloadURL: [url],
  format: fileType('CSV'),
  mediaType: mediaType('text/csv'),
  license: licence('CC_BY_4_0'),
  rights: [{ label: { da: 'Fri brug' } }],
  byteSize: 1024,
  issued: '2020-05-01',
  modified: '2026-01-31',
} satisfies NonNullable<Dataset['distribution']>[number];

test('what a distribution does not say is missing at its place, where no profile says so already', () => {
  const { findings } = assessed({ ...OPEN, distribution: [{ accessURL: [url] }] });
  const asked = new Set(findings.filter(({ set }) => set !== 'mqa').map(({ path }) => path));
  const own = findings.filter(({ set }) => set === 'mqa').map(({ path }) => path);

  expect([...asked, ...own]).toEqual(
    expect.arrayContaining(
      ['format', 'mediaType', 'license', 'rights', 'byteSize', 'issued', 'modified', 'downloadURL'].map(
        (property) => `distribution[0].${property}`,
      ),
    ),
  );
  expect(own.filter((path) => asked.has(path))).toEqual([]);
  expect(new Set(own).size).toBe(own.length);
});

test('a distribution that says all of it has nothing to mend', () => {
  expect(found({ ...OPEN, distribution: [whole] }).filter((one) => one.includes('distribution'))).toEqual([]);
});

test('what is not on the lists of the EU is told with its value, in both languages', () => {
  const own = { ...whole, license: 'https://example.dk/licens', mediaType: mediaType('x/y') };
  const { findings } = assessed({ ...OPEN, distribution: [own] });
  const told = findings.filter(({ set, fault }) => set === 'mqa' && fault === 'vocabulary');

  expect(told.map(({ path, value }) => [path, value])).toEqual([
    ['distribution[0].mediaType', mediaType('x/y')],
    ['distribution[0].license', 'https://example.dk/licens'],
  ]);
  expect(told[1] && ownFindingText(told[1])).toEqual({
    da: '»https://example.dk/licens« (licens) står ikke på EU’s liste, som MQA måler efter.',
    en: '“https://example.dk/licens” (licence) is not on the list of the EU that the MQA measures by.',
  });
});

test('a format that no list knows is never told as one that is closed', () => {
  const unknown = { ...whole, format: fileType('REGNEARK'), mediaType: mediaType('x/y') };
  expect(found({ ...OPEN, distribution: [unknown] }).filter((one) => one.startsWith('value'))).toEqual([]);
});

test('a format that is known and not open to machines is told once, in both languages', () => {
  const closed = { ...whole, format: fileType('PDF'), mediaType: mediaType('application/pdf') };
  const { findings } = assessed({ ...OPEN, distribution: [closed] });
  const [finding, ...others] = findings.filter(({ set, fault }) => set === 'mqa' && fault === 'value');

  expect(others).toEqual([]);
  expect(finding).toEqual({
    code: 'mqa.value.Distribution.format',
    set: 'mqa',
    fault: 'value',
    severity: 'warning',
    class: 'Distribution',
    property: 'format',
    path: 'distribution[0].format',
    value: fileType('PDF'),
  });
  expect(finding && ownFindingText(finding)).toEqual({
    da: '»PDF« er ikke et åbent format, som maskiner kan læse.',
    en: '“PDF” is not an open format that machines can read.',
  });
});

test('what counts is mended at the distribution that counted, not at every one', () => {
  const { byteSize: _, ...withoutSize } = whole;
  const paths = found({ ...OPEN, distribution: [{ accessURL: [url] }, withoutSize] });
  expect(paths).toContain('missing distribution[1].byteSize');
  expect(paths.filter((path) => path.includes('distribution[0]'))).toEqual([]);
});

test('without any distribution there is one thing to mend, and not one for each of its properties', () => {
  const { findings } = assessed(OPEN);
  expect(findings.filter(({ path }) => path.startsWith('distribution'))).toEqual(
    expect.arrayContaining([expect.objectContaining({ path: 'distribution', fault: 'missing' })]),
  );
  expect(findings.some(({ path }) => path.startsWith('distribution['))).toBe(false);
});

test('a register whose data are applied for is not asked for a download, and a series not for distributions', () => {
  const NON_PUBLIC = 'http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC';
  const closed = found({ accessRights: NON_PUBLIC, distribution: [{ accessURL: [url] }] });
  expect(closed).toContain('missing distribution[0].byteSize');
  expect(closed.filter((one) => one.includes('downloadURL'))).toEqual([]);
  const series = found({ title: { da: 'Årgange' } }, { kind: 'DatasetSeries' });
  expect(series).toContain('missing keyword');
  expect(series.filter((one) => one.includes('distribution'))).toEqual([]);
});

test('access rights that could not be mapped are told as they were written, never as missing', () => {
  const unmapped = [{ name: 'accessRights', value: 'Efter ansøgning' }];
  const { findings } = assessed({ title: { da: 'Prøve' } }, { unmapped });
  const own = findings.filter(({ set, property }) => set === 'mqa' && property === 'accessRights');
  for (const finding of own) expect(finding).toMatchObject({ fault: 'vocabulary', value: 'Efter ansøgning' });
});

test('no gain of an owner’s report is left without a place, a wanted value and an example', () => {
  const assessment = assessed({ ...OPEN, title: { da: 'Prøve' }, distribution: [{ accessURL: [url] }] });
  const words = { ...assessment, findings: assessment.findings.map(wordFinding) };
  const mends = mendsOf({ assessment: words, gains: [...gains(assessment)] });

  const unmet = mends.filter(({ fault }) => fault === 'unmet');
  expect(unmet.filter(({ gain }) => (gain?.mqa ?? 0) > 0)).toEqual([]);
  for (const property of ['Distribution.format', 'Distribution.byteSize', 'Distribution.rights']) {
    const mend = mends.find((one) => one.property === property);
    expect([property, mend?.fault, mend?.path.startsWith('distribution[0].')]).toEqual([property, 'missing', true]);
    expect(mend?.shouldBe).toBeDefined();
    expect(mend?.example).toBeDefined();
  }
});
