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

const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

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
  #controlsTold = false;

  constructor(graph: TripleGraph, findings: Findings, base: string) {
    this.#findings = findings;
    this.#grammar = new RdfXmlGrammar(graph, findings, base);
    this.#listen();
  }

  push(chunk: Uint8Array): void {
    this.#write(this.#decoder.decode(chunk, { stream: true }));
  }

  end(): void {
    this.#write(this.#decoder.decode());
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

  #write(text: string): void {
    // Blanks before the declaration are a common slip, and no harm.
    const begun = this.#started ? text : text.trimStart();
    if (begun === '' || this.#stopped) return;
    this.#started = true;
    const clean = begun.search(CONTROL) < 0 ? begun : this.#withoutControls(begun);
    this.#before += this.#chunk.length;
    this.#chunk = clean;
    this.#guarded(() => this.#xml.write(clean));
  }

  #withoutControls(text: string): string {
    if (!this.#controlsTold) {
      const place = { line: this.#xml.line };
      this.#findings.problem({ code: 'control-character', message: 'control characters were taken out', place });
    }
    this.#controlsTold = true;
    return text.replace(CONTROL, '');
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
    for (const [, name, double, single] of doctype.matchAll(ENTITY)) {
      if (name === undefined) continue;
      const written = double ?? single ?? '';
      const text = written.replace(/&([\w.-]+);/g, (whole, inner: string) => known[inner] ?? whole);
      if (text.length <= MAX_ENTITY) known[name] = text;
    }
  }
}
