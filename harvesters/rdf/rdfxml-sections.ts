/** Sections of XML in which tags and references mean nothing: comments and CDATA, followed over the cuts between chunks. */

/** How each begins, and how it ends. */
const ENDS: ReadonlyMap<string, string> = new Map([
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
]);

/** A section, to its end or to the end of the text, or an `&` that begins no reference: the usual slip in addresses and titles. */
const BARE_AMPERSAND =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z_][\w.-]{0,40});)/gi;

/** A start tag that is looked for may have begun at a chunk's end: names longer than this are nobody's. */
const LONGEST_TAG = 200;
/** The end of a section may have begun at a chunk's end. */
const LONGEST_END = 3;

/** Writes ampersands that stand for themselves as references. */
export class Ampersands {
  /** What opened the section that the last text ended in. */
  #opened = '';

  /** The end of the section that the last text ended in; undefined where it ended in none. */
  get sectionEnd(): string | undefined {
    return ENDS.get(this.#opened);
  }

  /** @returns the text mended, and where in it the first mending was; -1 where there was none. */
  mend(text: string): { readonly mended: string; readonly at: number } {
    // A section that began in an earlier text is put back together for the search, and taken off again.
    const opened = this.#opened;
    this.#opened = '';
    let first = -1;
    const mended = (opened + text).replace(BARE_AMPERSAND, (found, at: number) => {
      if (found === '&') {
        if (first < 0) first = at - opened.length;
        return '&amp;';
      }
      for (const [start, end] of ENDS) if (found.startsWith(start) && !found.endsWith(end)) this.#opened = start;
      return found;
    });
    return { mended: mended.slice(opened.length), at: first };
  }
}

/** What a look for a start tag came to: the text that was passed, and the text from the tag on, once it is there. */
interface Looked {
  readonly passed: string;
  readonly found: string | undefined;
}

/** Looks for a start tag in a text that comes in chunks. One that is commented out is none. */
export class TagSearch {
  readonly #pattern: RegExp;
  #sectionEnd: string | undefined;
  /** The end of what was looked through, which may be the beginning of what is looked for. */
  #held = '';

  /** @param tag a pattern of the start tag. @param sectionEnd the end of the section that the text begins in. */
  constructor(tag: string, sectionEnd: string | undefined) {
    this.#pattern = new RegExp(`<!--|<!\\[CDATA\\[|${tag}`, 'g');
    this.#sectionEnd = sectionEnd;
  }

  look(text: string): Looked {
    const whole = this.#held + text;
    for (let from = 0; ; ) {
      if (this.#sectionEnd !== undefined) {
        const end = whole.indexOf(this.#sectionEnd, from);
        if (end < 0) return this.#hold(whole, Math.max(from, whole.length - LONGEST_END));
        from = end + this.#sectionEnd.length;
      }
      this.#pattern.lastIndex = from;
      const found = this.#pattern.exec(whole);
      this.#sectionEnd = found ? ENDS.get(found[0]) : undefined;
      if (!found) return this.#hold(whole, Math.max(from, whole.length - LONGEST_TAG));
      if (this.#sectionEnd === undefined)
        return { passed: whole.slice(0, found.index), found: whole.slice(found.index) };
      from = found.index + found[0].length;
    }
  }

  #hold(whole: string, from: number): Looked {
    this.#held = whole.slice(from);
    return { passed: whole.slice(0, from), found: undefined };
  }
}
