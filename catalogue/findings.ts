/** What the normaliser found out about one record besides its values: what it could not map, what it changed, what is odd. */
import { problemCode } from '#schemas/problem-codes.ts';
import { EXCERPT_LENGTH, type RawValue } from '#schemas/reading.ts';
import type { UnmappedValue, WrittenValue } from '#schemas/record.ts';
import { rawText } from './raw-text.ts';

/** A problem of one record, as the catalogue keeps it beside the record. */
export interface RecordProblem {
  code: string;
  property?: string;
  value?: string;
  message: string;
}

/** Without it a record of 2,000 distributions with one foreign licence each would drag 2,000 equal sentences along. */
const PROBLEMS_PER_RECORD = 100;

/** As long as a text of the record may be: what is kept beside it must not be what makes it too large to store. */
const KEPT_LENGTH = 100_000;

/** Collects the findings of one record; made once a record, so that values need not carry them upwards. */
export class Findings {
  readonly unmapped: UnmappedValue[] = [];
  readonly written: WrittenValue[] = [];
  readonly problems: RecordProblem[] = [];
  /** The language of texts that carry no tag, as the source says; `und` where it says nothing. */
  readonly textLanguage: string;
  /** Nodes of the record so far, against graphs that unfold without end. */
  nodes = 0;
  #seen: Set<string> | undefined;
  #absent = false;

  constructor(textLanguage = 'und') {
    this.textLanguage = textLanguage;
  }

  /** Notes a problem once: a second one with the same code, property and value says nothing new. */
  problem(code: string, property?: string, value?: string): void {
    const excerpt = value?.slice(0, EXCERPT_LENGTH);
    const mark = `${code}\n${property ?? ''}\n${excerpt ?? ''}`;
    this.#seen ??= new Set();
    if (this.#seen.has(mark) || this.#seen.size >= PROBLEMS_PER_RECORD) return;
    this.#seen.add(mark);
    const problem: RecordProblem = { code, message: problemCode(code).en };
    if (property !== undefined) problem.property = property;
    if (excerpt !== undefined) problem.value = excerpt;
    this.problems.push(problem);
  }

  /** Keeps a value as written because no row or rule could take it. */
  keep(name: string, value: RawValue): void {
    const text = rawText(value);
    if (text.length > KEPT_LENGTH) this.problem('text-too-long', name, `${text.length} characters`);
    const kept: UnmappedValue = { name, value: text.slice(0, KEPT_LENGTH) };
    if (value.kind === 'literal' && value.language !== undefined) kept.language = value.language;
    this.unmapped.push(kept);
  }

  /** Keeps a value as written and says why it does not stand in the record. */
  refuse(code: string, name: string, value: RawValue): void {
    this.keep(name, value);
    this.problem(code, name, rawText(value));
  }

  /** Notes the first placeholder (`NA`, `null`, an empty text) of the record: the others have the same cause. */
  absent(property: string, value: RawValue): void {
    if (this.#absent) return;
    this.#absent = true;
    this.problem('placeholder-value', property, rawText(value));
  }

  /** Keeps what the owner wrote beside the value that was made of it. */
  wrote(property: string, written: string, mapped: string, rule: string): void {
    this.written.push({ property, written, mapped, rule });
  }

  /** A repair of a value: the written text is kept, and the owner is told. */
  repaired(code: string, property: string, written: string, mapped: string): void {
    this.wrote(property, written, mapped, code);
    this.problem(code, property, written);
  }
}
