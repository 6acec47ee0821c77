/** HTML that is safe by construction: whatever is put into a template is escaped, unless it came out of one. */

/** Made by `html` alone, so nothing harvested can pass for it. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** C0 controls are no characters of HTML, and half a surrogate pair is none of UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it is about.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(CONTROLS, '')
    .replaceAll(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escaped(String(part));
}

/** A template of HTML; attributes must be quoted in it. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((text, string, index) => text + written(parts[index - 1] ?? '') + string));

/** Nothing, where markup is wanted. */
export const nothing = new Markup('');
