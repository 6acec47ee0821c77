/** Words that tell Danish from its neighbours: common in the one, and not written so in the others. */

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

export function witnessesOf(text: string): Witnesses {
  const words = text.toLowerCase().split(/[^\p{L}]+/u);
  const count = (list: ReadonlySet<string>): number => words.filter((word) => list.has(word)).length;
  const [most] = neighbourOnly
    .map(([neighbour, list]) => ({ neighbour, foreign: count(list) }))
    .sort((one, other) => other.foreign - one.foreign);
  return { danish: count(danishOnly), neighbour: most?.neighbour ?? 'no', foreign: most?.foreign ?? 0 };
}
