/** Mail addresses as pages hide them from robots, and telephone numbers. */
import { elementsIn, type Fragment, lineOf } from './dom.ts';

/** The parts are as long as RFC 5321 § 4.5.3.1 lets them be; without a bound a long word would be tried from each of its letters. */
const addressPattern = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})+/gu;

/** Rows of spaces become one first: each of the patterns would try every place in a long row. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ?[([{] ?(?:at|snabel-?a|@) ?[)\]}] ?/gi, '@')
    .replace(/ ?[([{] ?(?:dot|punktum|prik) ?[)\]}] ?/gi, '.')
    .replace(/ snabel-?a /gi, '@');

/** The addresses in a text, "name(at)host(dot)dk" included. */
export const emailsIn = (text: string): string[] =>
  (plain(text).match(addressPattern) ?? []).map((address) => address.replace(/(?<![.-])[.-]+$/, ''));

/** Cloudflare writes an address as hexadecimal bytes, each combined with the first. */
const uncovered = (hidden: string): string | undefined => {
  const bytes = (hidden.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const [key = 0, ...rest] = bytes;
  return emailsIn(String.fromCharCode(...rest.slice(0, 320).map((byte) => byte ^ key)))[0];
};

const decoded = (written: string): string => {
  try {
    return decodeURIComponent(written);
  } catch {
    return written; // a lone percent sign is no escape: then it stands for itself
  }
};

/** The first mail address of a fragment: a mailto link, a covered one, or the text. */
export function emailOf(fragment: Fragment): string | undefined {
  const hidden = elementsIn(fragment.nodes, ({ attribs }) => attribs['data-cfemail'] !== undefined)[0];
  if (hidden) return uncovered(hidden.attribs['data-cfemail'] ?? '');
  const mail = elementsIn(fragment.nodes, ({ attribs }) => /^mailto:/i.test(attribs.href?.trim() ?? ''))[0];
  const target = decoded(mail?.attribs.href?.trim().slice('mailto:'.length).split('?')[0] ?? '');
  return emailsIn(target)[0] ?? emailsIn(lineOf(fragment.nodes))[0];
}

/** A Danish or international telephone number in a text, with its digits and plus sign only. */
export function phoneIn(text: string): string | undefined {
  const written = /(?:tlf\.?|telefon|phone|tel\.?)\s*:?\s*(\+?[\d\s()-]{8,20})|(\+45[\s\d]{8,15})/i.exec(text);
  const digits = (written?.[1] ?? written?.[2] ?? '').replace(/[^\d+]/g, '');
  return digits.length >= 8 ? digits : undefined;
}
