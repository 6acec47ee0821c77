/**
 * A DCAT-AP Feed put together: of each thing the latest event counts, and what stands then is one graph, out of which records
 * are read as out of any DCAT page. A publisher or a contact with events of its own so stands with every dataset that names it.
 */
import type { Gathered, Gathering } from '#harvesters/harvester.ts';
import { Findings } from '#harvesters/rdf/findings.ts';
import { TripleGraph } from '#harvesters/rdf/graph.ts';
import { readGraph } from '#harvesters/rdf/read-graph.ts';
import type { Page, Place, Reading } from '#schemas/reading.ts';
import { type FeedEvent, readEvents } from './feed-events.ts';
import { hypermediaOf } from './feed-page.ts';
import { readRecords } from './records.ts';

type Upsert = Extract<FeedEvent, { kind: 'upsert' }>;

/** Where something stands: the page as it was asked for, and as it came. */
interface Origin {
  readonly asked: string;
  readonly url: string;
}

interface Latest {
  readonly event: FeedEvent;
  readonly origin: Origin;
}

export class Feed implements Gathering {
  readonly believedMs: number;
  readonly #latest = new Map<string, Latest>();
  readonly #ofPages: Gathered[] = [];
  #pages = 0;
  #isWindow = false;

  constructor(believedMs: number) {
    this.believedMs = believedMs;
  }

  get isWindow(): boolean {
    return this.#isWindow;
  }

  async add(page: Page): Promise<void> {
    const { graph, findings } = await readGraph(page, true);
    const origin = { asked: page.request.url, url: page.url };
    this.#isWindow ||= hypermediaOf(graph).isWindow;
    this.#pages += 1;
    for (const event of readEvents(graph, findings, this.#pages)) {
      const before = this.#latest.get(event.thing);
      if (before === undefined || before.event.published <= event.published)
        this.#latest.set(event.thing, { event, origin });
    }
    // What nobody can be named for may be any event.
    for (const damage of findings.lost) this.#note(origin, { kind: 'rejection', identifier: null, ...damage });
    for (const { code, message, place } of findings.problems)
      this.#note(origin, { kind: 'problem', code, message, place });
  }

  *readings(): Generator<Gathered> {
    if (this.#isWindow) {
      const [first] = this.#latest.values();
      if (first) yield { page: first.origin.asked, reading: { kind: 'scope', scope: 'changes-only' } };
    }
    const graph = new TripleGraph();
    const findings = new Findings();
    const origins = new Map<string, Origin>();
    for (const { event, origin } of this.#latest.values()) {
      if (event.kind === 'upsert') this.#addTo(graph, findings, { event, origin, origins });
      else yield { page: origin.asked, reading: wordOf(event) };
    }
    for (const reading of readRecords(graph, findings)) yield* this.#placed(reading, origins);
    yield* this.#ofPages;
  }

  #note({ asked }: Origin, reading: Reading): void {
    this.#ofPages.push({ page: asked, reading });
  }

  /** What is said in passing of a thing that has events of its own is what it was then: those tell what it is. */
  #isOfAnother(subject: string, { thing }: FeedEvent): boolean {
    return subject !== thing && this.#latest.has(subject);
  }

  #addTo(
    graph: TripleGraph,
    findings: Findings,
    { event, origin, origins }: { event: Upsert; origin: Origin; origins: Map<string, Origin> },
  ): void {
    for (const { subject, predicate, object, tag, line } of event.statements) {
      if (this.#isOfAnother(subject, event)) continue;
      origins.set(subject, origin);
      const literal = () =>
        graph.literalOf(object, tag === undefined || tag === '' ? 0 : graph.tagOf(graph.termOf(tag)));
      const value = tag === undefined ? graph.termOf(object) : literal();
      graph.add(graph.termOf(subject), graph.termOf(predicate), value, line);
    }
    for (const { node, damage, repairs, path } of event.findings) {
      if (this.#isOfAnother(node, event)) continue;
      const term = graph.termOf(node);
      if (damage !== undefined) findings.damage(term, damage);
      for (const repair of repairs) findings.repair(term, repair);
      if (path !== undefined) findings.paths.set(term, path);
    }
  }

  *#placed(reading: Reading, origins: ReadonlyMap<string, Origin>): Generator<Gathered> {
    const name = reading.kind === 'record' ? reading.record.node.iri : undefined;
    const rejected = reading.kind === 'rejection' ? (reading.identifier ?? undefined) : undefined;
    const origin = origins.get(name ?? rejected ?? '') ?? [...origins.values()][0];
    if (origin === undefined) return;
    if (reading.kind !== 'record') yield { page: origin.asked, reading };
    else yield { page: origin.asked, reading: { kind: 'record', record: { ...reading.record, page: origin } } };
  }
}

/** What an event says that leaves nothing to describe. */
const wordOf = (event: Exclude<FeedEvent, Upsert>): Reading => {
  const { thing, place }: { thing: string; place: Place | undefined } = event;
  if (event.kind === 'deletion') return { kind: 'deletion', identifier: thing, place };
  return { kind: 'rejection', code: event.code, message: event.message, identifier: thing, place };
};
