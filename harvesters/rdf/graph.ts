/**
 * What a page says, as triples: terms are small integers, texts lie in a byte arena, and each subject's triples are a
 * linked list. About 50 bytes a triple all told, so that four million of them fit where objects would need gigabytes.
 */
import { ByteArena } from './byte-arena.ts';
import { IntList } from './int-list.ts';

/** First size of the table of known terms; it doubles when two thirds full. */
const FIRST_TABLE = 1 << 12;

/** Texts are encoded here on their way in; longer ones get a buffer of their own. */
const SCRATCH_SIZE = 1 << 16;

/** A term: 0 and above is an IRI or a blank node, below 0 a literal. */
export type Term = number;

/** Anonymous blank nodes have no text. */
const NO_TEXT = -1;

/** Tags beside a literal's text: 0 is a plain string, else 1 + the term of its datatype or of its `@language`. */
const PLAIN = 0;

/** The graph without a name, to which belongs what stands in no other. */
export const DEFAULT_GRAPH: Term = -1;

/** A graph in the making and, once its page was read, the graph. Named graphs are read as one, unless they are asked for. */
export class TripleGraph {
  readonly #arena = new ByteArena();
  readonly #texts = new IntList();
  readonly #hashes = new IntList();
  readonly #first = new IntList();
  readonly #last = new IntList();
  readonly #lines = new IntList();
  readonly #predicates = new IntList();
  readonly #objects = new IntList();
  readonly #next = new IntList();
  /** The named graph of each triple; absent where nobody asks, which is four bytes a triple saved. */
  readonly #graphs: IntList | undefined;
  /** The named graph that a parser is within. */
  within: Term = DEFAULT_GRAPH;
  #table = new Int32Array(FIRST_TABLE);
  #scratch = Buffer.allocUnsafeSlow(SCRATCH_SIZE);
  #full = false;

  /** @param keepsGraphs whether it is remembered which named graph a triple stands in. */
  constructor(keepsGraphs = false) {
    this.#graphs = keepsGraphs ? new IntList() : undefined;
  }

  get termCount(): number {
    return this.#texts.length;
  }

  get tripleCount(): number {
    return this.#predicates.length;
  }

  /** True once a text had to be left out because the arena's 2 GiB were used up. */
  get full(): boolean {
    return this.#full;
  }

  /** The term of an IRI, of a labelled blank node (`_:label`) or of a language tag (`@da`), as UTF-8 bytes. */
  term(bytes: Uint8Array, start: number, end: number): Term {
    let hash = 0;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0;
    // The low bits of a sum of products are poor; the table is addressed by them.
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let known = this.#table[slot] ?? 0; known !== 0; known = this.#table[slot] ?? 0) {
      const candidate = known - 1;
      if (this.#hashes.at(candidate) === hash && this.#arena.equals(this.#texts.at(candidate), bytes, start, end)) {
        return candidate;
      }
      slot = (slot + 1) & mask;
    }
    const position = this.#arena.add(bytes, start, end, PLAIN);
    if (position < 0) this.#full = true;
    const term = this.#newTerm(position, hash);
    this.#table[slot] = term + 1;
    if (this.#texts.length * 3 > this.#table.length * 2) this.#growTable();
    return term;
  }

  termOf(text: string): Term {
    const bytes = this.#encode(text);
    return this.term(bytes.buffer, 0, bytes.length);
  }

  /** A new node without a name. */
  blank(): Term {
    return this.#newTerm(NO_TEXT, 0);
  }

  /** @param tag {@link tagOf} a datatype or a language, or 0 for a plain string. */
  literal(bytes: Uint8Array, start: number, end: number, tag: number): Term {
    const position = this.#arena.add(bytes, start, end, tag);
    if (position >= 0) return -1 - position;
    this.#full = true;
    return this.blank();
  }

  literalOf(text: string, tag: number): Term {
    const bytes = this.#encode(text);
    return this.literal(bytes.buffer, 0, bytes.length, tag);
  }

  /** The tag of a literal whose datatype (or language, written `@da`) is this term. */
  tagOf(term: Term): number {
    return term + 1;
  }

  add(subject: Term, predicate: Term, object: Term, line: number): void {
    const triple = this.#predicates.push(predicate);
    this.#objects.push(object);
    this.#next.push(-1);
    this.#graphs?.push(this.within);
    const last = this.#last.at(subject);
    if (last < 0) {
      this.#first.put(subject, triple);
      this.#lines.put(subject, line);
    } else this.#next.put(last, triple);
    this.#last.put(subject, triple);
  }

  /** The subject's first triple, or -1; the order of first triples is the order in which subjects appear. */
  firstTriple(subject: Term): number {
    return this.#first.at(subject);
  }

  nextTriple(triple: number): number {
    return this.#next.at(triple);
  }

  predicate(triple: number): Term {
    return this.#predicates.at(triple);
  }

  object(triple: number): Term {
    return this.#objects.at(triple);
  }

  /** Puts the triple that was added last into a named graph: N-Quads name it behind the object. */
  moveLast(graph: Term): void {
    this.#graphs?.put(this.tripleCount - 1, graph);
  }

  /** The named graph that a triple stands in; DEFAULT_GRAPH also where that is not kept. */
  graphOf(triple: number): Term {
    return this.#graphs?.at(triple) ?? DEFAULT_GRAPH;
  }

  /** The line where the subject first stands as one; 0 where the parser could not tell. */
  line(subject: Term): number {
    return this.#lines.at(subject);
  }

  /** Whether a node has no IRI that could name it elsewhere. */
  isBlank(term: Term): boolean {
    const position = this.#texts.at(term);
    return position === NO_TEXT || this.#arena.startsWith(position, '_:');
  }

  /** The text of an IRI, a blank node's label or a literal; anonymous blank nodes have an empty one. */
  text(term: Term): string {
    const position = term < 0 ? -1 - term : this.#texts.at(term);
    return position === NO_TEXT ? '' : this.#arena.text(position);
  }

  /** The term of a literal's datatype or language (which starts with `@`), or -1 for a plain string. */
  literalTag(literal: Term): Term {
    return this.#arena.tag(-1 - literal) - 1;
  }

  #newTerm(position: number, hash: number): Term {
    this.#hashes.push(hash);
    this.#first.push(-1);
    this.#last.push(-1);
    this.#lines.push(0);
    return this.#texts.push(position);
  }

  #growTable(): void {
    const table = new Int32Array(this.#table.length * 2);
    const mask = table.length - 1;
    for (let term = 0; term < this.#texts.length; term++) {
      if (this.#texts.at(term) === NO_TEXT) continue;
      let slot = this.#hashes.at(term) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = term + 1;
    }
    this.#table = table;
  }

  #encode(text: string): { buffer: Buffer; length: number } {
    if (text.length * 3 > this.#scratch.length) this.#scratch = Buffer.allocUnsafeSlow(text.length * 3);
    return { buffer: this.#scratch, length: this.#scratch.write(text, 0, 'utf8') };
  }
}
