/** The events of one page of a DCAT-AP Feed: what happened to which thing when, and what the feed says of it since. */
import type { Damage, Findings } from '#harvesters/rdf/findings.ts';
import { DEFAULT_GRAPH, type Term, type TripleGraph } from '#harvesters/rdf/graph.ts';
import { namespaces } from '#schemas/namespaces.ts';
import type { Place, Repair } from '#schemas/reading.ts';

/** One triple in texts of its own, so that an event outlives the graph of its page. Blank nodes bear names that no other page has. */
interface Statement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  /** Of a literal: its datatype, its language as `@da`, or empty for a plain string; undefined for a node. */
  readonly tag: string | undefined;
  readonly line: number;
}

/** What a page's parser found about a node of an event. */
interface Finding {
  readonly node: string;
  readonly damage?: Damage | undefined;
  readonly repairs: readonly Repair[];
  readonly path: string | undefined;
}

/** One event. A later one about the same thing takes its place, whatever it is. */
export type FeedEvent = {
  /** The IRI of the thing; of an event that names none, its own. */
  readonly thing: string;
  /** When it was published, in milliseconds; an event without a date is older than all others. */
  readonly published: number;
  readonly place: Place | undefined;
} & (
  | { readonly kind: 'upsert'; readonly statements: readonly Statement[]; readonly findings: readonly Finding[] }
  | { readonly kind: 'deletion' }
  | { readonly kind: 'unreadable'; readonly code: string; readonly message: string }
);

/** When an event without a date was published. */
export const UNDATED = Number.NEGATIVE_INFINITY;

const TREE = 'https://w3id.org/tree#';
/** The vocabulary's IRIs are of https; some feeds write them as they write all others. */
const AS = [namespaces.as, namespaces.as.replace('https:', 'http:')];

/** The triples of one named graph, as pairs of subject and triple, and where they stand among all. */
interface Payload {
  readonly triples: number[];
  first: number;
  last: number;
}

/** Reads the events of a page. @param page a number of the page, which tells its blank nodes from those of others. */
export const readEvents = (graph: TripleGraph, findings: Findings, page: number): FeedEvent[] =>
  new EventReader(graph, findings, page).read();

class EventReader {
  readonly #graph: TripleGraph;
  readonly #findings: Findings;
  readonly #page: number;
  readonly #type: Term;
  readonly #object: readonly Term[];
  readonly #published: readonly Term[];
  readonly #delete: readonly Term[];
  readonly #member: Term;
  readonly #payloads = new Map<Term, Payload>();
  #lastTriple = -1;

  constructor(graph: TripleGraph, findings: Findings, page: number) {
    this.#graph = graph;
    this.#findings = findings;
    this.#page = page;
    const terms = (name: string) => AS.map((namespace) => graph.termOf(namespace + name));
    this.#type = graph.termOf(`${namespaces.rdf}type`);
    this.#object = terms('object');
    this.#published = terms('published');
    this.#delete = terms('Delete');
    this.#member = graph.termOf(`${TREE}member`);
  }

  read(): FeedEvent[] {
    const activities = this.#index();
    return [...activities].sort((a, b) => this.#graph.firstTriple(a) - this.#graph.firstTriple(b)).map(this.#event);
  }

  /** Sorts the page's triples by named graph, and finds its activities: members, and what has an `as:object`. */
  #index(): Set<Term> {
    const graph = this.#graph;
    const activities = new Set<Term>();
    for (let subject = 0, end = graph.termCount; subject < end; subject++) {
      for (let triple = graph.firstTriple(subject); triple >= 0; triple = graph.nextTriple(triple)) {
        const name = graph.graphOf(triple);
        if (name !== DEFAULT_GRAPH) this.#addToPayload(name, subject, triple);
        else if (graph.predicate(triple) === this.#member && graph.object(triple) >= 0)
          activities.add(graph.object(triple));
        else if (this.#object.includes(graph.predicate(triple))) activities.add(subject);
      }
    }
    return activities;
  }

  #addToPayload(name: Term, subject: Term, triple: number): void {
    const payload = this.#payloads.get(name) ?? { triples: [], first: triple, last: triple };
    payload.triples.push(subject, triple);
    payload.first = Math.min(payload.first, triple);
    payload.last = Math.max(payload.last, triple);
    this.#lastTriple = Math.max(this.#lastTriple, triple);
    this.#payloads.set(name, payload);
  }

  readonly #event = (activity: Term): FeedEvent => {
    const object = this.#valueOf(activity, this.#object);
    const date = this.#valueOf(activity, this.#published);
    const time = date === undefined ? Number.NaN : Date.parse(this.#graph.text(date));
    const isNamed = object !== undefined && object >= 0 && !this.#graph.isBlank(object);
    const event = {
      thing: this.#graph.text(isNamed ? object : activity) || this.#nameOf(activity),
      published: Number.isNaN(time) ? UNDATED : time,
      place: this.#placeOf(activity),
    };
    if (isNamed && this.#isDeletion(activity)) return { ...event, kind: 'deletion' };
    const damage = this.#findings.damages.get(activity);
    if (damage !== undefined) return { ...event, ...damage, place: damage.place ?? event.place, kind: 'unreadable' };
    if (!isNamed) {
      const message = `The event ${this.#graph.text(activity)} names nothing by an IRI that it is about (as:object).`;
      return { ...event, kind: 'unreadable', code: 'no-identity', message };
    }
    return this.#upsert(activity, object, event);
  };

  #upsert(activity: Term, object: Term, event: Pick<FeedEvent, 'thing' | 'published' | 'place'>): FeedEvent {
    const payload = this.#payloads.get(activity);
    const unreadable = (message: string): FeedEvent => ({
      ...event,
      kind: 'unreadable',
      code: 'incomplete-record',
      message,
    });
    if (payload === undefined || !payload.triples.some((term, index) => index % 2 === 0 && term === object)) {
      return unreadable(
        `The event ${this.#graph.text(activity)} has no graph of its name that describes what it is about.`,
      );
    }
    if (this.#isCut(payload))
      return unreadable('The page ends early, so more of what the event says may have followed.');
    const nodes = new Set(payload.triples.filter((_, index) => index % 2 === 0));
    return { ...event, kind: 'upsert', statements: this.#statements(payload), findings: this.#findingsOf(nodes) };
  }

  /** On a page that ends early: the payload at its end, and any whose triples stand apart from each other. */
  #isCut({ triples, first, last }: Payload): boolean {
    if (this.#findings.broken === undefined) return false;
    return last === this.#lastTriple || last - first + 1 > triples.length / 2;
  }

  #statements({ triples }: Payload): Statement[] {
    const graph = this.#graph;
    const statements: Statement[] = [];
    for (let index = 0; index < triples.length; index += 2) {
      const [subject = 0, triple = 0] = [triples[index], triples[index + 1]];
      const object = graph.object(triple);
      const tag = object >= 0 ? -1 : graph.literalTag(object);
      statements.push({
        subject: this.#nameOf(subject),
        predicate: graph.text(graph.predicate(triple)),
        object: object >= 0 ? this.#nameOf(object) : graph.text(object),
        tag: object >= 0 ? undefined : tag < 0 ? '' : graph.text(tag),
        line: graph.line(subject),
      });
    }
    return statements;
  }

  #findingsOf(nodes: ReadonlySet<Term>): Finding[] {
    const { damages, repairs, paths } = this.#findings;
    const found: Finding[] = [];
    for (const node of nodes) {
      const [damage, mended, path] = [damages.get(node), repairs.get(node), paths.get(node)];
      if (damage ?? mended ?? path) found.push({ node: this.#nameOf(node), damage, repairs: mended ?? [], path });
    }
    return found;
  }

  #nameOf(term: Term): string {
    return this.#graph.isBlank(term) ? `_:page${this.#page}node${term}` : this.#graph.text(term);
  }

  #placeOf(activity: Term): Place | undefined {
    const line = this.#graph.line(activity);
    if (line > 0) return { line };
    const path = this.#findings.paths.get(activity);
    return path === undefined ? undefined : { path };
  }

  #valueOf(subject: Term, predicates: readonly Term[]): Term | undefined {
    const graph = this.#graph;
    for (let triple = graph.firstTriple(subject); triple >= 0; triple = graph.nextTriple(triple)) {
      if (graph.graphOf(triple) === DEFAULT_GRAPH && predicates.includes(graph.predicate(triple)))
        return graph.object(triple);
    }
    return undefined;
  }

  #isDeletion(activity: Term): boolean {
    const graph = this.#graph;
    for (let triple = graph.firstTriple(activity); triple >= 0; triple = graph.nextTriple(triple)) {
      if (graph.graphOf(triple) !== DEFAULT_GRAPH || graph.predicate(triple) !== this.#type) continue;
      if (this.#delete.includes(graph.object(triple))) return true;
    }
    return false;
  }
}
