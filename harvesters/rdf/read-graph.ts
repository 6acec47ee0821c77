/** A page's bytes to its graph, whatever serialisation and charset they are in. */
import type { Page } from '#schemas/reading.ts';
import { type Utf8Stream, utf8Stream } from './charset.ts';
import { Findings, type RdfParser } from './findings.ts';
import { TripleGraph } from './graph.ts';
import { jsonLdParser } from './jsonld-parser.ts';
import { rdfXmlParser } from './rdfxml-parser.ts';
import { type Serialisation, SNIFF_BYTES, sniff } from './sniff.ts';
import { turtleParser } from './turtle-parser.ts';

/** What a page says and what is wrong with it. */
export interface ReadGraph {
  readonly graph: TripleGraph;
  readonly findings: Findings;
}

/**
 * Reads a whole page. Never throws for what it says; an error of the body itself (a lost connection) goes to the caller.
 * @param keepsGraphs whether it matters which named graph a triple stands in.
 */
export const readGraph = async (page: Page, keepsGraphs = false): Promise<ReadGraph> => {
  const reader = new PageReader(page.url, page.contentType, keepsGraphs);
  for await (const chunk of page.body) reader.push(chunk);
  return reader.end();
};

/** Holds the first bytes back until they tell charset and serialisation, then feeds the parser of it. */
class PageReader {
  readonly #graph: TripleGraph;
  readonly #findings = new Findings();
  readonly #url: string;
  readonly #contentType: string | null;
  #head: Uint8Array[] = [];
  #headBytes = 0;
  #utf8: Utf8Stream | undefined;
  #parser: RdfParser | undefined;
  /** The beginning of a page of JSON that does not look like JSON-LD; undefined for all others. */
  #plainJson: string | undefined;

  constructor(url: string, contentType: string | null, keepsGraphs: boolean) {
    this.#graph = new TripleGraph(keepsGraphs);
    this.#url = url;
    this.#contentType = contentType;
  }

  push(chunk: Uint8Array): void {
    if (this.#utf8 !== undefined) {
      this.#parser?.push(this.#utf8.push(chunk));
      return;
    }
    // The owner of the body may use the chunk's memory again.
    this.#head.push(chunk.slice());
    this.#headBytes += chunk.length;
    if (this.#headBytes >= SNIFF_BYTES) this.#start();
  }

  end(): ReadGraph {
    const utf8 = this.#utf8 ?? this.#start();
    this.#parser?.push(utf8.end());
    this.#parser?.end();
    const findings = this.#findings;
    if (utf8.finding !== undefined && this.#parser !== undefined) {
      findings.problem({ code: 'charset-corrected', message: utf8.finding });
    }
    if (this.#plainJson !== undefined && this.#graph.tripleCount === 0) {
      findings.break(wrongMedia('json', this.#plainJson, this.#contentType));
    }
    if (this.#graph.full)
      findings.break({ code: 'page-too-large', message: 'the page holds more text than can be kept' });
    return { graph: this.#graph, findings };
  }

  #start(): Utf8Stream {
    const raw = Buffer.concat(this.#head);
    this.#head = [];
    const utf8 = utf8Stream(raw, this.#contentType);
    this.#utf8 = utf8;
    const first = utf8.push(raw);
    const head = Buffer.from(first.subarray(0, SNIFF_BYTES)).toString('utf8');
    this.#parser = this.#parserFor(sniff(head, this.#contentType), head);
    this.#parser?.push(first);
    return utf8;
  }

  #parserFor(serialisation: Serialisation, head: string): RdfParser | undefined {
    const base = this.#url;
    switch (serialisation) {
      case 'turtle':
      case 'lines':
        return turtleParser(this.#graph, this.#findings, { base, lines: serialisation === 'lines' });
      case 'rdfxml':
        return rdfXmlParser(this.#graph, this.#findings, base);
      case 'jsonld':
        // Keywords begin with "@"; with names alone a document says nothing, as the error messages of servers do.
        if (head.includes('"') && !head.includes('"@')) this.#plainJson = head;
        return jsonLdParser(this.#graph, this.#findings, base);
      default:
        this.#findings.break(wrongMedia(serialisation, head, this.#contentType));
        return undefined;
    }
  }
}

const wrongMedia = (found: Serialisation | 'json', head: string, contentType: string | null) => {
  const what =
    { html: 'an HTML page', empty: 'an empty page', json: 'JSON that states nothing, maybe an error message' }[
      String(found)
    ] ?? 'no serialisation of RDF that we know';
  return {
    code: 'wrong-media',
    message: `the page is ${what} (Content-Type ${contentType ?? 'missing'})`,
    place: { line: 1, column: 1 },
    excerpt: head.trimStart().slice(0, 200),
  };
};
