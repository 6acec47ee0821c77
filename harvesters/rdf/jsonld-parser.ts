/** JSON-LD: the whole document is parsed before its first triple, because a context may stand at its end. */
import type { Damage, Findings, RdfParser } from './findings.ts';
import type { TripleGraph } from './graph.ts';
import { repairJson } from './json-repair.ts';
import { JsonLdExpander } from './jsonld-expander.ts';

/** Bytes of a document: it is held as text and as objects at once, about eight times its size. */
const MAX_BYTES = 256 * 1024 * 1024;

const NONE: ReadonlyMap<object, Damage> = new Map();

/** A parser of JSON-LD. A document that is not JSON is mended, or salvaged record by record, before it is `broken`. */
export const jsonLdParser = (graph: TripleGraph, findings: Findings, base: string): RdfParser =>
  new JsonLdParser(graph, findings, base);

class JsonLdParser implements RdfParser {
  readonly #graph: TripleGraph;
  readonly #findings: Findings;
  readonly #base: string;
  readonly #decoder = new TextDecoder();
  readonly #parts: string[] = [];
  #bytes = 0;

  constructor(graph: TripleGraph, findings: Findings, base: string) {
    this.#graph = graph;
    this.#findings = findings;
    this.#base = base;
  }

  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    if (this.#bytes <= MAX_BYTES) this.#parts.push(this.#decoder.decode(chunk, { stream: true }));
  }

  end(): void {
    if (this.#bytes > MAX_BYTES) {
      const message = `a JSON-LD page of more than ${MAX_BYTES} bytes cannot be read in one piece`;
      this.#findings.break({ code: 'page-too-large', message });
      return;
    }
    this.#parts.push(this.#decoder.decode());
    const text = this.#parts.join('').trimStart();
    this.#parts.length = 0;
    const { value, damaged } = this.#parsed(text);
    new JsonLdExpander(this.#graph, this.#findings, damaged).document(value, this.#base);
  }

  #parsed(text: string): { value: unknown; damaged: ReadonlyMap<object, Damage> } {
    try {
      return { value: JSON.parse(text), damaged: NONE };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const { value, damaged, repairs, broken } = repairJson(text);
      for (const repair of repairs) this.#findings.problem(repair);
      if (broken !== undefined) this.#findings.break(broken);
      return { value, damaged };
    }
  }
}
