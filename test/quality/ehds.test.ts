import { describe, expect, test } from 'vitest';
import { assess } from '#quality/assess.ts';
import { art78ReadinessWeights } from '#quality/weights/art78-readiness.ts';
import type { Dataset } from '#schemas/record.ts';
import { accessRight, circumstances, entryOf, standingOf } from './entry.ts';

const scoreOf = (set: string, record: Dataset, more = {}) => {
  const score = assess(entryOf(record, more), circumstances()).scores.find((one) => one.set === set);
  if (score === undefined) throw new Error(`no score ${set}`);
  return score;
};

const whole: Dataset = {
  accessRights: accessRight('NON_PUBLIC'),
  applicableLegislation: ['http://data.europa.eu/eli/reg/2025/327/oj'],
  hasCodingSystem: ['https://hdeu-dcat.data.health.europa.eu/resource/authority/coding-system/ORPHACODE'],
  custodian: { name: { da: 'Sundhedsdatastyrelsen' } },
  distribution: [{ accessURL: ['https://example.dk/'] }],
  spatial: [{ iri: 'http://publications.europa.eu/resource/authority/country/DNK' }],
  healthCategory: ['https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/PHDR'],
  hdab: { name: { da: 'Sundhedsdatastyrelsen' } },
  identifier: ['lpr'],
  provenance: [{ label: { da: 'Indberettet af sygehusene' } }],
  temporal: [{ startDate: '1977' }],
  hasVariables: [{ table: [{ column: [{ name: 'cpr' }] }] }],
};

describe('the minimum elements of Article 77', () => {
  test('are twelve, a point each', () => {
    expect(scoreOf('ehds-art77', whole)).toMatchObject({ points: 12, of: 12, share: 1 });
    expect(scoreOf('ehds-art77', {})).toMatchObject({ points: 0, of: 12, share: 0 });
  });

  test.each(Object.keys(whole))('ask for %s, and tell its owner when it is not there', (key) => {
    const record = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));
    const { findings } = assess(entryOf(record), circumstances());

    expect(scoreOf('ehds-art77', record).points).toBe(11);
    expect(findings.filter(({ set }) => set === 'ehds-art77').map(({ code }) => code)).toEqual([
      `ehds-art77.missing.Dataset.${key}`,
    ]);
  });

  test('do not ask for variables of data without structure, nor for distributions of a series', () => {
    const { hasVariables: _, distribution: __, ...rest } = whole;
    const score = scoreOf('ehds-art77', { ...rest, hasStructuredData: false }, { kind: 'DatasetSeries' });

    expect(score).toMatchObject({ points: 10, of: 12, ceiling: 10, share: 1 });
  });
});

describe('readiness for the label of Article 78', () => {
  test('counts six blocks alike, and invents no weights of the label', () => {
    const blocks = new Map<string, number>();
    for (const { dimension, points } of art78ReadinessWeights) {
      blocks.set(dimension, (blocks.get(dimension) ?? 0) + points);
    }
    expect([...blocks.values()]).toEqual([6, 6, 6, 6, 6, 6]);
  });

  test.each([
    [{ page: [{ iri: 'https://example.dk/dokumentation' }] }, { documentation: 3 }],
    [{ hasVariables: whole.hasVariables }, { documentation: 3 }],
    [{ hasQualityAnnotation: [{ hasBody: ['https://example.dk/kvalitet'] }] }, { technicalQuality: 6, maturity: 6 }],
    [{ populationCoverage: { da: 'Alle' }, temporal: whole.temporal }, { coverage: 4 }],
    [{ numberOfRecords: 10, numberOfUniqueIndividuals: 5 }, { coverage: 2 }],
    [{ accrualPeriodicity: 'x', modified: '2020' }, { provision: 6 }],
    [{ source: ['https://example.dk/kilde'] }, { modifications: 6 }],
    [{ relation: ['https://example.dk/andet'] }, { modifications: 6 }],
  ])('sees evidence in %o', (record, points) => {
    const { dimensions } = scoreOf('art78-readiness', record as Dataset);
    const earned = dimensions.filter((one) => one.points > 0).map((one) => [one.dimension, one.points]);
    expect(Object.fromEntries(earned)).toEqual(points);
  });

  test('says of each evidence whether it is there', () => {
    const score = scoreOf('art78-readiness', { page: [{ iri: 'https://example.dk/' }] });
    expect(standingOf(score, 'art78.documentation.page')).toEqual(['met', 3]);
    expect(standingOf(score, 'art78.coverage.period')).toEqual(['unmet', 0]);
  });
});
