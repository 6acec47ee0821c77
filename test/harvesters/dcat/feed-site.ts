/** A DCAT-AP Feed that grows: events in pages of a few, the last one open, in any serialisation that can hold named graphs. */
import { Parser, Writer } from 'n3';
import { Store } from 'oxigraph';

const PREFIXES = `@prefix as: <https://www.w3.org/ns/activitystreams#> . @prefix ldes: <https://w3id.org/ldes#> .
@prefix tree: <https://w3id.org/tree#> . @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;

export type FeedType = 'application/trig' | 'application/n-quads' | 'application/ld+json';

/** An event; without `what` it has no graph of its own. */
export interface SiteEvent {
  readonly type?: 'Create' | 'Update' | 'Delete' | undefined;
  /** As it is written in Turtle: `<address>` or a blank node. */
  readonly thing: string;
  /** Turtle of what is said of it. */
  readonly what?: string | undefined;
  readonly published?: string | undefined;
}

/** The same quads in another serialisation; JSON-LD by an examiner that is not ours. */
export function serialised(trig: string, type: FeedType, base: string): string {
  if (type === 'application/trig') return trig;
  if (type === 'application/n-quads') {
    return new Writer({ format: 'N-Quads' }).quadsToString(new Parser({ baseIRI: base, format: 'TriG' }).parse(trig));
  }
  const store = new Store();
  store.load(trig, { format: type === 'application/ld+json' ? 'application/trig' : type, base_iri: base });
  return store.dump({ format: type });
}

export class FeedSite {
  readonly url: string;
  readonly events: SiteEvent[] = [];
  readonly pageSize: number;
  /** More that the first page says. */
  said = '';

  constructor(url: string, pageSize = 4) {
    this.url = url;
    this.pageSize = pageSize;
  }

  /** Adds an event an hour after the one before it. */
  add(type: SiteEvent['type'], thing: string, what?: string): void {
    const published = new Date(Date.UTC(2025, 0, 1, this.events.length)).toISOString();
    this.events.push({ type, thing, what, published });
  }

  /** A dataset, its publisher named by IRI alone. */
  dataset(type: 'Create' | 'Update', name: string, title = `Register ${name}`): void {
    const iri = `<https://owner.example/d/${name}>`;
    const what = `${iri} a dcat:Dataset ; dct:title "${title}"@da ; dct:publisher <https://owner.example/agent> .`;
    this.add(type, iri, what);
  }

  get pageUrls(): string[] {
    const count = Math.max(1, Math.ceil(this.events.length / this.pageSize));
    return Array.from({ length: count }, (_, index) => `${this.url}/pages/${index}`);
  }

  /** The first page in TriG, which leads to all others. */
  root(): string {
    const relations = this.pageUrls.map((page, index) => {
      const first = this.events[index * this.pageSize]?.published ?? '2025-01-01T00:00:00Z';
      const next = this.events[(index + 1) * this.pageSize]?.published;
      const bound = (type: string, value: string) =>
        `<> tree:relation [ a tree:${type} ; tree:node <${page}> ; tree:path as:published ; tree:value "${value}"^^xsd:dateTime ] .`;
      return [bound('GreaterThanOrEqualToRelation', first), ...(next ? [bound('LessThanRelation', next)] : [])].join(
        '\n',
      );
    });
    return `${PREFIXES}<${this.url}#stream> a ldes:EventStream ; ldes:timestampPath as:published ; ldes:versionOfPath as:object ;
  tree:view <${this.url}> .\n${relations.join('\n')}\n${this.said}`;
  }

  /** One page of events in TriG; all but the last say that they are immutable. */
  page(index: number): string {
    const isFull = (index + 1) * this.pageSize < this.events.length;
    const from = index * this.pageSize;
    const events = this.events.slice(from, from + this.pageSize).map((event, at) => this.#event(event, from + at));
    return `${PREFIXES}${isFull ? '<> ldes:immutable true .\n' : ''}${events.join('\n')}`;
  }

  #event({ type, thing, what, published }: SiteEvent, at: number): string {
    const iri = `<${this.url}/events/${at}>`;
    const says = [
      ...(type ? [`a as:${type}`] : []),
      `as:object ${thing}`,
      ...(published ? [`as:published "${published}"^^xsd:dateTime`] : []),
    ];
    const graph = what === undefined ? '' : `\n${iri} {\n${what}\n}`;
    return `<${this.url}#stream> tree:member ${iri} .\n${iri} ${says.join(' ; ')} .${graph}`;
  }
}
