/**
 * The `fair-data-point` format: the documents of a FAIR Data Point (https://specs.fairdatapoint.org/), from its root over
 * catalogues and datasets down to distributions, each an LDP resource of its own.
 */

import { NodeReader, newScope } from '#harvesters/dcat/node-reader.ts';
import { readPaging } from '#harvesters/dcat/paging.ts';
import { readRecords } from '#harvesters/dcat/records.ts';
import type { Failure, Harvester } from '#harvesters/harvester.ts';
import type { Findings } from '#harvesters/rdf/findings.ts';
import type { Term, TripleGraph } from '#harvesters/rdf/graph.ts';
import { type ReadGraph, readGraph } from '#harvesters/rdf/read-graph.ts';
import { namespaces } from '#schemas/namespaces.ts';
import { literal, type Page, type PageRequest, type RawRecord, type RawValue, type Reading } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';
import { type Carried, carriedOf, goOnWithout, leaveBehind, setOff, takeIn } from './carried.ts';
import { FDP, isDescribed, LDP, type Links, linksOf, sameAddress } from './links.ts';
import { FairDataPointSettings } from './settings.ts';

/** Without it some servers answer with their web application. */
const HEADERS = { accept: 'text/turtle, application/ld+json;q=0.8, application/rdf+xml;q=0.7, */*;q=0.1' };

/** Documents that one document leads to. A container of more is a loop or an attack. */
const MAX_BELOW = 20_000;

/** Where the identifier of a metadata record stands, by servers of different ages. */
const IDENTIFIER_NAMES: readonly string[] = [
  ...FDP.map((namespace) => `${namespace}metadataIdentifier`),
  'http://purl.org/spar/datacite/hasIdentifier',
  'http://www.re3data.org/schema/3-0#repositoryIdentifier',
];

/** What a catalogue's or dataset's request remembers: the title of the catalogue that named it. */
const catalogueOf = ({ context }: PageRequest): string | undefined =>
  typeof context === 'object' && context !== null && 'catalogue' in context && typeof context.catalogue === 'string'
    ? context.catalogue
    : undefined;

const isFirst = ({ context }: PageRequest): boolean => context === undefined;

/** A document other than a part: its datasets, and what it leads to. */
class DocumentReader {
  readonly #graph: TripleGraph;
  readonly #findings: Findings;
  readonly #page: Page;
  readonly #settings: FairDataPointSettings;
  readonly #links: Links;
  readonly #nodes: NodeReader;

  constructor({ graph, findings }: ReadGraph, page: Page, settings: FairDataPointSettings) {
    this.#graph = graph;
    this.#findings = findings;
    this.#page = page;
    this.#settings = settings;
    this.#links = linksOf(graph);
    this.#nodes = new NodeReader(graph);
  }

  *read(): Generator<Reading> {
    const below = new Set(this.#links.below);
    let found = 0;
    for (const reading of readRecords(this.#graph, this.#findings)) {
      if (reading.kind !== 'record') yield reading;
      else if (this.#isWhole(reading.record)) {
        found += 1;
        below.delete(reading.record.node.iri ?? '');
        yield this.#setOff(reading.record);
      } else if (reading.record.node.iri !== undefined) below.add(reading.record.node.iri);
    }
    const targets = this.#wanted(below);
    yield* this.#follow(targets);
    yield* readPaging(this.#graph, this.#page.url);
    if (this.#findings.broken !== undefined) yield { kind: 'broken', ...this.#findings.broken };
    else if (found === 0 && targets.length === 0) yield this.#nothing();
  }

  /** Other pages speak of a dataset too, but in passing: they name it. */
  #isWhole({ node }: RawRecord): boolean {
    if (
      node.iri === undefined ||
      sameAddress(node.iri, this.#page.url) ||
      sameAddress(node.iri, this.#page.request.url)
    ) {
      return true;
    }
    return node.properties.title !== undefined && node.properties.description !== undefined;
  }

  #setOff(record: RawRecord): Reading {
    const listed = this.#links.parts.get(record.node.iri ?? '') ?? [];
    const catalogue = catalogueOf(this.#page.request);
    const catalogues = record.catalogues?.length ? record.catalogues : catalogue === undefined ? [] : [catalogue];
    const page = { asked: this.#page.request.url, url: this.#page.url };
    const complete = { ...this.#withIdentifiers(record), catalogues, page };
    if (!this.#settings.distributions) return { kind: 'record', record: complete };
    return setOff(complete, listed, HEADERS);
  }

  /** Identifiers that stand in a node of their own; the one that repeats the dataset's address says nothing new. */
  #withIdentifiers(record: RawRecord): RawRecord {
    const unmapped = { ...record.node.unmapped };
    const found: RawValue[] = [];
    for (const name of IDENTIFIER_NAMES) {
      for (const value of unmapped[name] ?? []) {
        const notation = this.#identifierIn(value);
        if (notation === undefined || sameAddress(notation, record.node.iri ?? '')) continue;
        const properties = { notation: [literal(notation)] };
        found.push({ kind: 'node', node: { type: 'Identifier', properties, unmapped: {} } });
      }
      delete unmapped[name];
    }
    for (const name of Object.keys(unmapped)) if (name.startsWith(LDP)) delete unmapped[name];
    if (found.length === 0) return { ...record, node: { ...record.node, unmapped } };
    const otherIdentifier = [...(record.node.properties.otherIdentifier ?? []), ...found];
    return {
      ...record,
      node: { ...record.node, unmapped, properties: { ...record.node.properties, otherIdentifier } },
    };
  }

  #identifierIn(value: RawValue): string | undefined {
    const name = `${namespaces.dct}identifier`;
    if (value.kind === 'literal') return value.value.trim() || undefined;
    if (value.kind === 'iri') {
      return this.#nodes.textOf(this.#graph.termOf(value.value), this.#graph.termOf(name)) ?? value.value;
    }
    const [written] = value.node.unmapped[name] ?? value.node.properties.identifier ?? [];
    return written?.kind === 'literal' ? written.value : value.node.iri;
  }

  #wanted(below: ReadonlySet<string>): string[] {
    const { include } = this.#settings;
    const pattern = include === undefined ? undefined : new RegExp(include, 'u');
    return [...below].filter(
      (url) => /^https?:/.test(url) && !sameAddress(url, this.#page.url) && (pattern?.test(url) ?? true),
    );
  }

  *#follow(targets: readonly string[]): Generator<Reading> {
    const catalogue = this.#title() ?? catalogueOf(this.#page.request);
    const context = { role: 'below', ...(catalogue !== undefined && { catalogue }) };
    for (const url of targets.slice(0, MAX_BELOW)) {
      yield {
        kind: 'page',
        request: { url, relation: 'child', headers: HEADERS, context },
      };
    }
    if (targets.length > MAX_BELOW) {
      const message = `${this.#page.url} names ${targets.length} documents; ${MAX_BELOW} are read.`;
      yield { kind: 'broken', code: 'too-many-links', message };
    }
  }

  /** The title of the catalogue that the page is about. */
  #title(): string | undefined {
    const graph = this.#graph;
    const title = graph.termOf(`${namespaces.dct}title`);
    const type = graph.termOf(`${namespaces.rdf}type`);
    const catalogue = `${namespaces.dcat}Catalog`;
    for (let term = 0, end = graph.termCount; term < end; term += 1) {
      if (!this.#hasType(term, type, catalogue)) continue;
      const isOwn = sameAddress(graph.text(term), this.#page.url);
      if (isOwn || isDescribed(graph, term)) return this.#nodes.textOf(term, title);
    }
    return undefined;
  }

  #hasType(term: Term, type: Term, wanted: string): boolean {
    const graph = this.#graph;
    for (let triple = graph.firstTriple(term); triple >= 0; triple = graph.nextTriple(triple)) {
      if (graph.predicate(triple) === type && graph.text(graph.object(triple)) === wanted) return true;
    }
    return false;
  }

  #nothing(): Reading {
    const what = isFirst(this.#page.request) ? 'no catalogue' : 'no dataset';
    return { kind: 'problem', code: 'nothing-listed', message: `${this.#page.url} names ${what} to go on with.` };
  }
}

/** The page of a part: takes it into the dataset that waits for it. */
function* readPart({ graph, findings }: ReadGraph, page: Page, carried: Carried): Generator<Reading> {
  const [part] = carried.parts;
  const term = part === undefined ? undefined : partTerm(graph, part.url, page);
  const { broken } = findings;
  const scope = newScope();
  const node = term === undefined ? undefined : new NodeReader(graph).read(term, 'Distribution', scope);
  const damage = [...scope.nodes].flatMap((one) => findings.damages.get(one) ?? [])[0];
  const fault = broken ?? damage;
  if (node === undefined || fault !== undefined) {
    const why = fault?.message ?? 'the page does not describe it';
    yield leaveBehind(carried, why);
    yield { kind: 'broken', code: fault?.code ?? 'part-not-read', message: why, place: fault?.place };
    return;
  }
  const repairs = [...scope.nodes].flatMap((one) => findings.repairs.get(one) ?? []);
  for (const problem of findings.problems) yield { kind: 'problem', code: problem.code, message: problem.message };
  yield takeIn(carried, node, [...scope.repairs, ...repairs], HEADERS);
}

/** The node that a part's page is about: under the address that was asked for or came, else the only distribution. */
const partTerm = (graph: TripleGraph, url: string, page: Page): Term | undefined => {
  const type = graph.termOf(`${namespaces.rdf}type`);
  const distribution = graph.termOf(`${namespaces.dcat}Distribution`);
  const typed: Term[] = [];
  const addresses = [url, page.url];
  for (let term = 0, end = graph.termCount; term < end; term += 1) {
    if (graph.firstTriple(term) < 0) continue;
    if (!graph.isBlank(term) && addresses.some((address) => sameAddress(graph.text(term), address))) return term;
    for (let triple = graph.firstTriple(term); triple >= 0; triple = graph.nextTriple(triple)) {
      if (graph.predicate(triple) === type && graph.object(triple) === distribution) typed.push(term);
    }
  }
  return typed.length === 1 ? typed[0] : undefined;
};

/** Statuses by which a server says that there is no such page, and not that it cannot show it now. */
const GONE: ReadonlySet<string> = new Set(['http-404', 'http-410']);

/**
 * The `fair-data-point` format. A dataset is a record once all its distributions were read. One that the server says does
 * not exist (404, 410) is left as its address, and the record says so; one that fails otherwise makes the dataset a
 * rejection under its own name, so that what the catalogue holds of it stands.
 */
export const fairDataPoint: Harvester = {
  version: 1,
  settings: FairDataPointSettings,
  first: (source) => [{ url: source.url, headers: HEADERS }],
  async *read(source: Source, page: Page): AsyncIterable<Reading> {
    const settings = FairDataPointSettings.parse(source.settings);
    const carried = carriedOf(page.request);
    const read = await readGraph(page);
    if (carried !== undefined) yield* readPart(read, page, carried);
    else yield* new DocumentReader(read, page, settings).read();
  },
  *missed(_source: Source, request: PageRequest, { code, message }: Failure): Iterable<Reading> {
    const carried = carriedOf(request);
    if (carried === undefined) return;
    yield GONE.has(code) ? goOnWithout(carried, HEADERS) : leaveBehind(carried, message);
  },
};
