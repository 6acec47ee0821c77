/** RDF/XML, chunk by chunk, on the tokens of saxes. rdfxml-streaming-parser takes longer and stops at the first bad address. */
import { SaxesParser } from 'saxes';
import { EXCERPT_LENGTH } from '#schemas/reading.ts';
import type { Findings, RdfParser } from './findings.ts';
import type { TripleGraph } from './graph.ts';
import { Entities } from './rdfxml-entities.ts';
import { RdfXmlGrammar } from './rdfxml-grammar.ts';
import { Resumption } from './rdfxml-resumption.ts';
import { Ampersands, TagSearch } from './rdfxml-sections.ts';

/** Elements within elements. Without it a page of a million open tags would be kept whole. */
const MAX_DEPTH = 500;

/** Characters that one tag, text, comment or document type may have; without it one that never ends is gathered in memory whole. */
const MAX_SPAN = 16 * 1024 * 1024;

/** Thrown by our own error handler, because saxes itself would go on after a fault. */
class NotWellFormed extends Error {}

/** A document type that declares entities takes a few lines; one that is longer than a whole page of records is none. */
const MAX_DOCTYPE = 1024 * 1024;

/** What saxes says of an end tag of another name, once it has closed the innermost element by it. */
const UNEXPECTED = /^unexpected close tag/;

/** What saxes says of a comment with two hyphens in it, which it is then still within. */
const IN_COMMENT = /^malformed comment/;

/** What saxes says of an end tag whose element it did not see open: one of those around the place where reading went on. */
const UNMATCHED = /unmatched closing tag: ([^\s]*)\.$/;

const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/gi;

/** The end of a chunk that may be the beginning of what is looked for: references, and the ends of sections. */
const OPEN_END = /(?:&[#\w.-]{0,42}|<(?:!(?:-|\[(?:C(?:D(?:A(?:T(?:A\[?)?)?)?)?)?)?)?|\]\]?|--?)$/;

/**
 * A parser of RDF/XML. A page that is not well-formed is `broken` there; what its closed elements said stands, and reading goes on
 * at the next record. What stood between the two is not known, so the page stays broken.
 */
export const rdfXmlParser = (graph: TripleGraph, findings: Findings, base: string): RdfParser =>
  new RdfXmlParser(graph, findings, base);

class RdfXmlParser implements RdfParser {
  readonly #findings: Findings;
  readonly #grammar: RdfXmlGrammar;
  readonly #decoder = new TextDecoder();
  readonly #resumption = new Resumption();
  readonly #ampersands = new Ampersands();
  readonly #entities = new Entities(() => {
    throw new NotWellFormed('the references to entities unfold too far');
  });
  #xml = this.#parser(false);
  /** Where this parser was when it last came to the end of something. */
  #eventAt = 0;
  /** Where the text of this parser begins, in lines and in columns of its first line. */
  #linesBefore = 0;
  #columnsBefore = 0;
  /** The start tag that is looked for behind a fault. */
  #sought: TagSearch | undefined;
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

  constructor(graph: TripleGraph, findings: Findings, base: string) {
    this.#findings = findings;
    this.#grammar = new RdfXmlGrammar(graph, findings, base);
  }

  push(chunk: Uint8Array): void {
    this.#write(this.#decoder.decode(chunk, { stream: true }));
  }

  end(): void {
    this.#write(this.#decoder.decode(), true);
    this.#ending = true;
    if (this.#sought === undefined) this.#guarded(() => this.#xml.close());
  }

  /** @param isFragment for one that goes on in the middle of a page, within elements that it did not see open. */
  #parser(isFragment: boolean): SaxesParser<{ xmlns: false; position: true; fragment: boolean }> {
    const xml = new SaxesParser({ xmlns: false, position: true, fragment: isFragment });
    xml.on('error', (error) => {
      const [, outer] = UNMATCHED.exec(error.message) ?? [];
      if (outer === undefined || outer !== this.#resumption.open.at(-1)) throw new NotWellFormed(error.message);
      this.#close(outer);
    });
    this.#entities.lendTo(xml.ENTITIES);
    xml.on('doctype', (text) => this.#readEntities(text));
    xml.on('opentagstart', () => {
      this.#tagLine = this.#linesBefore + xml.line;
    });
    xml.on('opentag', ({ name, attributes }) => {
      this.#eventAt = xml.position;
      if (this.#grammar.depth >= MAX_DEPTH) throw new NotWellFormed('too many elements within elements');
      this.#resumption.opened(name, this.#grammar.isInProperty);
      // Without `xmlns` saxes gives attributes as plain texts; its type does not tell the two apart.
      this.#grammar.open(name, attributes as Record<string, string>, this.#tagLine);
    });
    xml.on('closetag', ({ name }) => this.#close(name));
    xml.on('text', (text) => this.#text(text));
    xml.on('cdata', (text) => this.#text(text));
    xml.on('comment', () => {
      this.#eventAt = xml.position;
    });
    return xml;
  }

  #text(text: string): void {
    this.#eventAt = this.#xml.position;
    this.#grammar.text(text);
    this.#checkSpan(this.#grammar.textLength);
  }

  #close(name: string): void {
    this.#eventAt = this.#xml.position;
    this.#resumption.closed();
    this.#grammar.close(name);
    this.#checkSpan(this.#grammar.textLength);
  }

  #checkSpan(length: number): void {
    if (length > MAX_SPAN) throw new NotWellFormed(`more than ${MAX_SPAN} characters belong together`);
  }

  #write(text: string, last = false): void {
    // Blanks before the declaration are a common slip, and no harm.
    const joined = this.#held + text;
    const begun = this.#started ? joined : joined.trimStart();
    if (begun === '' || this.#stopped) return;
    this.#started = true;
    const cut = last ? begun.length : begun.length - (OPEN_END.exec(begun)?.[0].length ?? 0);
    this.#held = begun.slice(cut);
    this.#read(this.#mended(begun.slice(0, cut)));
  }

  /** Reads a text, and again from each place in it where reading can go on after a fault. */
  #read(text: string): void {
    for (let rest = this.#atStart(text); rest !== '' && !this.#stopped; ) {
      this.#before += this.#chunk.length;
      this.#chunk = rest;
      rest = '';
      this.#guarded(() => {
        this.#xml.write(this.#chunk);
        this.#checkSpan(this.#xml.position - this.#eventAt);
      });
      if (this.#sought !== undefined) rest = this.#atStart(this.#chunk.slice(this.#xml.position - this.#before));
    }
  }

  /** The text from the start tag on that is looked for; empty where it is not there. A new parser reads it. */
  #atStart(text: string): string {
    if (this.#sought === undefined) return text;
    const { passed, found } = this.#sought.look(text);
    this.#pass(passed);
    if (found === undefined) return '';
    this.#xml = this.#parser(true);
    this.#eventAt = 0;
    this.#chunk = '';
    this.#before = 0;
    this.#sought = undefined;
    return found;
  }

  #pass(text: string): void {
    const lines = text.split('\n');
    this.#linesBefore += lines.length - 1;
    this.#columnsBefore = (lines.length > 1 ? 0 : this.#columnsBefore) + (lines.at(-1)?.length ?? 0);
  }

  /** Where the parser is: line and column from 1. */
  #here(): { line: number; column: number } {
    const { line, column } = this.#xml;
    return { line: this.#linesBefore + line, column: (line === 1 ? this.#columnsBefore : 0) + column + 1 };
  }

  #mended(text: string): string {
    const clean = text.search(CONTROL) < 0 ? text : text.replace(CONTROL, '');
    if (clean !== text)
      this.#tell('control-character', 'control characters were taken out', text.search(CONTROL), text);
    const { mended, at } = this.#ampersands.mend(clean);
    if (at >= 0) this.#tell('ampersand-repaired', 'an "&" that begins no reference was read as itself', at, clean);
    return mended;
  }

  /** Each kind of mending is told once a page. */
  #tell(code: string, message: string, at: number, text: string): void {
    if (this.#told.has(code)) return;
    this.#told.add(code);
    const before = text.slice(0, at);
    const newline = before.lastIndexOf('\n');
    const here = this.#here();
    const column = newline < 0 ? here.column + at : at - newline;
    this.#findings.problem({ code, message, place: { line: here.line + before.split('\n').length - 1, column } });
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

  /** What was read stands, but for the nodes whose elements are left. */
  #stop(message: string): void {
    const at = this.#ending ? this.#chunk.length : this.#xml.position - this.#before;
    const place = this.#here();
    const resume = this.#ending || this.#grammar.depth >= MAX_DEPTH ? undefined : this.#resumption.next();
    this.#stopped = resume === undefined;
    const damage = {
      code: this.#ending ? 'truncated' : 'syntax-error',
      message,
      place,
      excerpt: this.#chunk.slice(Math.max(0, at - EXCERPT_LENGTH / 2), at + EXCERPT_LENGTH / 2),
    };
    const { closedNode } = this.#grammar;
    const closed = closedNode !== undefined && UNEXPECTED.test(message) ? [closedNode] : [];
    for (const node of [...closed, ...this.#grammar.openNodes(resume?.depth)]) this.#findings.damage(node, damage);
    this.#findings.break(damage);
    if (resume === undefined) return;
    this.#grammar.leave(resume.depth);
    const isAtEnd = this.#xml.position - this.#before >= this.#chunk.length;
    const within = IN_COMMENT.test(message) ? '-->' : isAtEnd ? this.#ampersands.sectionEnd : undefined;
    this.#sought = new TagSearch(resume.start, within);
    this.#linesBefore = place.line - 1;
    this.#columnsBefore = place.column - 1;
  }

  #readEntities(doctype: string): void {
    this.#eventAt = this.#xml.position;
    for (const name of this.#entities.declare(doctype.slice(0, MAX_DOCTYPE))) this.#tellEntity(name);
    this.#entities.lendTo(this.#xml.ENTITIES);
  }

  #tellEntity(name: string): void {
    const message = `the entity "${name.slice(0, 40)}" stands outside the page or unfolds too far; it was not resolved`;
    this.#tell('xml-entities', message, 0, '');
  }
}
