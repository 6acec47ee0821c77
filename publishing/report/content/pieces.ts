/** Pieces of text that several sections are made of. */
import type { RegisterName } from '#schemas/owner-report.ts';
import type { Cell, Inline, Line } from '../document.ts';
import type { Wording } from '../wording.ts';

/** Longer values are cut where people read: a description of five pages hides what is to be mended. CSV and JSON have them whole. */
const VALUE_LENGTH = 300;

export const plain = (text: string): Cell => [[{ text }]];

/** Only web addresses become links: what an owner wrote must not run anything in the reader's browser. */
export function webLink(address: string, text = address): Inline {
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  return isWeb ? { text, href: address } : { text };
}

export const registerAnchor = (id: string): string => `register-${id}`;

export const actionAnchor = (rank: number): string => `places-${rank}`;

/** The title of a register, leading to its page; a register that has none, as one that is gone, is only named. */
export function registerInline(register: RegisterName, wording: Wording, isLinked = true): Inline {
  return { ...wording.title(register), ...(isLinked && { goTo: registerAnchor(register.id) }) };
}

/** A value as it stands in the record, on one line. */
export function valueInline(value: string | undefined, { words }: Wording): Inline {
  if (value === undefined) return { text: words.notThere };
  const letters = [...value.toWellFormed().replaceAll(/\s+/g, ' ').trim()];
  return {
    text: letters.length > VALUE_LENGTH ? `${letters.slice(0, VALUE_LENGTH).join('')} …` : letters.join(''),
    code: true,
  };
}

/** Lines with a comma between. */
export const joined = (items: readonly Inline[]): Line =>
  items.flatMap((item, index) => (index === 0 ? [item] : [{ text: ', ' }, item]));
