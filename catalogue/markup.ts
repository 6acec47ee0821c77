/** HTML in a text that should be plain. Linear in the text's length, whatever the text: feeds are not trusted. */

/** Entities that registry texts use; numeric ones are decoded by their number. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
  eacute: 'é',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  bull: '•',
  middot: '·',
  euro: '€',
  sect: '§',
  deg: '°',
  copy: '©',
  reg: '®',
  trade: '™',
  le: '≤',
  ge: '≥',
  times: '×',
  plusmn: '±',
  frac12: '½',
};

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,11}));/g;
/** A tag starts with a letter: "age <18" is no tag. It ends before the next `<`, which also keeps the search linear. */
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,20})(?:\s[^<>]*|\/?)>/g;
const inline: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'font',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

/** The text without tags and with its entities decoded; the text itself when it holds neither. Block tags become spaces. */
export const stripMarkup = (text: string): string => {
  let plain = text;
  if (plain.includes('<')) plain = withoutHidden(plain).replace(TAG, tagAsText);
  return plain.includes('&') ? plain.replace(ENTITY, decode) : plain;
};

const tagAsText = (_: string, __: string, name: string): string => (inline.has(name.toLowerCase()) ? '' : ' ');

const decode = (entity: string, decimal?: string, hexadecimal?: string, name?: string): string => {
  if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? entity) : entity;
  const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isCharacter = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : ' ';
};

/** Comments, scripts and styles are no text; one that does not end runs to the end. */
const hidden: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<script', '</script>'],
  ['<style', '</style>'],
];

const withoutHidden = (text: string): string => {
  let plain = text;
  for (const [open, close] of hidden) {
    let start = plain.indexOf(open);
    if (start < 0) continue;
    let kept = '';
    let from = 0;
    while (start >= 0) {
      kept += plain.slice(from, start);
      const end = plain.indexOf(close, start);
      from = end < 0 ? plain.length : end + close.length;
      start = plain.indexOf(open, from);
    }
    plain = kept + plain.slice(from);
  }
  return plain;
};
