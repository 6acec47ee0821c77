/**
 * A DCAT-AP Feed put together: of each thing the latest event counts, and what stands then is one graph, out of which records
 * are read as out of any DCAT page. A publisher or a contact with events of its own so stands with every dataset that names it.
 */
import type { Gathered, Gathering } from '#harvesters/harvester.ts';
import { Findings } from '#harvesters/rdf/findings.ts';
import { TripleGraph } from '#harvesters/rdf/graph.ts';
import { readGraph } from '#harvesters/rdf/read-graph.ts';
import type { Page, Reading } from '#schemas/reading.ts';
import { type FeedEvent, readEvents, UNDATED } from './feed-events.ts';
import { hypermediaOf } from './feed-page.ts';
import { readRecords } from './records.ts';

type Upsert = Extract<FeedEvent, { kind: 'upsert' }>;

/** Where something stands: the page as it was asked for, and as it came. */
interface Origin {
  readonly asked: string;
  readonly url: string;
}

type Unreadable = Extract<FeedEvent, { kind: 'unreadable' }>;

/** An event, and where in the walk its page stands. */
interface Told<Event extends FeedEvent> {
  readonly event: Event;
  readonly origin: Origin;
  readonly place: number;
}

type Readable = Exclude<FeedEvent, Unreadable>;

/** Whether one event takes the place of another: the later published, and of one moment the one that the walk meets later. */
const isNewer = (one: Told<FeedEvent>, other: Told<FeedEvent>): boolean =>
  one.event.published > other.event.published ||
  (one.event.published === other.event.published && one.place >= other.place);

/** Keeps the newest event of each thing. */
const keepNewest = <Event extends FeedEvent>(all: Map<string, Told<Event>>, told: Told<Event>): void => {
  const before = all.get(told.event.thing);
  if (before === undefined || isNewer(told, before)) all.set(told.event.thing, told);
};

export class Feed implements Gathering {
  readonly believedMs: number;
  readonly #latest = new Map<string, Told<Readable>>();
  /** The latest event of each thing that could not be read; what was said before it still holds for others that name the thing. */
  readonly #unreadable = new Map<string, Told<Unreadable>>();
  readonly #ofPages: Gathered[] = [];
  #pages = 0;
  #isWindow = false;

  constructor(believedMs: number) {
    this.believedMs = believedMs;
  }

  get isWindow(): boolean {
    return this.#isWindow;
  }

  async add(page: Page, place: number): Promise<void> {
    const { graph, findings } = await readGraph(page, true);
    const origin = { asked: page.request.url, url: page.url };
    this.#isWindow ||= hypermediaOf(graph).isWindow;
    this.#pages += 1;
    for (const event of readEvents(graph, findings, this.#pages)) {
      if (event.kind === 'unreadable') keepNewest(this.#unreadable, { event, origin, place });
      else keepNewest(this.#latest, { event, origin, place });
    }
    // What nobody can be named for may be any event.
    for (const damage of findings.lost) this.#note(origin, { kind: 'rejection', identifier: null, ...damage });
    for (const { code, message, place: at } of findings.problems)
      this.#note(origin, { kind: 'problem', code, message, place: at });
  }

  *readings(): Generator<Gathered> {
    if (this.#isWindow) {
      const [first] = this.#latest.size > 0 ? this.#latest.values() : this.#unreadable.values();
      if (first) yield { page: first.origin.asked, reading: { kind: 'scope', scope: 'changes-only' } };
    }
    const rejected = new Set<string>();
    for (const told of this.#unreadable.values()) {
      const { thing } = told.event;
      const latest = this.#latest.get(thing);
      if (latest === undefined || isNewer(told, latest)) rejected.add(thing);
      // Without a date it may be the latest word, or the first; what is known to be older costs nothing.
      else if (told.event.published !== UNDATED) continue;
      yield { page: told.origin.asked, reading: wordOf(told.event, rejected.has(thing)) };
    }
    yield* this.#standing(rejected);
    yield* this.#ofPages;
  }

  /** What stands of all that could be read. A thing that is rejected is told of no more, and described where others name it. */
  *#standing(rejected: ReadonlySet<string>): Generator<Gathered> {
    const graph = new TripleGraph();
    const findings = new Findings();
    const origins = new Map<string, Origin>();
    for (const { event, origin } of this.#latest.values()) {
      if (event.kind === 'upsert') this.#addTo(graph, findings, { event, origin, origins });
      else if (!rejected.has(event.thing)) yield { page: origin.asked, reading: deletionOf(event) };
    }
    for (const reading of readRecords(graph, findings)) {
      if (!rejected.has(nameOf(reading) ?? '')) yield* this.#placed(reading, origins);
    }
    const [first] = origins.values();
    if (graph.full && first) yield { page: first.asked, reading: TOO_LARGE };
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
    const origin = origins.get(nameOf(reading) ?? '') ?? origins.values().next().value;
    if (origin === undefined) return;
    if (reading.kind !== 'record') yield { page: origin.asked, reading };
    else yield { page: origin.asked, reading: { kind: 'record', record: { ...reading.record, page: origin } } };
  }
}

/** The thing that a reading is about, where it says so. */
const nameOf = (reading: Reading): string | undefined => {
  if (reading.kind === 'record') return reading.record.node.iri;
  return reading.kind === 'rejection' ? (reading.identifier ?? undefined) : undefined;
};

/** Said of a feed of which not all fits into one graph: what was left out is not gone. */
const TOO_LARGE: Reading = {
  kind: 'broken',
  code: 'page-too-large',
  message: 'All that stands of the feed is more text than can be kept.',
};

const deletionOf = ({ thing, place }: Exclude<Readable, Upsert>): Reading => ({
  kind: 'deletion',
  identifier: thing,
  place,
});

/** One that does not count costs nothing, and is told all the same. */
const wordOf = ({ thing, place, code, message }: Unreadable, isRejected: boolean): Reading =>
  isRejected
    ? { kind: 'rejection', code, message, identifier: thing, place }
    : { kind: 'problem', code, message, place };
