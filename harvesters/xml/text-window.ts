/** The part of a page's text that may still be asked for. Places are counted in letters from the start of the page. */
import { EXCERPT_LENGTH } from '#schemas/reading.ts';

/** Where something stands, as people count it, and where its line starts. */
export interface LinePlace {
  readonly line: number;
  readonly lineStart: number;
}

/** A page's text, of which what lies behind is let go. */
export class TextWindow {
  #text = '';
  #start = 0;

  get end(): number {
    return this.#start + this.#text.length;
  }

  /** How many letters are held. */
  get length(): number {
    return this.#text.length;
  }

  add(text: string): void {
    this.#text += text;
  }

  /** The text between two places, or to the end; only what is still held. */
  between(from: number, to = this.end): string {
    return this.#text.slice(Math.max(0, from - this.#start), Math.max(0, to - this.#start));
  }

  /** The last opening bracket before a place; the place itself where there is none. */
  bracketBefore(place: number): number {
    const at = this.#text.lastIndexOf('<', place - this.#start - 1);
    return at < 0 ? place : this.#start + at;
  }

  /** The first match from a place on, and where it starts. */
  find(pattern: RegExp, from: number): { readonly found: string; readonly at: number } | undefined {
    pattern.lastIndex = Math.max(0, from - this.#start);
    const match = pattern.exec(this.#text);
    return match === null ? undefined : { found: match[0], at: this.#start + match.index };
  }

  /** Lets go of what lies before a place. */
  forgetBefore(place: number): void {
    const from = Math.min(place, this.end);
    if (from <= this.#start) return;
    this.#text = this.#text.slice(from - this.#start);
    this.#start = from;
  }

  /** The line of a place, counted on from another. */
  lineOf(place: number, from: number, { line, lineStart }: LinePlace): LinePlace {
    const start = Math.max(from, this.#start);
    let counted = line;
    let latest = lineStart;
    for (const newline of this.between(start, place).matchAll(/\r\n?|\n/g)) {
      counted += 1;
      latest = start + newline.index + newline[0].length;
    }
    return { line: counted, lineStart: latest };
  }

  /** What stands around a place. */
  excerptAt(place: number): string {
    return this.between(place - EXCERPT_LENGTH / 2, place + EXCERPT_LENGTH / 2);
  }
}
