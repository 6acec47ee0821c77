/** The entities that a page of RDF/XML declares for itself: names for texts, most often for the beginnings of addresses. */

/** Length of an entity's text. Without it entities of entities unfold a small page into gigabytes. */
const MAX_ENTITY = 4_096;

/** Characters that all references of a page may unfold to: a page that writes each address by one, ten million times, is none. */
const MAX_UNFOLDED = 64 * 1024 * 1024;

const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

/** An entity whose text stands elsewhere: on the reader's own disk, if that were asked. */
const ENTITY_BEYOND = /<!ENTITY\s+(?:%\s+)?([\w.-]+)\s+(?:SYSTEM|PUBLIC)\b/;

export class Entities {
  readonly #texts = new Map<string, string>();
  readonly #refuse: () => never;
  #unfolded = 0;

  /** @param refuse throws what a page is given up by whose references unfold too far. */
  constructor(refuse: () => never) {
    this.#refuse = refuse;
  }

  /** Takes what a document type declares. @returns the names of those that are not resolved. */
  declare(doctype: string): string[] {
    const beyond = ENTITY_BEYOND.exec(doctype)?.[1];
    const refused = beyond === undefined ? [] : [beyond];
    for (const [, name = '', double, single] of doctype.matchAll(ENTITY)) {
      const written = double ?? single ?? '';
      const text = written.length > MAX_ENTITY ? written : this.#unfold(written);
      if (text.length <= MAX_ENTITY) this.#texts.set(name, text);
      else refused.push(name);
    }
    return refused;
  }

  /** Lets a parser that keeps its entities as properties find these, and counts what it finds. */
  lendTo(known: Record<string, string>): void {
    for (const [name, text] of this.#texts) {
      Object.defineProperty(known, name, { configurable: true, get: () => this.#counted(text) });
    }
  }

  #unfold(written: string): string {
    return written.replace(
      /&([\w.-]+);/g,
      (whole, inner: string) => this.#texts.get(inner) ?? BUILT_IN.get(inner) ?? whole,
    );
  }

  #counted(text: string): string {
    this.#unfolded += text.length;
    return this.#unfolded > MAX_UNFOLDED ? this.#refuse() : text;
  }
}

/** What XML itself names. */
const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
