/**
 * The events of the DCAT-AP feed, derived from the log change by change (docs/decisions/0029). The same log gives the same
 * events: what a change brings along follows from the changes before it and from nothing else.
 */
import type { LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Addresses } from '../addresses.ts';
import { describeCatalogue, describePublisher } from '../catalogue-description.ts';
import type { FeedEvent } from './feed-event.ts';
import { agentHash, isBare, type NamedAgent, namedAgents } from './named-agents.ts';
import { agentPayload, datasetPayload } from './payload.ts';

/** Where the feed stands: after which change, at what time, and what it has said of agents so far. */
export interface FeedPosition {
  readonly seq: number;
  readonly published: string | null;
  /** A hash of the latest description, by the agent's IRI. */
  readonly agents: ReadonlyMap<string, string>;
}

const beginning: FeedPosition = { seq: 0, published: null, agents: new Map() };

/** The time of a change, or the millisecond after the event before it: a change that brings others along runs ahead of its own. */
export const timeAfter = (previous: string | null, published: string): string =>
  previous === null || previous < published ? published : new Date(Date.parse(previous) + 1).toISOString();

type Telling = Pick<FeedEvent, 'type' | 'object' | 'payload'>;

/** Goes along the log from a position. */
export class FeedTimeline {
  readonly #addresses: Addresses;
  readonly #agents: Map<string, string>;
  #seq: number;
  #published: string | null;

  constructor(addresses: Addresses, position: FeedPosition = beginning) {
    this.#addresses = addresses;
    this.#agents = new Map(position.agents);
    this.#seq = position.seq;
    this.#published = position.published;
  }

  get position(): FeedPosition {
    return { seq: this.#seq, published: this.#published, agents: new Map(this.#agents) };
  }

  /** The events of the next change, those that it brings along before its own: nothing is named before its creation. */
  take(change: LedgerEntry, entry: CatalogueEntry | null): FeedEvent[] {
    if (change.seq !== this.#seq + 1)
      throw new Error(`The feed stands at ${this.#seq}; ${change.seq} does not follow.`);
    this.#seq = change.seq;
    const before = change.seq === 1 ? this.#opening(change) : [];
    const agents = entry ? this.#agentEvents(change, entry) : [];
    return [...before, ...agents, this.#event(change, 'activity', this.#dataset(change, entry))];
  }

  #event({ seq, published }: LedgerEntry, part: string, telling: Telling): FeedEvent {
    this.#published = timeAfter(this.#published, published);
    return { activity: this.#addresses.activity(seq, part), published: this.#published, ...telling };
  }

  #opening(change: LedgerEntry): FeedEvent[] {
    const { publisherIri, catalogueIri } = this.#addresses;
    const create = (object: string, payload: FeedEvent['payload']): Telling => ({ type: 'Create', object, payload });
    return [
      this.#event(change, 'publisher', create(publisherIri, describePublisher(this.#addresses))),
      this.#event(change, 'catalogue', create(catalogueIri, describeCatalogue(this.#addresses))),
    ];
  }

  #agentEvents(change: LedgerEntry, { kind, record }: CatalogueEntry): FeedEvent[] {
    const news = namedAgents(kind, record).filter((agent) => this.#isNews(agent));
    return news.map((agent, index) => {
      const type = this.#agents.has(agent.iri) ? 'Update' : 'Create';
      this.#agents.set(agent.iri, agentHash(agent));
      const part = `agent-${index + 1}`;
      const payload = agentPayload(agent, this.#addresses.activity(change.seq, part));
      return this.#event(change, part, { type, object: agent.iri, payload });
    });
  }

  /** A record that only names an agent says nothing new of one that is known. */
  #isNews(agent: NamedAgent): boolean {
    const known = this.#agents.get(agent.iri);
    return known === undefined || (known !== agentHash(agent) && !isBare(agent));
  }

  #dataset(change: LedgerEntry, entry: CatalogueEntry | null): Telling {
    const object = this.#addresses.datasetIri(change.dataset);
    if (!entry) return { type: 'Delete', object, payload: [] };
    const payload = datasetPayload(change.seq, entry, this.#addresses);
    // Only a deletion has no record: the ledger refuses any other without one.
    const type = change.type === 'Create' ? 'Create' : 'Update';
    return { type, object, payload };
  }
}
