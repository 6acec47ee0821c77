/** One form for all the ways in which people write a word: the same for what is searched and for what is asked. */

/** Letters that Unicode does not take apart into a plain letter and a mark, or not as Danes do. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  ä: 'ae',
  œ: 'o',
  ø: 'o',
  ö: 'o',
  å: 'a',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
};

/**
 * A text in lower case and plain letters. æ is ae; ø, oe and o are one, and so are å, aa and a: each of the spellings finds the
 * others. Words that this makes one by chance (`poet`, `pot`) are told apart by `kept`, which ranks higher.
 */
export const fold = (text: string): string => {
  const lower = text.toLowerCase();
  const plain = ASCII.test(lower) ? lower : plainLetters(lower);
  return plain.includes('aa') || plain.includes('oe') ? plain.replace(/a{2,}/g, 'a').replace(/oe+/g, 'o') : plain;
};

/** Most words have nothing to take apart, and every word of every record comes by here. */
const ASCII = /^[\0-\x7f]*$/;

const plainLetters = (lower: string): string =>
  lower
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æäœøöåßðþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');

/** The beginning of a written word that folds to a beginning of the folded word: `lægemiddel` of `lægemiddelstatistik`. */
export function writtenAs(written: string, folded: string): string {
  for (let end = 1; end <= written.length; end += 1) {
    if (fold(written.slice(0, end)) === folded) return written.slice(0, end);
  }
  return written;
}

/** A word of a text, and where it stands. */
export interface Word {
  readonly folded: string;
  /** As written, in lower case: with its æ, ø and å. */
  readonly kept: string;
  readonly start: number;
  readonly end: number;
}

/** Longer runs of letters are sequences, keys or noise; what lies beyond is not searched. */
const WORD_LENGTH = 80;

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The words of a text in their order. A word that folds to nothing is none. */
export function* wordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(WORDS)) {
    const [written] = match;
    const cut = written.slice(0, WORD_LENGTH);
    // Folding may leave a space or a stroke (½ is "1⁄2"), which would be two words to the index and one to us.
    const folded = fold(cut).replace(/[^\p{L}\p{N}]+/gu, '');
    const end = match.index + written.length;
    if (folded !== '') yield { folded, kept: cut.normalize('NFC').toLowerCase(), start: match.index, end };
  }
}

/** The last character that there is: what begins with a text lies between it and the text with this behind it. */
export const BEHIND = '\u{10ffff}';

/** What is matched of a word's inside is at least so long: shorter pieces stand in every other word. */
export const PART_LENGTH = 4;

/** A part begins after at least so many letters: `sten` is no part of `østen`. */
const BEFORE_PART = 3;

/**
 * The ends of a long word, each of which may begin a part of a compound: `cancerregisteret` holds `registeret`, which a
 * search for `register` finds by its beginning. No dictionary is needed, and the result does not depend on what else is there.
 */
export function partsOf(folded: string): string[] {
  const parts: string[] = [];
  for (let start = BEFORE_PART; start <= folded.length - PART_LENGTH; start += 1) parts.push(folded.slice(start));
  return parts;
}
