/** The records of a page's graph, one after the other in the order in which the page names them. */
import type { Damage, Findings } from '#harvesters/rdf/findings.ts';
import type { Term, TripleGraph } from '#harvesters/rdf/graph.ts';
import { isIdentity } from '#harvesters/rdf/iri.ts';
import { namespaces } from '#schemas/namespaces.ts';
import type { ClassName } from '#schemas/property.ts';
import { classByIri } from '#schemas/property-lookup.ts';
import type { Place, RawNode, RawRecord, Reading } from '#schemas/reading.ts';
import { NodeReader, newScope, type RecordScope } from './node-reader.ts';

/** Classes whose nodes a feed describes itself; a reference to one that is not described lies behind the end of a cut page. */
const DESCRIBED_BY_FEEDS: ReadonlySet<string> = new Set<ClassName>([
  'Distribution',
  'DataService',
  'Agent',
  'AgentContactPoint',
  'ContactPoint',
  'Period',
  'Checksum',
  'Identifier',
  'Attribution',
  'Relationship',
  'TableGroup',
  'Table',
  'Column',
]);

/** Ways in which a page ends before its end; others (an unknown context) leave what was read whole. */
const BREAKS_OFF: ReadonlySet<string> = new Set(['truncated', 'syntax-error', 'page-too-large']);

/** Publishers and places of the EU's lists are named and hardly ever described. */
const AUTHORITY = /^https?:\/\/publications\.europa\.eu\/resource\/authority\//;

const DCAT_HTTP = namespaces.dcat;
const DCAT_HTTPS = DCAT_HTTP.replace('http:', 'https:');

/** What the graph says about nodes as a whole: which are records, who lists them, which services serve them. */
interface Index {
  readonly kinds: Map<Term, RawRecord['kind']>;
  readonly catalogues: Set<Term>;
  readonly listedBy: Map<Term, Term[]>;
  readonly servicesOf: Map<Term, Term[]>;
  /** Services that no record has told of yet. */
  readonly services: Set<Term>;
}

/** The readings that a page's graph gives: records, and a rejection for each that was not read whole. */
export function* readRecords(graph: TripleGraph, findings: Findings): Generator<Reading> {
  const records = new RecordReader(graph, findings);
  yield* records.read();
}

class RecordReader {
  readonly #graph: TripleGraph;
  readonly #findings: Findings;
  readonly #nodes: NodeReader;
  readonly #index: Index;
  readonly #identifier: Term;
  readonly #title: Term;
  readonly #catalogueNames = new Map<Term, string>();
  /** Damages and repairs that some record has told of. */
  readonly #told = new Set<Term>();

  constructor(graph: TripleGraph, findings: Findings) {
    this.#graph = graph;
    this.#findings = findings;
    this.#nodes = new NodeReader(graph);
    this.#identifier = graph.termOf(`${namespaces.dct}identifier`);
    this.#title = graph.termOf(`${namespaces.dct}title`);
    this.#index = indexOf(graph);
  }

  *read(): Generator<Reading> {
    const { kinds } = this.#index;
    const order = [...kinds.keys()].sort((a, b) => this.#graph.firstTriple(a) - this.#graph.firstTriple(b));
    for (const term of order) yield this.#record(term, kinds.get(term) ?? 'Dataset');
    yield* this.#leftOver();
  }

  #record(term: Term, kind: RawRecord['kind']): Reading {
    const scope = newScope();
    const node = this.#nodes.read(term, kind, scope);
    this.#addServices(node, term, scope);
    const identifier = identifierOf(node);
    const damage = this.#damageOf(scope);
    if (damage !== undefined) return rejection(damage, node.iri ?? identifier);
    const missing = this.#missing(scope);
    if (missing !== undefined) return rejection(missing, node.iri ?? identifier);
    for (const visited of scope.nodes) {
      this.#takeRepairs(visited, scope);
      this.#index.services.delete(visited);
    }
    return {
      kind: 'record',
      record: {
        kind,
        identifier,
        node,
        catalogues: this.#cataloguesOf(term),
        repairs: scope.repairs,
        place: this.#placeOf(term),
      },
    };
  }

  #placeOf(term: Term): Place | undefined {
    const line = this.#graph.line(term);
    if (line > 0) return { line };
    const path = this.#findings.paths.get(term);
    return path === undefined ? undefined : { path };
  }

  #addServices(node: RawNode, term: Term, scope: RecordScope): void {
    const services = this.#index.servicesOf.get(term);
    if (services === undefined) return;
    scope.reading.add(term);
    node.properties.service = [...new Set(services)].map((service) => ({
      kind: 'node',
      node: this.#nodes.read(service, 'DataService', scope),
    }));
  }

  #damageOf(scope: RecordScope): Damage | undefined {
    if (this.#findings.damages.size === 0) return undefined;
    let found: Damage | undefined;
    for (const term of scope.nodes) {
      const damage = this.#findings.damages.get(term);
      if (damage === undefined) continue;
      this.#told.add(term);
      found ??= damage;
    }
    return found;
  }

  /** On a page that breaks off, what the record lacks may have stood behind the end. */
  #missing({ undescribed }: RecordScope): Damage | undefined {
    const broken = this.#findings.broken;
    if (broken === undefined || !BREAKS_OFF.has(broken.code)) return undefined;
    const { place } = broken;
    if (this.#scattered()) {
      const message = 'the page ends early and its statements are in no order, so more of the record may have followed';
      return { code: 'incomplete-record', message, place };
    }
    const lacking = undescribed.find(
      ({ row, term }) => DESCRIBED_BY_FEEDS.has(row.range) && !AUTHORITY.test(this.#graph.text(term)),
    );
    if (lacking === undefined) return undefined;
    const name = this.#graph.text(lacking.term);
    const message = `the page ends before it describes the record's ${lacking.row.key}${name === '' ? '' : ` ${name}`}`;
    return { code: 'incomplete-record', message, place };
  }

  /** Whether any record's statements stand apart from each other. */
  #scattered(): boolean {
    this.#isScattered ??= [...this.#findings.revisited].some((term) => this.#index.kinds.has(term));
    return this.#isScattered;
  }

  #isScattered: boolean | undefined;

  #takeRepairs(term: Term, scope: RecordScope): void {
    const repairs = this.#findings.repairs.get(term);
    if (repairs === undefined) return;
    scope.repairs.push(...repairs);
    this.#told.add(term);
  }

  #cataloguesOf(term: Term): string[] {
    return [...new Set(this.#index.listedBy.get(term) ?? [])].map((catalogue) => {
      let name = this.#catalogueNames.get(catalogue);
      if (name === undefined) {
        name = this.#nodes.textOf(catalogue, this.#title) ?? this.#graph.text(catalogue);
        this.#catalogueNames.set(catalogue, name);
      }
      return name;
    });
  }

  /** What no record told of: damages of nodes that no record holds, lost statements, services that serve nothing, the page's problems. */
  *#leftOver(): Generator<Reading> {
    const { damages, lost, problems, repairs } = this.#findings;
    for (const [term, damage] of damages) {
      if (this.#told.has(term)) continue;
      const iri = this.#graph.isBlank(term) ? '' : this.#graph.text(term);
      if (this.#isOther(term)) yield { kind: 'problem', ...withoutExcerpt(damage) };
      else yield rejection(damage, isIdentity(iri) ? iri : this.#nodes.textOf(term, this.#identifier));
    }
    for (const damage of lost) yield rejection(damage, undefined);
    for (const problem of problems) yield { kind: 'problem', ...withoutExcerpt(problem) };
    for (const [term, list] of repairs) {
      if (this.#told.has(term)) continue;
      for (const { code, value, place } of list) yield { kind: 'problem', code, message: value ?? '', place };
    }
    yield* this.#idleServices();
  }

  *#idleServices(): Generator<Reading> {
    for (const service of this.#index.services) {
      const name = this.#nodes.textOf(service, this.#title) ?? this.#graph.text(service);
      const message = `the data service "${name}" serves no dataset of this page, so no record tells of it`;
      yield { kind: 'problem', code: 'service-without-dataset', message, place: this.#placeOf(service) };
    }
  }

  /** Whether a damaged node is certainly not a record: it has a type, and that is another one. */
  #isOther(term: Term): boolean {
    const type = this.#nodes.textOf(term, this.#graph.termOf(`${namespaces.rdf}type`));
    const known = type === undefined ? undefined : classByIri(type);
    return known !== undefined && known !== 'Dataset' && known !== 'DatasetSeries';
  }
}

const withoutExcerpt = ({ code, message, place }: Damage): Damage => ({ code, message, place });

const rejection = (damage: Damage, identifier: string | null | undefined): Reading => ({
  kind: 'rejection',
  ...damage,
  identifier: identifier ?? null,
});

const identifierOf = ({ properties }: RawNode): string | null => {
  for (const value of properties.identifier ?? []) {
    if (value.kind === 'literal' && value.value.trim() !== '') return value.value.trim();
  }
  return null;
};

/** One walk over all triples. Types come before lists are judged: a listed node may be typed further down the page. */
const indexOf = (graph: TripleGraph): Index => {
  const index: Index = {
    kinds: new Map(),
    catalogues: new Set(),
    listedBy: new Map(),
    servicesOf: new Map(),
    services: new Set(),
  };
  const both = (name: string): readonly Term[] => [graph.termOf(DCAT_HTTP + name), graph.termOf(DCAT_HTTPS + name)];
  const type = graph.termOf(`${namespaces.rdf}type`);
  const [datasets, series, services, catalogues] = ['Dataset', 'DatasetSeries', 'DataService', 'Catalog'].map(both);
  const [lists, serves] = ['dataset', 'servesDataset'].map(both);
  for (let subject = 0, end = graph.termCount; subject < end; subject++) {
    for (let triple = graph.firstTriple(subject); triple >= 0; triple = graph.nextTriple(triple)) {
      const predicate = graph.predicate(triple);
      const object = graph.object(triple);
      if (predicate === type) {
        if (series?.includes(object)) index.kinds.set(subject, 'DatasetSeries');
        else if (datasets?.includes(object)) {
          if (!index.kinds.has(subject)) index.kinds.set(subject, 'Dataset');
        } else if (services?.includes(object)) index.services.add(subject);
        else if (catalogues?.includes(object)) index.catalogues.add(subject);
      } else if (object >= 0 && lists?.includes(predicate)) append(index.listedBy, object, subject);
      else if (object >= 0 && serves?.includes(predicate)) append(index.servicesOf, object, subject);
    }
  }
  for (const listed of index.listedBy.keys()) {
    if (!index.kinds.has(listed) && graph.firstTriple(listed) >= 0) index.kinds.set(listed, 'Dataset');
  }
  for (const catalogue of index.catalogues) index.kinds.delete(catalogue);
  return index;
};

const append = (map: Map<Term, Term[]>, key: Term, value: Term): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
};
