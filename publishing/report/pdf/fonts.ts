/**
 * The fonts of the PDF. They are embedded, as accessible PDF asks, and lie in the code as data: a pure room opens no file, and a
 * bundle needs none beside it.
 */
import plexSans from './plex-sans.json' with { type: 'json' };
import { unwrapWoff } from './unwrap-woff.ts';

export const fonts = {
  Regular: unwrapWoff(Buffer.from(plexSans.regular, 'base64')),
  SemiBold: unwrapWoff(Buffer.from(plexSans.semiBold, 'base64')),
} as const;

export type FontName = keyof typeof fonts;

const covered: ReadonlySet<number> = new Set(
  plexSans.covers.flatMap(([from = 0, to = -1]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
);

/** What the fonts have no letter for; the HTML and the CSV show it as it is. */
const REPLACEMENT = '\ufffd';

/** A text that the fonts can write, on one line: harvested texts hold any letter of the world, and controls too. */
export const writable = (text: string): string =>
  Array.from(text.normalize('NFC').toWellFormed().replaceAll(/\s+/g, ' '), (letter) =>
    covered.has(letter.codePointAt(0) ?? 0) ? letter : REPLACEMENT,
  ).join('');
