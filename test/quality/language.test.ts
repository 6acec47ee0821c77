import { describe, expect, test } from 'vitest';
import { languageOf } from '#quality/language/language-of.ts';
import { registers } from '#sources/example/registers.ts';
import { describeWithSharedData, sharedText } from '#test/shared-data.ts';

const long = {
  da: 'Registeret indeholder oplysninger om alle, der har fået konstateret kræft, og hvordan sygdommen blev opdaget.',
  en: 'The register holds information on everybody who was diagnosed with cancer, and on how the disease was found.',
  no: 'Registeret inneholder opplysninger om alle som har fått påvist kreft, og hvordan sykdommen ble oppdaget av legen.',
  sv: 'Registret innehåller uppgifter om alla som har fått diagnosen cancer, och om hur sjukdomen upptäcktes av läkaren.',
};

describe('the language of a text', () => {
  test.each(Object.entries(long))('is told for a whole sentence in %s, whatever its tag says', (language, text) => {
    const tags = ['da', 'en', 'und', language];
    expect(tags.map((tag) => languageOf(text, tag))).toEqual(tags.map(() => language));
  });

  test('of a Danish text under the tag of English is Danish', () => {
    expect(languageOf('Alle indlæggelser på danske sygehuse siden 1977', 'en')).toBe('da');
    expect(languageOf('Patienter med kontakt til danske sygehuse', 'en')).toBe('da');
  });

  test('stays what its tag says where a title is English in a Danish way', () => {
    expect(languageOf('Dansk Renal Cancer Database', 'da')).toBe('da');
    expect(languageOf('Danish Hip Arthroplasty Register', 'en')).toBe('en');
  });

  test.each(['LPR', 'MiniPas-LPR', 'Landspatientregisteret', 'DD2 2019', '', '1977–2025'])(
    'of “%s” is what its tag says: a name has none of its own',
    (name) => {
      expect([languageOf(name, 'da'), languageOf(name, 'en'), languageOf(name, 'und')]).toEqual(['da', 'en', 'und']);
    },
  );

  test('of Danish is not taken for Norwegian because of a word or two', () => {
    expect(languageOf('Personer med KOL, set både på sygehuset og i almen praksis.', 'da')).toBe('da');
    expect(languageOf('Kort over Norge og Sverige av en dansk kartograf fra 1700-tallet i samlingen', 'da')).toBe('da');
  });

  test('is left alone where it is none of those that are told apart', () => {
    expect(languageOf(long.da, 'de')).toBe('de');
  });

  test('is named by the tag’s first part, and both Norwegian tags mean Norwegian', () => {
    expect([languageOf(long.en, 'en-GB'), languageOf(long.no, 'nb'), languageOf(long.no, 'nn')]).toEqual([
      'en',
      'no',
      'no',
    ]);
  });
});

interface Pair {
  readonly da: string;
  readonly en: string;
}

/** Every text of the bundled example that stands in both languages. */
function pairsIn(value: unknown): Pair[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('da' in value && 'en' in value && typeof value.da === 'string' && typeof value.en === 'string') {
    return value.da === value.en ? [] : [{ da: value.da, en: value.en }];
  }
  return Object.values(value).flatMap(pairsIn);
}

describe('of the texts of 80 Danish registers', () => {
  const pairs = pairsIn(registers);
  const shareFound = (texts: readonly string[], tag: string, language: string): number => {
    const told = texts.filter((text) => text.length >= 45);
    return told.filter((text) => languageOf(text, tag) === language).length / told.length;
  };

  test('none is accused that is rightly tagged, short or long', () => {
    const accused = pairs.flatMap(({ da, en }) => [
      ...(languageOf(da, 'da') === 'da' ? [] : [da]),
      ...(languageOf(en, 'en') === 'en' ? [] : [en]),
    ]);
    expect(pairs.length).toBeGreaterThan(150);
    expect(accused).toEqual([]);
  });

  test('nearly every sentence that is tagged as the other language is found', () => {
    expect(
      shareFound(
        pairs.map(({ da }) => da),
        'en',
        'da',
      ),
    ).toBeGreaterThan(0.95);
    expect(
      shareFound(
        pairs.map(({ en }) => en),
        'da',
        'en',
      ),
    ).toBeGreaterThan(0.95);
  });
});

describeWithSharedData('of the texts of a Norwegian catalogue', () => {
  const texts = [
    ...new Set(
      [
        ...sharedText('feeds/norway-fdk/libraries__datastore__geonorge-data-2017-10-19.xml').matchAll(
          /<dct:description[^>]*>([^<]{45,})</g,
        ),
      ].map(([, text]) => text ?? ''),
    ),
  ];

  test('all are Norwegian under their own tag, and most are found under a Danish one: some are not, for fear of accusing', () => {
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter((text) => languageOf(text, 'nb') !== 'no')).toEqual([]);
    const found = texts.filter((text) => languageOf(text, 'da') === 'no').length / texts.length;
    expect(found).toBeGreaterThan(0.65);
  });
});
