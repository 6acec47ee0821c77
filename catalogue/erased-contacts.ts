/**
 * What becomes of a person's contact that was erased at the person's request (docs/decisions/0073): the address is masked in every
 * text, and a contact that was reached by it is taken out whole, name and telephone with it. Pure: whoever calls knows which
 * addresses are erased, and need not know them in words.
 */

/** What stands where an erased address stood. `.invalid` is nobody's for ever (RFC 2606), so nobody is written to by it. */
const ERASED_ADDRESS = 'erased@erased.invalid';

/** Whether an address, in its canonical form, is erased. */
export type IsErased = (address: string) => boolean;

/** RFC 5321 § 4.5.3.1: the longest part before the sign, and the longest domain. */
const LOCAL_LENGTH = 64;
const DOMAIN_LENGTH = 255;

/** Characters of an address in its form without quotes (RFC 5322 `atext` and the dot); letters of any script (RFC 6531). */
const LOCAL = /[\p{L}\p{N}.!#$*+/=?^_{|}~-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;

/** The sign between both parts, as pages and feeds write it: plain, in an address, as entity, in JSON, and against harvesters. */
const SIGN = /@|%40|&#0{0,4}64;|&#x0{0,4}40;|&commat;|\\u0040|\[at\]|\(at\)/gi;

/** What may stand glued before an address and is none of it: an escape of JSON (`\n`), of an address (`%20`). */
const GLUED = /^(?:[nrtbf](?=.)|u[0-9a-f]{4})/i;
const PERCENT = /%[0-9a-f]{2}/gi;

/** An address as it is compared: without `mailto:` and what follows a `?`, in small letters. Undefined for what is none. */
export function canonicalAddress(written: string): string | undefined {
  const bare = written
    .trim()
    .replace(/^mailto:/i, '')
    .split('?')[0];
  const address = (bare ?? '').replace(/%40/i, '@').toLowerCase();
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  const isOne =
    at > 0 &&
    at <= LOCAL_LENGTH &&
    domain.length <= DOMAIN_LENGTH &&
    [...local].every((character) => LOCAL.test(character) || character === "'" || character === '%') &&
    [...domain].every((character) => DOMAIN.test(character)) &&
    /^[^.-].*\.[^.]{2,}$/s.test(domain);
  return isOne ? address : undefined;
}

/** Where an address may begin: at the furthest character that can be of one, and behind whatever may be glued before it. */
function beginningsOf(text: string, sign: number): number[] {
  const furthest = Math.max(0, sign - LOCAL_LENGTH);
  let start = sign;
  while (start > furthest && (LOCAL.test(text.charAt(start - 1)) || /['%]/.test(text.charAt(start - 1)))) start -= 1;
  const beginnings = [start];
  const local = text.slice(start, sign);
  if (text.charAt(start - 1) === '\\') beginnings.push(start + (GLUED.exec(local)?.[0].length ?? 0));
  for (const { index, 0: coded } of local.matchAll(PERCENT)) beginnings.push(start + index + coded.length);
  // A quote, a slash or an equals sign may be of an address, and is more often what stands before one.
  for (const { index } of local.matchAll(/['/=?#]/g)) beginnings.push(start + index + 1);
  return beginnings.filter((beginning) => beginning < sign);
}

/** Where it may end: the text may go on behind the last dot of a sentence, or with a word that stands close. */
function endsOf(text: string, from: number): number[] {
  const furthest = Math.min(text.length, from + DOMAIN_LENGTH);
  let end = from;
  while (end < furthest && DOMAIN.test(text.charAt(end))) end += 1;
  const ends = [end];
  for (let dot = text.lastIndexOf('.', end - 1); dot > from && ends.length < 8; dot = text.lastIndexOf('.', dot - 1)) {
    ends.push(dot);
  }
  return ends;
}

/** The place of an erased address around a sign. */
function placeAt(text: string, sign: RegExpExecArray, isErased: IsErased): [number, number] | undefined {
  const behind = sign.index + sign[0].length;
  for (const beginning of beginningsOf(text, sign.index)) {
    for (const end of endsOf(text, behind)) {
      const address = canonicalAddress(`${text.slice(beginning, sign.index)}@${text.slice(behind, end)}`);
      if (address !== undefined && isErased(address)) return [beginning, end];
    }
  }
  return undefined;
}

/**
 * The text with every erased address masked; the same text where there is none. Looks only around the signs, so its time is linear
 * in the text's length.
 */
export function maskAddresses(text: string, isErased: IsErased): string {
  let masked = '';
  let from = 0;
  for (const sign of text.matchAll(SIGN)) {
    const place = placeAt(text, sign, isErased);
    if (!place || place[0] < from) continue;
    masked += text.slice(from, place[0]) + ERASED_ADDRESS;
    [, from] = place;
  }
  return from === 0 ? text : masked + text.slice(from);
}

/** Whether a text holds an erased address, or the mask of one. */
const holdsErased = (text: string, isErased: IsErased): boolean =>
  text.includes(ERASED_ADDRESS) || maskAddresses(text, isErased) !== text;

/** Members that are a way to reach somebody, and are taken out with their address. */
const WAYS: ReadonlySet<string> = new Set(['email', 'hasEmail', 'mbox']);

/** Members that stand for a person where an erased address is in them: taken out whole. A publisher is an organisation, and stays. */
const PERSONS: ReadonlySet<string> = new Set(['contactPoint', 'creator', 'contributor']);

/** Members whose texts were kept because nothing could be made of them: who was named beside the address stands in the same text. */
const KEPT_AS_WRITTEN: ReadonlySet<string> = new Set(['unmapped', 'written', 'problems']);

interface Walk {
  readonly isErased: IsErased;
  /** Whether the texts were kept as written. */
  readonly asWritten: boolean;
}

const TAKEN_OUT = Symbol('taken out');

/** Of a text: itself, masked, or gone with the way that it was. */
function textWithout(text: string, name: string, { isErased, asWritten }: Walk): string | typeof TAKEN_OUT {
  if (!holdsErased(text, isErased)) return text;
  if (WAYS.has(name)) return TAKEN_OUT;
  return asWritten ? ERASED_ADDRESS : maskAddresses(text, isErased);
}

function listWithout(list: readonly unknown[], name: string, walk: Walk): unknown {
  const kept = list.map((item) => valueWithout(item, name, walk)).filter((item) => item !== TAKEN_OUT);
  // A list that has nothing left says no more than one that is not there.
  return kept.length === 0 && list.length > 0 ? TAKEN_OUT : kept;
}

function valueWithout(value: unknown, name: string, walk: Walk): unknown {
  if (typeof value === 'string') return textWithout(value, name, walk);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return listWithout(value, name, walk);
  if (PERSONS.has(name) && holdsErased(JSON.stringify(value), walk.isErased)) return TAKEN_OUT;
  return membersWithout(value, walk);
}

function membersWithout(value: object, walk: Walk): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const asWritten = walk.asWritten || KEPT_AS_WRITTEN.has(name);
    const made = valueWithout(member, name, { ...walk, asWritten });
    if (made !== TAKEN_OUT) kept[name] = made;
  }
  return kept;
}

/** The value without the erased contacts in it; the very same value where it holds none. */
export function withoutErasedContacts<Value extends object>(value: Value, isErased: IsErased): Value {
  if (!holdsErased(JSON.stringify(value), isErased)) return value;
  // Only members are taken out that every schema has as optional; the compiler cannot follow.
  return membersWithout(value, { isErased, asWritten: false }) as Value;
}
