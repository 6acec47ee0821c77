/** RDF/XML, chunk by chunk, on the tokens of saxes. rdfxml-streaming-parser takes longer and stops at the first bad address. */
import { SaxesParser } from 'saxes';
import { EXCERPT_LENGTH } from '#schemas/reading.ts';
import type { Findings, RdfParser } from './findings.ts';
import type { TripleGraph } from './graph.ts';
import { RdfXmlGrammar } from './rdfxml-grammar.ts';

/** Elements within elements. Without it a page of a million open tags would be kept whole. */
const MAX_DEPTH = 500;

/** Length of an entity's text. Without it entities of entities unfold a small page into gigabytes. */
const MAX_ENTITY = 4_096;

/** Thrown by our own error handler, because saxes itself would go on after a fault. */
class NotWellFormed extends Error {}

const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/gi;

/** A CDATA section, in which `&` stands for itself, or an `&` that begins no reference: the usual slip in addresses and titles. */
const BARE_AMPERSAND = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z_][\w.-]{0,40});)/gi;

/** The end of a chunk that may be the beginning of what the two patterns look for. */
const OPEN_END = /(?:&[#\w.-]{0,42}|<(?:!(?:\[(?:C(?:D(?:A(?:T(?:A\[?)?)?)?)?)?)?)?|\]\]?)$/;

const CDATA = '<![CDATA[';

const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

/** An entity whose text stands elsewhere: on the reader's own disk, if that were asked. */
const ENTITY_BEYOND = /<!ENTITY\s+%?\s*([\w.-]+)\s+(?:SYSTEM|PUBLIC)\b/;

/** A parser of RDF/XML. A page that is not well-formed is `broken` there; what its closed elements said stands. */
export const rdfXmlParser = (graph: TripleGraph, findings: Findings, base: string): RdfParser =>
  new RdfXmlParser(graph, findings, base);

class RdfXmlParser implements RdfParser {
  readonly #findings: Findings;
  readonly #grammar: RdfXmlGrammar;
  readonly #decoder = new TextDecoder();
  readonly #xml = new SaxesParser({ xmlns: false, position: true });
  #started = false;
  #stopped = false;
  #ending = false;
  #tagLine = 1;
  /** The text that saxes is at work on, and how much came before it. */
  #chunk = '';
  #before = 0;
  readonly #told = new Set<string>();
  /** The end of the last chunk, where it may belong together with the next. */
  #held = '';
  #inCdata = false;

  constructor(graph: TripleGraph, findings: Findings, base: string) {
    this.#findings = findings;
    this.#grammar = new RdfXmlGrammar(graph, findings, base);
    this.#listen();
  }

  push(chunk: Uint8Array): void {
    this.#write(this.#decoder.decode(chunk, { stream: true }));
  }

  end(): void {
    this.#write(this.#decoder.decode(), true);
    this.#ending = true;
    this.#guarded(() => this.#xml.close());
  }

  #listen(): void {
    const xml = this.#xml;
    xml.on('error', (error) => {
      throw new NotWellFormed(error.message);
    });
    xml.on('doctype', (text) => this.#readEntities(text));
    xml.on('opentagstart', () => {
      this.#tagLine = xml.line;
    });
    xml.on('opentag', ({ name, attributes }) => {
      if (this.#grammar.depth >= MAX_DEPTH) throw new NotWellFormed('too many elements within elements');
      // Without `xmlns` saxes gives attributes as plain texts; its type does not tell the two apart.
      this.#grammar.open(name, attributes as Record<string, string>, this.#tagLine);
    });
    xml.on('closetag', ({ name }) => this.#grammar.close(name));
    xml.on('text', (text) => this.#grammar.text(text));
    xml.on('cdata', (text) => this.#grammar.text(text));
  }

  #write(text: string, last = false): void {
    // Blanks before the declaration are a common slip, and no harm.
    const joined = this.#held + text;
    const begun = this.#started ? joined : joined.trimStart();
    if (begun === '' || this.#stopped) return;
    this.#started = true;
    const cut = last ? begun.length : begun.length - (OPEN_END.exec(begun)?.[0].length ?? 0);
    this.#held = begun.slice(cut);
    const clean = this.#mended(begun.slice(0, cut));
    this.#before += this.#chunk.length;
    this.#chunk = clean;
    this.#guarded(() => this.#xml.write(clean));
  }

  #mended(text: string): string {
    const clean = text.search(CONTROL) < 0 ? text : text.replace(CONTROL, '');
    if (clean !== text)
      this.#tell('control-character', 'control characters were taken out', text.search(CONTROL), text);
    // A section that began in an earlier chunk is put back together for the search, and taken off again.
    const opened = this.#inCdata ? CDATA : '';
    const whole = opened + clean;
    this.#inCdata = whole.lastIndexOf(CDATA) > whole.lastIndexOf(']]>');
    let bare = -1;
    const mended = whole.replace(BARE_AMPERSAND, (found, at: number) => {
      if (found !== '&') return found;
      if (bare < 0) bare = at;
      return '&amp;';
    });
    if (bare >= 0) this.#tell('ampersand-repaired', 'an "&" that begins no reference was read as itself', bare, whole);
    return mended.slice(opened.length);
  }

  /** Each kind of mending is told once a page. */
  #tell(code: string, message: string, at: number, text: string): void {
    if (this.#told.has(code)) return;
    this.#told.add(code);
    const before = text.slice(0, at);
    const newline = before.lastIndexOf('\n');
    const column = newline < 0 ? this.#xml.column + at + 1 : at - newline;
    this.#findings.problem({ code, message, place: { line: this.#xml.line + before.split('\n').length - 1, column } });
  }

  #guarded(parse: () => void): void {
    if (this.#stopped) return;
    try {
      parse();
    } catch (error) {
      if (!(error instanceof NotWellFormed)) throw error;
      this.#stop(error.message.replace(/^\d+:\d+:\s*/, ''));
    }
  }

  /** What was read stands, but for the nodes whose elements are still open. */
  #stop(message: string): void {
    this.#stopped = true;
    const { line, column, position } = this.#xml;
    const at = this.#ending ? this.#chunk.length : position - this.#before;
    const damage = {
      code: this.#ending ? 'truncated' : 'syntax-error',
      message,
      place: { line, column: column + 1 },
      excerpt: this.#chunk.slice(Math.max(0, at - EXCERPT_LENGTH / 2), at + EXCERPT_LENGTH / 2),
    };
    for (const node of this.#grammar.openNodes()) this.#findings.damage(node, damage);
    this.#findings.break(damage);
  }

  #readEntities(doctype: string): void {
    const known = this.#xml.ENTITIES;
    const told = ENTITY_BEYOND.exec(doctype);
    if (told) this.#tellEntity(told[1]);
    for (const [, name, double, single] of doctype.matchAll(ENTITY)) {
      if (name === undefined) continue;
      const written = double ?? single ?? '';
      const text = written.replace(/&([\w.-]+);/g, (whole, inner: string) => known[inner] ?? whole);
      if (text.length <= MAX_ENTITY) known[name] = text;
      else this.#tellEntity(name);
    }
  }

  #tellEntity(name = ''): void {
    const message = `the entity "${name.slice(0, 40)}" stands outside the page or unfolds too far; it was not resolved`;
    this.#tell('xml-entities', message, 0, '');
  }
}
