import { describe, expect, test } from 'vitest';
import type { Finding } from '#quality/finding.ts';
import { checkProfile } from '#quality/profiles/check-profile.ts';
import { findingText } from '#quality/profiles/finding-text.ts';
import { faultyRecords } from './parity/faulty-records.ts';

const finding = (more: Partial<Finding>): Finding => ({
  code: 'x',
  set: 'healthdcat-ap-r8',
  fault: 'missing',
  severity: 'violation',
  class: 'Dataset',
  property: 'keyword',
  path: 'keyword',
  ...more,
});

describe('the words of a finding', () => {
  test.each([
    [
      {},
      'Der mangler en værdi for »nøgleord« (datasæt). HealthDCAT-AP kræver den.',
      'There is no value for “keyword” (dataset). HealthDCAT-AP requires one.',
    ],
    [
      { severity: 'warning', set: 'dcat-ap-dk-3' },
      'Der mangler en værdi for »nøgleord« (datasæt). DCAT-AP-DK 3 anbefaler den.',
      'There is no value for “keyword” (dataset). DCAT-AP-DK 3 recommends one.',
    ],
    [
      { class: 'ContactPoint', property: 'hasEmail' },
      'Der mangler en værdi for »e-mail« (kontaktpunkt) eller »kontaktside«. HealthDCAT-AP kræver mindst én af dem.',
      'There is no value for “email” (contact point) or “contact page”. HealthDCAT-AP requires at least one of them.',
    ],
    [
      { property: 'hasVariables' },
      'Der mangler en værdi for »variable« (datasæt). HealthDCAT-AP kræver den, når »har strukturerede data« er sand.',
      'There is no value for “variables” (dataset). HealthDCAT-AP requires one when “structured data” is true.',
    ],
    [
      { property: 'publisher', fault: 'too-many' },
      'Der står flere værdier for »udgiver« (datasæt). HealthDCAT-AP tillader kun én.',
      'There are several values for “publisher” (dataset). HealthDCAT-AP allows only one.',
    ],
    [
      { property: 'healthTheme', fault: 'vocabulary', value: 'ærø' },
      'Værdien »ærø« for »sundhedstema« (datasæt) findes ikke i det ordforråd, som HealthDCAT-AP kræver.',
      'The value “ærø” for “health theme” (dataset) is not in the vocabulary that HealthDCAT-AP requires.',
    ],
    [
      { property: 'issued', fault: 'range', value: 'i foråret' },
      'Værdien »i foråret« for »udgivelsesdato« (datasæt) er ikke af den art, som HealthDCAT-AP kræver.',
      'The value “i foråret” for “release date” (dataset) is not of the kind that HealthDCAT-AP requires.',
    ],
    [
      { property: 'theme', fault: 'value' },
      'Blandt værdierne for »emne« (datasæt) mangler »Sundhed« (http://publications.europa.eu/resource/authority/data-theme/HEAL), som HealthDCAT-AP kræver.',
      'Among the values for “theme” (dataset), “Health” (http://publications.europa.eu/resource/authority/data-theme/HEAL) is missing, which HealthDCAT-AP requires.',
    ],
  ] as const)('say in Danish and English what is wrong: %o', (more, da, en) => {
    expect(findingText(finding(more)).sentence).toEqual({ da, en });
  });

  test('say what should stand there, and give an example', () => {
    expect(findingText(finding({ property: 'numberOfRecords' }))).toMatchObject({
      shouldBe: { da: 'et helt tal på nul eller derover', en: 'a whole number of zero or more' },
      example: { da: '2400000', en: '2400000' },
    });
    expect(findingText(finding({ property: 'publisher' })).shouldBe.da).toBe('en beskrivelse af arten »aktør«');
    expect(findingText(finding({ property: 'language' })).shouldBe.da).toContain('resource/authority/language');
    expect(findingText(finding({ class: 'Agent', property: 'type' })).example?.en).toContain('publisher-type');
  });

  test('quote the beginning of a long value', () => {
    const { sentence } = findingText(finding({ fault: 'range', property: 'issued', value: 'å'.repeat(5000) }));
    expect(sentence.da.length).toBeLessThan(250);
    expect(sentence.da).toContain('åå…«');
  });

  test('name a register as an example of registers only', () => {
    const exampleOf = (name: Finding['class'], property: string) =>
      findingText(finding({ class: name, property })).example;

    expect(exampleOf('Dataset', 'title')?.da).toBe('Cancerregisteret');
    expect(exampleOf('Column', 'title')?.da).toBe('Diagnosedato');
    expect(exampleOf('Column', 'name')?.da).toBe('D_DIAGNOSEDATO');
    expect(exampleOf('Agent', 'name')?.da).toBe('Sundhedsdatastyrelsen');
    expect(exampleOf('Standard', 'title')).toBeUndefined();
  });

  test('are there for every fault that a description can have', () => {
    let told = 0;
    for (const { entry } of faultyRecords('nonPublic')) {
      for (const one of checkProfile(entry, 'healthdcat-ap-r8').findings) {
        const { sentence, shouldBe } = findingText(one);
        for (const text of [sentence.da, sentence.en, shouldBe.da, shouldBe.en]) {
          expect(text).not.toMatch(/undefined|\s\s|^\s*$/);
        }
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(1000);
  });
});
