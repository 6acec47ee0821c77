/**
 * Turtle, TriG, N-Triples and N-Quads, chunk by chunk, straight into the graph. Our own and not n3 because a feed is more
 * than its first fault: after one this reader goes on with the next statement, and it knows whom the lost one described.
 */
import { namespaces } from '#schemas/namespaces.ts';
import { EXCERPT_LENGTH, type Place } from '#schemas/reading.ts';
import type { Findings, RdfParser } from './findings.ts';
import { DEFAULT_GRAPH, type Term, type TripleGraph } from './graph.ts';
import { needMore, TurtleFault, TurtleScanner } from './turtle-scanner.ts';

/** Bytes that one term may span. Without it an unclosed quote at the start of a feed would gather the whole feed in memory. */
const MAX_PENDING = 16 * 1024 * 1024;

/** Brackets within brackets. Without it a page of a million `[` would end the process with a full stack. */
const MAX_NESTING = 100;

/** Bytes that must have come before another try at a step that lacked bytes: small chunks would each restart it. */
const RETRY_AFTER = 16 * 1024;

/** What the parser expects next at the top level. */
type Expecting = 'statement' | 'predicate' | 'object' | 'end';

const code = (character: string): number => character.charCodeAt(0);
const [DOT, COMMA, SEMICOLON, OPEN, CLOSE] = ['.', ',', ';', '[', ']'].map(code);
const [LIST, LIST_END, GRAPH, GRAPH_END, AT, QUOTE, APOSTROPHE] = ['(', ')', '{', '}', '@', '"', "'"].map(code);

/** What a statement can start with, at the start of a line. */
const STATEMENT_START = /[<_@[({}:A-Za-z]/;
/** Two statements on one line: then it cannot be said how many a skipped line held. */
const MORE_ON_LINE = /\.\s+(?:<\S|_:|\[|@prefix|[A-Za-z][\w-]*:\S+\s+(?:a|\S+:\S+)\s)/;

/** A line that ends the graph it stands in. */
const GRAPH_ENDS = /(?:^|\.)\s*\}\s*$/;

/** @param options `lines`: N-Triples or N-Quads, where each line stands for itself. */
export const turtleParser = (
  graph: TripleGraph,
  findings: Findings,
  options: { readonly base: string; readonly lines: boolean },
): RdfParser => new TurtleParser(graph, findings, options);

class TurtleParser implements RdfParser {
  readonly #graph: TripleGraph;
  readonly #findings: Findings;
  readonly #scanner: TurtleScanner;
  readonly #lines: boolean;
  readonly #type: Term;
  readonly #firstOf: Term;
  readonly #restOf: Term;
  readonly #nil: Term;
  #expecting: Expecting = 'statement';
  #subject: Term = 0;
  #predicate: Term = 0;
  #subjectLine = 0;
  /** Triples of nested nodes, four numbers each: they count only once the step that holds them is whole. */
  readonly #pending: number[] = [];
  #inGraph = false;
  /** The name that stood behind the word GRAPH. */
  #announced: Term = DEFAULT_GRAPH;
  #depth = 0;
  #neededBytes = 0;
  #recovering = false;
  #fault: { place: Place; excerpt: string; message: string } | undefined;
  #lastSolid = '';
  #lostMore = false;
  #truncated = false;
  /** Characters of the current line that were dropped with earlier chunks. */
  #columnsBefore = 0;

  constructor(graph: TripleGraph, findings: Findings, options: { readonly base: string; readonly lines: boolean }) {
    this.#graph = graph;
    this.#findings = findings;
    this.#scanner = new TurtleScanner(graph, findings, options.base);
    this.#lines = options.lines;
    this.#type = graph.termOf(`${namespaces.rdf}type`);
    this.#firstOf = graph.termOf(`${namespaces.rdf}first`);
    this.#restOf = graph.termOf(`${namespaces.rdf}rest`);
    this.#nil = graph.termOf(`${namespaces.rdf}nil`);
  }

  push(chunk: Uint8Array): void {
    const scanner = this.#scanner;
    this.#countDropped();
    scanner.append(chunk);
    if (scanner.end >= this.#neededBytes) this.#run();
  }

  end(): void {
    this.#scanner.final = true;
    this.#run();
    if (this.#truncated && this.#fault !== undefined) this.#findings.break({ code: 'truncated', ...this.#fault });
  }

  #countDropped(): void {
    const { bytes, position } = this.#scanner;
    const newline = position === 0 ? -1 : bytes.lastIndexOf(10, position - 1);
    this.#columnsBefore = newline < 0 ? this.#columnsBefore + position : position - newline - 1;
  }

  #run(): void {
    const scanner = this.#scanner;
    for (;;) {
      if (this.#recovering && !this.#recover()) return;
      const started = scanner.position;
      const line = scanner.line;
      const repairs = scanner.repairs.length;
      try {
        if (!this.#step()) return;
        if (this.#pending.length > 0) this.#commit();
        if (scanner.repairs.length > 0) this.#report();
      } catch (error) {
        scanner.position = started;
        scanner.line = line;
        scanner.repairs.length = repairs;
        this.#pending.length = 0;
        if (error === needMore) {
          const waiting = scanner.end - started;
          if (waiting <= MAX_PENDING) {
            // Twice as many bytes before the next try, so that a long term is not read again for each chunk.
            this.#neededBytes = waiting + Math.max(RETRY_AFTER, waiting);
            return;
          }
          this.#fail(new TurtleFault('a quote or bracket is never closed', started));
        } else if (error instanceof TurtleFault) this.#fail(error);
        else throw error;
      }
    }
  }

  /** One step at the top level; false at the end of the page. After each step the bytes before it are no longer needed. */
  #step(): boolean {
    const scanner = this.#scanner;
    this.#depth = 0;
    switch (this.#expecting) {
      case 'statement':
        return this.#statement();
      case 'predicate':
        return this.#predicateStep();
      case 'object': {
        const object = this.#object();
        this.#graph.add(this.#subject, this.#predicate, object, this.#subjectLine);
        this.#expecting = 'end';
        return true;
      }
      case 'end': {
        let byte = scanner.peek();
        if (this.#lines && byte !== DOT && byte !== 0) {
          this.#graph.moveLast(scanner.named());
          byte = scanner.peek();
        }
        if (byte === COMMA) this.#expecting = 'object';
        else if (byte === SEMICOLON) this.#expecting = 'predicate';
        else if (byte === DOT) this.#expecting = 'statement';
        else if (byte === GRAPH_END && this.#inGraph) {
          this.#expecting = 'statement';
          return true;
        } else throw scanner.fault('"." or ";" or "," was expected here');
        scanner.position++;
        return true;
      }
    }
  }

  #statement(): boolean {
    const scanner = this.#scanner;
    const byte = scanner.peek();
    if (byte === 0 && scanner.position >= scanner.end) {
      if (this.#inGraph) {
        const message = 'the text ends within a graph';
        this.#findings.break({ code: 'truncated', message, ...this.#where(scanner.end) });
      }
      return false;
    }
    if (byte === AT || this.#keywordDirective(byte)) return this.#directive();
    if (byte === GRAPH_END && this.#inGraph) {
      scanner.position++;
      // Looked at first: where the chunk ends here the step is done again, and the graph must not be left by then.
      const isDotted = scanner.peek() === DOT;
      this.#leaveGraph();
      if (isDotted) scanner.position++;
      return true;
    }
    if (byte === GRAPH && !this.#inGraph) {
      scanner.position++;
      this.#enterGraph(this.#announced);
      return true;
    }
    return this.#subjectStep(byte);
  }

  #subjectStep(byte: number): boolean {
    const scanner = this.#scanner;
    const line = scanner.line;
    const bracketed = byte === OPEN || byte === LIST;
    const subject = bracketed ? this.#nested(byte) : scanner.named(true);
    const next = scanner.peek();
    if (next === GRAPH && !this.#inGraph) {
      scanner.position++;
      this.#enterGraph(subject);
      return true;
    }
    if (subject !== this.#subject && this.#graph.firstTriple(subject) >= 0) this.#findings.revisit(subject);
    this.#subject = subject;
    this.#subjectLine = line;
    // `[ … ] .` says all there is within its brackets.
    if (bracketed && next === DOT) scanner.position++;
    else this.#expecting = 'predicate';
    return true;
  }

  #enterGraph(name: Term): void {
    this.#inGraph = true;
    this.#graph.within = name;
  }

  #leaveGraph(): void {
    this.#inGraph = false;
    this.#announced = DEFAULT_GRAPH;
    this.#graph.within = DEFAULT_GRAPH;
  }

  #predicateStep(): boolean {
    const scanner = this.#scanner;
    let byte = scanner.peek();
    while (byte === SEMICOLON) {
      scanner.position++;
      byte = scanner.peek();
    }
    if (byte === DOT || (byte === GRAPH_END && this.#inGraph)) {
      this.#expecting = 'end';
      return true;
    }
    this.#predicate = this.#verb();
    this.#expecting = 'object';
    return true;
  }

  #verb(): Term {
    const scanner = this.#scanner;
    if (
      scanner.bytes[scanner.position] === 97 &&
      scanner.word() === 'a' &&
      scanner.bytes[scanner.position + 1] !== 58
    ) {
      scanner.position++;
      return this.#type;
    }
    return scanner.named();
  }

  #object(): Term {
    const scanner = this.#scanner;
    const byte = scanner.peek();
    if (byte === QUOTE || byte === APOSTROPHE) return scanner.literal();
    if (byte === OPEN || byte === LIST) return this.#nested(byte);
    if ((byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === DOT) return scanner.number();
    if (byte === 116 || byte === 102) {
      const word = scanner.word();
      const after = scanner.bytes[scanner.position + word.length];
      if ((word === 'true' || word === 'false') && after !== 58) return scanner.boolean(word);
    }
    return scanner.named();
  }

  #nested(byte: number): Term {
    if (++this.#depth > MAX_NESTING) throw this.#scanner.fault('too many brackets within brackets');
    const node = byte === OPEN ? this.#bracketed() : this.#list();
    this.#depth--;
    return node;
  }

  #bracketed(): Term {
    const scanner = this.#scanner;
    const node = this.#graph.blank();
    const line = scanner.line;
    scanner.position++;
    while (scanner.peek() !== CLOSE) {
      const predicate = this.#verb();
      do {
        this.#pending.push(node, predicate, this.#object(), line);
      } while (this.#take(COMMA));
      if (!this.#take(SEMICOLON) && scanner.peek() !== CLOSE) throw scanner.fault('"]" or ";" was expected here');
      while (this.#take(SEMICOLON));
    }
    scanner.position++;
    return node;
  }

  #list(): Term {
    const scanner = this.#scanner;
    const line = scanner.line;
    scanner.position++;
    let head = this.#nil;
    let last = -1;
    while (scanner.peek() !== LIST_END) {
      const cell = this.#graph.blank();
      const item = this.#object();
      this.#pending.push(cell, this.#firstOf, item, line);
      if (last < 0) head = cell;
      else this.#pending.push(last, this.#restOf, cell, line);
      last = cell;
    }
    scanner.position++;
    if (last >= 0) this.#pending.push(last, this.#restOf, this.#nil, line);
    return head;
  }

  #take(byte: number | undefined): boolean {
    if (this.#scanner.peek() !== byte) return false;
    this.#scanner.position++;
    return true;
  }

  #keywordDirective(byte: number): boolean {
    // p, P, b, B, g, G
    if ((byte | 32) !== 112 && (byte | 32) !== 98 && (byte | 32) !== 103) return false;
    const word = this.#scanner.word();
    if (this.#scanner.bytes[this.#scanner.position + word.length] === 58) return false;
    return /^(?:prefix|base|graph)$/i.test(word);
  }

  #directive(): boolean {
    const scanner = this.#scanner;
    const line = scanner.line;
    const sparql = scanner.bytes[scanner.position] !== AT;
    if (!sparql) scanner.position++;
    const word = scanner.word();
    scanner.position += word.length;
    const kind = word.toLowerCase();
    if (kind === 'graph') {
      this.#announced = scanner.named();
      return true;
    }
    if (kind !== 'prefix' && kind !== 'base') throw scanner.fault('a directive was expected after "@"');
    const name = kind === 'prefix' ? this.#prefixName() : '';
    if (scanner.peek() !== 60) throw scanner.fault('an address in angle brackets was expected here');
    const iri = scanner.iriText();
    if (kind === 'prefix') scanner.definePrefix(name, iri);
    else scanner.base = iri;
    if (sparql || this.#take(DOT)) return true;
    const after = scanner.position;
    this.#findings.damage(undefined, {
      code: 'syntax-error',
      message: `the directive of line ${line} does not end with "."`,
      ...this.#where(after),
    });
    return true;
  }

  #prefixName(): string {
    const scanner = this.#scanner;
    scanner.skipBlanks();
    const colon = scanner.bytes.indexOf(58, scanner.position);
    if (colon < 0 || colon >= scanner.end) {
      if (!scanner.final) throw needMore;
      throw scanner.fault('a prefix with ":" was expected here', scanner.end);
    }
    const name = scanner.bytes.toString('utf8', scanner.position, colon);
    if (/[\s<>"]/.test(name)) throw scanner.fault('a prefix with ":" was expected here');
    scanner.position = colon + 1;
    return name;
  }

  #commit(): void {
    const pending = this.#pending;
    for (let i = 0; i < pending.length; i += 4) {
      this.#graph.add(pending[i] ?? 0, pending[i + 1] ?? 0, pending[i + 2] ?? 0, pending[i + 3] ?? 0);
    }
    pending.length = 0;
  }

  #report(): void {
    for (const { code, value, line } of this.#scanner.repairs) {
      this.#findings.repair(this.#subject, { code, value, place: { line } });
    }
    this.#scanner.repairs.length = 0;
  }

  #where(offset: number): { place: Place; excerpt: string } {
    const { bytes, position, line } = this.#scanner;
    const end = Math.min(offset, this.#scanner.end);
    let at = line;
    for (let i = bytes.indexOf(10, position); i >= 0 && i < end; i = bytes.indexOf(10, i + 1)) at++;
    const newline = end === 0 ? -1 : bytes.lastIndexOf(10, end - 1);
    const column = bytes.toString('utf8', newline + 1, end).length + 1 + (newline < 0 ? this.#columnsBefore : 0);
    const from = Math.max(newline + 1, end - EXCERPT_LENGTH / 2);
    const lineEnd = bytes.indexOf(10, end);
    const to = Math.min(lineEnd < 0 ? this.#scanner.end : lineEnd, this.#scanner.end, from + EXCERPT_LENGTH);
    return { place: { line: at, column }, excerpt: bytes.toString('utf8', from, Math.max(to, from)) };
  }

  /** Notes what was lost and looks for the next statement, from where the failed step began. */
  #fail(fault: TurtleFault): void {
    const found = { ...this.#where(fault.offset), message: fault.message };
    const known = this.#expecting !== 'statement';
    if (fault.atEnd) {
      this.#truncated = true;
      this.#fault = found;
    } else this.#fault ??= found;
    this.#findings.damage(known ? this.#subject : undefined, {
      code: fault.atEnd ? 'truncated' : 'syntax-error',
      ...found,
    });
    this.#fault = found;
    this.#recovering = true;
    this.#lastSolid = '';
    this.#lostMore = false;
  }

  /** Goes to the next line that starts a statement; false when more bytes are needed or none are left. */
  #recover(): boolean {
    const scanner = this.#scanner;
    for (;;) {
      const newline = scanner.bytes.indexOf(10, scanner.position);
      if (newline < 0 || newline >= scanner.end) {
        if (scanner.final) return this.#lostToEnd();
        this.#neededBytes = 0;
        return false;
      }
      if (newline + 1 >= scanner.end && !scanner.final) {
        this.#neededBytes = 0;
        return false;
      }
      this.#skipLine(newline);
      if (this.#startsStatement()) {
        this.#recovering = false;
        this.#expecting = 'statement';
        this.#neededBytes = 0;
        return true;
      }
    }
  }

  #skipLine(newline: number): void {
    const scanner = this.#scanner;
    const text = scanner.bytes.toString('utf8', scanner.position, newline);
    const solid = text.trimEnd().at(-1);
    if (solid !== undefined && !text.trimStart().startsWith('#')) this.#lastSolid = solid;
    this.#lostMore ||= MORE_ON_LINE.test(text);
    // A statement that was lost at the end of its graph takes the closing brace with it; what follows stands in no graph.
    if (this.#inGraph && GRAPH_ENDS.test(text)) this.#leaveGraph();
    scanner.position = Math.min(newline + 1, scanner.end);
    scanner.line++;
  }

  #startsStatement(): boolean {
    const { bytes, position, end } = this.#scanner;
    if (position >= end) return false;
    if (this.#lines) return true;
    const ended = this.#lastSolid === '.' || this.#lastSolid === '}';
    return ended && STATEMENT_START.test(String.fromCharCode(bytes[position] ?? 0));
  }

  #lostToEnd(): boolean {
    const scanner = this.#scanner;
    this.#skipLine(scanner.end);
    this.#recovering = false;
    const wholeStatement = this.#lastSolid === '.' && !this.#lostMore;
    if (!wholeStatement && !this.#lines && this.#fault !== undefined) {
      this.#findings.break({ code: this.#truncated ? 'truncated' : 'syntax-error', ...this.#fault });
    }
    return false;
  }
}
