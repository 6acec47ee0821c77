import { describe, expect, test } from 'vitest';
import type { Finding } from '#quality/finding.ts';
import { checkProfile } from '#quality/profiles/check-profile.ts';
import type { Dataset } from '#schemas/record.ts';
import { completeEntry } from './parity/complete-record.ts';

const EU = 'http://publications.europa.eu/resource/authority/';

/** The findings about one property, without what is the same in all of them. */
const about = (findings: readonly Finding[], property: string): object[] =>
  findings
    .filter((finding) => finding.property === property)
    .map(({ fault, severity, path, value }) => ({ fault, severity, path, ...(value !== undefined && { value }) }));

const check = (record: Dataset, profile: Parameters<typeof checkProfile>[1] = 'dcat-ap-3'): readonly Finding[] =>
  checkProfile({ kind: 'Dataset', record }, profile).findings;

describe('a profile', () => {
  test('is kept by what has every mandatory property, and warns of what it recommends', () => {
    const record = { title: { da: 'Cancerregisteret' }, description: { da: 'Alle kræfttilfælde i Danmark.' } };
    const { conforms, mandatory, findings } = checkProfile({ kind: 'Dataset', record }, 'dcat-ap-3');

    expect({ conforms, mandatory }).toEqual({ conforms: true, mandatory: { met: 2, of: 2 } });
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(findings.map(({ property }) => property)).toContain('keyword');
  });

  test('is broken by each mandatory property that is not there', () => {
    const { conforms, findings } = checkProfile({ kind: 'Dataset', record: { title: { da: 'x' } } }, 'dcat-ap-3');

    expect(conforms).toBe(false);
    expect(findings).toContainEqual({
      code: 'dcat-ap-3.missing.Dataset.description',
      set: 'dcat-ap-3',
      fault: 'missing',
      severity: 'violation',
      class: 'Dataset',
      property: 'description',
      path: 'description',
    });
  });

  test('is broken by a part of the record as by the record itself, at its place', () => {
    const record: Dataset = {
      distribution: [{ accessURL: ['https://example.dk/a'] }, { checksum: { checksumValue: 'cafe' } }],
    };
    const findings = check(record);
    expect(about(findings, 'accessURL')).toEqual([
      { fault: 'missing', severity: 'violation', path: 'distribution[1].accessURL' },
    ]);
    expect(about(findings, 'algorithm')).toEqual([
      { fault: 'missing', severity: 'violation', path: 'distribution[1].checksum.algorithm' },
    ]);
  });

  test('takes an empty list, and a text in no language, for nothing', () => {
    expect(about(check({ title: {}, distribution: [] }), 'title')).toEqual([
      { fault: 'missing', severity: 'violation', path: 'title' },
    ]);
    expect(about(check({ distribution: [] }), 'distribution')).toEqual([
      { fault: 'missing', severity: 'warning', path: 'distribution' },
    ]);
  });

  test('wants a value of the kind that the property is of', () => {
    const findings = check({
      landingPage: ['se hjemmesiden'],
      issued: 'i foråret',
      distribution: [{ byteSize: -1, checksum: { checksumValue: 'ikke hex' } }],
    });
    for (const [property, path, value] of [
      ['landingPage', 'landingPage[0]', 'se hjemmesiden'],
      ['issued', 'issued', 'i foråret'],
      ['byteSize', 'distribution[0].byteSize', '-1'],
      ['checksumValue', 'distribution[0].checksum.checksumValue', 'ikke hex'],
    ] as const) {
      expect(about(findings, property), property).toContainEqual({
        fault: 'range',
        severity: 'violation',
        path,
        value,
      });
    }
  });

  test('closes a property to its vocabulary as hard as the profile says', () => {
    const record: Dataset = { theme: ['https://example.dk/emne/kræft'], language: [`${EU}language/VOLAPYK`] };
    expect(about(check(record), 'theme')).toMatchObject([{ fault: 'vocabulary', severity: 'warning' }]);
    expect(about(check(record), 'language')).toMatchObject([{ fault: 'vocabulary', severity: 'violation' }]);
    expect(about(check(record, 'healthdcat-ap-r8'), 'theme')).toMatchObject([
      { fault: 'vocabulary', severity: 'violation' },
      { fault: 'value', severity: 'violation', path: 'theme' },
    ]);
  });

  test('lists the first hundred of a fault that a record repeats, and counts the rest', () => {
    const distribution = Array.from({ length: 250 }, () => ({}));
    const { findings, omitted } = checkProfile({ kind: 'Dataset', record: { distribution } }, 'dcat-ap-3');
    expect(about(findings, 'accessURL')).toHaveLength(100);
    // Five properties are due or wanted of each.
    expect(omitted).toBe(5 * 150);
  });
});

describe('HealthDCAT-AP', () => {
  test('asks more of non-public data, and takes a record without a level for non-public', () => {
    const access = `${EU}access-right/PUBLIC`;
    const open = checkProfile({ kind: 'Dataset', record: { accessRights: access } }, 'healthdcat-ap-r8');
    const silent = checkProfile({ kind: 'Dataset', record: {} }, 'healthdcat-ap-r8');

    expect([open.level, silent.level]).toEqual(['public', 'nonPublic']);
    expect(silent.mandatory.of).toBeGreaterThan(open.mandatory.of);
  });

  test('takes no other access right for non-public than NON_PUBLIC', () => {
    const record: Dataset = { accessRights: `${EU}access-right/CONFIDENTIAL` };
    const [finding] = check(record, 'healthdcat-ap-r8').filter(({ property }) => property === 'accessRights');
    expect(finding).toMatchObject({ severity: 'violation', value: record.accessRights });
  });

  test('asks for variables where the data are structured, and recommends them elsewhere', () => {
    const severity = (hasStructuredData: boolean): unknown =>
      about(check({ hasStructuredData }, 'healthdcat-ap-r8'), 'hasVariables');
    expect(severity(true)).toMatchObject([{ fault: 'missing', severity: 'violation' }]);
    expect(severity(false)).toMatchObject([{ fault: 'missing', severity: 'warning' }]);
  });

  test('tells once that a contact point has neither an email nor a page', () => {
    const nameless = check({ contactPoint: [{ fn: { da: 'Kontoret' } }] }, 'healthdcat-ap-r8');
    expect(nameless.filter(({ class: name }) => name === 'ContactPoint')).toMatchObject([
      { property: 'hasEmail', severity: 'violation', path: 'contactPoint[0].hasEmail' },
    ]);
    const reached = check({ contactPoint: [{ hasURL: 'https://example.dk/kontakt' }] }, 'healthdcat-ap-r8');
    expect(reached.filter(({ class: name }) => name === 'ContactPoint')).toEqual([]);
  });

  test('asks for a contact point of a publisher and a data holder, and of no creator', () => {
    const agent = { name: { da: 'Styrelsen' } };
    const findings = check({ publisher: agent, custodian: agent, creator: [agent] }, 'healthdcat-ap-r8');
    expect(
      findings
        .filter(({ class: name, property }) => name === 'Agent' && property === 'contactPoint')
        .map(({ path }) => path),
    ).toEqual(['publisher.contactPoint', 'custodian.contactPoint']);
  });

  test('takes one note about a publisher, in one language', () => {
    const entry = completeEntry('public');
    const publisher = { ...entry.record.publisher, description: { da: 'En styrelse', en: 'An authority' } };
    expect(about(check({ ...entry.record, publisher }, 'healthdcat-ap-r8'), 'description')).toEqual([
      { fault: 'too-many', severity: 'violation', path: 'publisher.description' },
    ]);
  });

  test.each(['public', 'restricted', 'nonPublic'] as const)(
    'finds nothing wrong with a complete %s record',
    (level) => {
      const { conforms, findings } = checkProfile(completeEntry(level), 'healthdcat-ap-r8');
      expect(conforms).toBe(true);
      expect(findings.filter(({ severity }) => severity === 'violation')).toEqual([]);
    },
  );
});

describe('a value that the normaliser could not map', () => {
  const refused = (name: string, code: string, value: string, record: Dataset = {}): readonly Finding[] =>
    checkProfile(
      {
        kind: 'Dataset',
        record,
        unmapped: [{ name, value }],
        problems: [{ code, property: name, value, message: '' }],
      },
      'healthdcat-ap-r8',
    ).findings;

  test('is told as it was written, in place of the gap that it leaves', () => {
    expect(about(refused('healthCategory', 'unknown-value', 'kræft'), 'healthCategory')).toEqual([
      { fault: 'vocabulary', severity: 'violation', path: 'healthCategory', value: 'kræft' },
    ]);
  });

  test('warns where an address outside the vocabulary is only advised against', () => {
    const findings = refused('type', 'unknown-value', 'https://example.dk/type/register', {
      accessRights: `${EU}access-right/PUBLIC`,
    });
    expect(about(findings, 'type')).toMatchObject([{ fault: 'vocabulary', severity: 'warning' }]);
  });

  test('is told at its part, with a number where only one part can be meant', () => {
    const of = (count: number): unknown =>
      about(
        refused('distribution.byteSize', 'not-a-number', 'ca. 5 MB', {
          distribution: Array.from({ length: count }, () => ({})),
        }),
        'byteSize',
      );
    expect(of(1)).toMatchObject([{ fault: 'range', path: 'distribution[0].byteSize', value: 'ca. 5 MB' }]);
    expect(of(2)).toMatchObject([{ fault: 'range', path: 'distribution.byteSize' }]);
  });

  test('is one too many where it is the second of a property that takes one', () => {
    expect(about(refused('hdab', 'several-values', '{"name":"B"}', { hdab: {} }), 'hdab')).toMatchObject([
      { fault: 'too-many', severity: 'violation' },
    ]);
  });

  test('says nothing of a property that the profile does not know, nor of an owner’s own name', () => {
    const before = check({}, 'healthdcat-ap-r8');
    expect(refused('previousVersion', 'not-an-address', 'den gamle')).toEqual(before);
    expect(refused('http://example.dk/ns#eget.felt', 'unknown-value', 'x')).toEqual(before);
  });
});
