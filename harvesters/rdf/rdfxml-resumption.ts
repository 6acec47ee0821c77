/**
 * Where a page of RDF/XML can be read on behind a fault: at the next element that stands where its records stand. XML itself
 * knows no such place, but a catalogue repeats one: a list of datasets, beside each other or each within its property.
 */

/** Elements of records; those of an abbreviated graph bear the class in their name. */
const RECORD = /^(?:[\w.-]+:)?(?:Dataset|DatasetSeries)$/;

/** What stands there where no record was seen yet. */
const USUAL = ['dcat:Dataset', 'rdf:Description'];

/** Faults that a page is read on after: one with more is not a page with faults but another format. */
const MAX_FAULTS = 50;

/** What an element's name may hold; the rest would be read as a pattern. */
const NAME = /^[\w.:-]+$/;

/** The place to go on at: within so many open elements, at a start tag; `start` is its pattern. */
export interface ResumePoint {
  readonly depth: number;
  readonly start: string;
}

export class Resumption {
  /** The names of the open elements, from the outermost on. */
  readonly open: string[] = [];
  readonly #starts = new Set<string>();
  #depth: number | undefined;
  #recordDepth: number | undefined;
  #faults = 0;

  /** @param isInProperty whether the element is the value of a property, so that its property is what repeats. */
  opened(name: string, isInProperty: boolean): void {
    if (this.#recordDepth === undefined && RECORD.test(name)) {
      const depth = this.open.length - (isInProperty ? 1 : 0);
      if (depth !== this.#depth) this.#starts.clear();
      this.#depth = depth;
      this.#starts.add(isInProperty ? (this.open.at(-1) ?? name) : name);
      this.#recordDepth = this.open.length;
    }
    this.open.push(name);
  }

  closed(): void {
    this.open.pop();
    if (this.open.length === this.#recordDepth) this.#recordDepth = undefined;
  }

  /** The place to go on at after a fault; undefined where none is known. All elements within it are left. */
  next(): ResumePoint | undefined {
    this.#faults += 1;
    const depth = this.#depth ?? 1;
    if (this.#faults > MAX_FAULTS || depth === 0 || this.open.length < depth) return undefined;
    if (this.#depth === undefined && !this.open[0]?.endsWith(':RDF')) return undefined;
    const own = this.open[depth];
    const names = this.#depth === undefined ? [...USUAL, ...(own === undefined ? [] : [own])] : [...this.#starts];
    this.open.length = depth;
    this.#recordDepth = undefined;
    const known = names.filter((name) => NAME.test(name)).map((name) => name.replaceAll('.', '\\.'));
    return { depth, start: `<(?:${known.join('|')})(?=[\\s/>])` };
  }
}
