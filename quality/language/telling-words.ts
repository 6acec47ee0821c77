/** Words that tell Danish from its neighbours and from English: common in the one, and not written so in the others. */

const danish = new Set(
  'af ad hvad noget nogen nogle mig dig blev bliver mellem uden efter kun meget anden hvordan hvornår sygehus sygehuse sygehuset oplysninger indeholder sygdom sygdomme kræft alder befolkningen undersøgelse behandling datasættet'.split(
    ' ',
  ),
);

const neighbours: readonly (readonly [language: string, words: ReadonlySet<string>])[] = [
  [
    'no',
    new Set(
      'av hva noe noen seg meg deg ble blir mellom uten etter bare mye hvordan ikkje frå opplysninger inneholder sykehus sykehusene sykdom sykdommer kreft innbyggere helse undersøkelse datasettet informasjon'.split(
        ' ',
      ),
    ),
  ],
  [
    'sv',
    new Set(
      'och av från för är inte något någon några mig dig blev blir mellan utan efter bara mycket hur när sjukhus uppgifter innehåller sjukdom sjukdomar cancer ålder befolkningen undersökning behandling samt också'.split(
        ' ',
      ),
    ),
  ],
];

const onlyIn = (words: ReadonlySet<string>, others: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set([...words].filter((word) => !others.some((other) => other.has(word))));

const danishOnly = onlyIn(
  danish,
  neighbours.map(([, words]) => words),
);
const neighbourOnly = neighbours.map(([language, words]) => [language, onlyIn(words, [danish])] as const);

/** How many words of a text are Danish only, and how many are of the neighbour that has most. */
export interface Witnesses {
  readonly danish: number;
  readonly neighbour: string;
  readonly foreign: number;
}

/** The words of a text, in small letters. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/[^a-zæøåäöüé]+/);

export function witnessesOf(words: readonly string[]): Witnesses {
  const count = (list: ReadonlySet<string>): number => words.filter((word) => list.has(word)).length;
  const [most] = neighbourOnly
    .map(([neighbour, list]) => ({ neighbour, foreign: count(list) }))
    .sort((one, other) => other.foreign - one.foreign);
  return { danish: count(danishOnly), neighbour: most?.neighbour ?? 'no', foreign: most?.foreign ?? 0 };
}

const nordicGlue = new Set('og i er til på den det der med som et en at om ved har'.split(' '));
const englishGlue = new Set('the of and in with from that this are which as or was were an'.split(' '));

/** Three small words of a language and none of another are in no text of another language that has a line's length. */
const FEWEST_GLUE = 3;

/**
 * English or Danish where the small words of a text leave no doubt; undefined otherwise. It spares the detection, which takes
 * several times as long, for texts of a sentence and more.
 */
export function toldByWords(words: readonly string[]): 'da' | 'en' | undefined {
  const count = (list: ReadonlySet<string>): number => words.filter((word) => list.has(word)).length;
  const [nordic, english] = [count(nordicGlue), count(englishGlue)];
  if (english >= FEWEST_GLUE && nordic === 0) return 'en';
  if (nordic < FEWEST_GLUE || english > 0) return undefined;
  const { danish, foreign } = witnessesOf(words);
  return danish > 0 && foreign === 0 ? 'da' : undefined;
}
