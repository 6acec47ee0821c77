/** Pieces of text that several sections are made of. */
import type { Mend, RegisterName } from '#schemas/owner-report.ts';
import type { Cell, Inline, Line } from '../document.ts';
import type { Wording } from '../wording.ts';

/** Longer values are cut where people read: a description of five pages hides what is to be mended. CSV and JSON have them whole. */
const VALUE_LENGTH = 300;

export const plain = (text: string): Cell => [[{ text }]];

export const lines = (texts: readonly string[]): Cell => texts.map((text) => [{ text }]);

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

/** What stands at a place now. Only of what is missing is it known that nothing does. */
export function nowText({ fault, value }: Pick<Mend, 'fault' | 'value'>, { words }: Wording): Inline {
  // How long something is overdue is measured in days and written as a duration.
  const [, days] = (fault === 'overdue' ? /^P(\d+)D$/.exec(value ?? '') : null) ?? [];
  if (days !== undefined) return { text: words.daysOver(days) };
  if (value !== undefined) return valueInline(value);
  return { text: fault === 'missing' ? words.notThere : '–' };
}

/** A value as it stands in the record, on one line. */
export function valueInline(value: string): Inline {
  const letters = [...value.toWellFormed().replaceAll(/\s+/g, ' ').trim()];
  return {
    text: letters.length > VALUE_LENGTH ? `${letters.slice(0, VALUE_LENGTH).join('')} …` : letters.join(''),
    code: true,
  };
}

/** Lines with a comma between. */
export const joined = (items: readonly Inline[]): Line =>
  items.flatMap((item, index) => (index === 0 ? [item] : [{ text: ', ' }, item]));
