import { expect, test } from 'vitest';
import { assess } from '#quality/assess.ts';
import { ownFindingText } from '#quality/own-finding-text.ts';
import { circumstances, entryOf, frequency } from './entry.ts';

const { findings } = assess(
  entryOf({
    title: { da: 'Årsopgørelse', en: 'Hjerteregisteret over alle danske sygehuse' },
    description: { da: 'Blodprøver på øre.' },
    accrualPeriodicity: frequency('WEEKLY'),
    modified: '2026-05-20',
    distribution: [{ accessURL: ['https://example.dk/død'] }],
  }),
  circumstances({ links: new Map([['https://example.dk/død', 404]]) }),
);

const textsOf = (set: string) =>
  findings.filter((finding) => finding.set === set).map((finding) => ownFindingText(finding));

test('a text that is tagged wrongly, one that is too short and one that is missing are told in both languages', () => {
  expect(textsOf('description')).toEqual([
    {
      da: 'Titel er mærket som engelsk, men er på et andet sprog: »Hjerteregisteret over alle danske sygehuse«.',
      en: 'The title is tagged as English and is in another language: “Hjerteregisteret over alle danske sygehuse”.',
    },
    { da: 'Der er ingen titel på engelsk.', en: 'There is no title in English.' },
    {
      da: 'Beskrivelse på dansk siger for lidt: »Blodprøver på øre.«.',
      en: 'The description in Danish says too little: “Blodprøver på øre.”.',
    },
    { da: 'Der er ingen beskrivelse på engelsk.', en: 'There is no description in English.' },
  ]);
});

test('a late update is told with its days, a dead link with its address, a missing element with who asks for it', () => {
  expect(textsOf('timeliness')[0]?.da).toContain('opdateret for 5 dage siden');
  expect(textsOf('mqa')[0]).toEqual({
    da: 'Adgangsadresse svarer ikke: https://example.dk/død',
    en: 'The access URL does not answer: https://example.dk/død',
  });
  expect(textsOf('ehds-art77')).toContainEqual({
    da: '»identifikator« mangler (EHDS artikel 77: mindstekrav).',
    en: '“identifier” is missing (EHDS Article 77: minimum elements).',
  });
});

test('every finding of our own sets has words, and none of a profile has them here', () => {
  const profiles = ['dcat-ap-3', 'dcat-ap-dk-3', 'healthdcat-ap-r8'];
  for (const finding of findings) {
    expect([finding.code, ownFindingText(finding) === undefined]).toEqual([
      finding.code,
      profiles.includes(finding.set),
    ]);
  }
});
