/** The datasets of a page's graph as records, one after the other in the order in which the page names them. */
import type { Damage, Findings } from '#harvesters/rdf/findings.ts';
import type { Term, TripleGraph } from '#harvesters/rdf/graph.ts';
import { isIdentity } from '#harvesters/rdf/iri.ts';
import type { Place, RawNode, RawRecord, Reading } from '#schemas/reading.ts';
import { CATALOGUE_NAMES, datasetRulesFor } from './dataset-rules.ts';
import { ThingReader } from './thing-reader.ts';
import { Things } from './things.ts';

/** Datasets of one page. A catalogue of more is a feed for another format, and its graph would not fit beside its records. */
const MAX_RECORDS = 100_000;

/** Types that are datasets. `DataFeed` is a subtype of it. */
const DATASET_TYPES: ReadonlySet<string> = new Set(['Dataset', 'DataFeed']);

/** Properties whose things feeds describe beside the dataset. */
const PART_KEYS = ['publisher', 'creator', 'rightsHolder', 'contactPoint', 'spatial', 'temporal', 'distribution'];

/** What the page is to its records. */
export interface PageOfRecords {
  /** The address that relative ones resolve against. */
  readonly base: string;
  /** The page's own address: the landing page of a dataset that stands alone on it and names none. */
  readonly landingPage: string | undefined;
  /** The language of texts that do not say theirs. */
  readonly language: string | undefined;
  /** Whether datasets that another dataset mentions (`isPartOf`, `citation`) have a page of their own. */
  readonly mentionsHavePages: boolean;
  /** The line on which a node is described, where it is known. */
  readonly placeOf: (term: Term, graph: TripleGraph) => Place | undefined;
}

/** What the graph gives: readings, and the addresses of datasets that a catalogue lists and the page does not describe. */
export interface RecordsOfPage {
  readonly readings: Reading[];
  readonly listed: readonly string[];
}

/** Reads every dataset of the graph; one that is damaged is a rejection and its neighbours are read. */
export const readRecords = (graph: TripleGraph, findings: Findings, page: PageOfRecords): RecordsOfPage =>
  new RecordsReader(graph, findings, page).read();

class RecordsReader {
  readonly #graph: TripleGraph;
  readonly #findings: Findings;
  readonly #page: PageOfRecords;
  readonly #things: Things;
  readonly #datasets = new Set<Term>();
  /** The catalogues that list a node. */
  readonly #listedBy = new Map<Term, Term[]>();
  /** Nodes that a dataset mentions beside listing them. */
  readonly #mentioned = new Set<Term>();
  /** Damages that some record told of; one damage hits every node around it. */
  readonly #toldDamages = new Set<Damage>();

  constructor(graph: TripleGraph, findings: Findings, page: PageOfRecords) {
    this.#graph = graph;
    this.#findings = findings;
    this.#page = page;
    this.#things = new Things(graph);
  }

  read(): RecordsOfPage {
    const end = this.#graph.termCount;
    for (let term = 0; term < end; term += 1) this.#index(term);
    const isDescribed = (term: Term): boolean => this.#things.isDescribed(term);
    for (const term of this.#listedBy.keys()) if (isDescribed(term)) this.#datasets.add(term);
    this.#dropMentions();
    const terms = [...this.#datasets].filter(isDescribed);
    terms.sort((a, b) => this.#graph.firstTriple(a) - this.#graph.firstTriple(b));
    const readings = terms.slice(0, MAX_RECORDS).map((term) => this.#record(term, terms.length === 1));
    if (terms.length > MAX_RECORDS) readings.push(tooMany(terms.length));
    readings.push(...this.#leftOver());
    const listed = [...this.#listedBy.keys()].filter((term) => !isDescribed(term) || !this.#datasets.has(term));
    return { readings, listed: listed.flatMap((term) => this.#things.iri(term) ?? []) };
  }

  #index(term: Term): void {
    if (!this.#things.isDescribed(term)) return;
    const types = this.#things.typesOf(term);
    const isCatalogue = types.includes('DataCatalog');
    const isDataset = !isCatalogue && types.some((type) => DATASET_TYPES.has(type));
    if (isDataset) this.#datasets.add(term);
    if (!isCatalogue && !isDataset) return;
    for (const [name, values] of this.#things.valuesOf(term)) {
      for (const value of values) {
        if (value < 0) continue;
        if (isCatalogue && name === 'dataset') append(this.#listedBy, value, term);
        else if (isDataset) this.#mentioned.add(value);
      }
    }
  }

  /** On a dataset's own page, other datasets are mentioned: each has a page where it is described whole. */
  #dropMentions(): void {
    if (!this.#page.mentionsHavePages) return;
    for (const term of this.#mentioned) {
      if (!this.#listedBy.has(term) && this.#datasets.size > 1) this.#datasets.delete(term);
    }
  }

  #record(term: Term, isAlone: boolean): Reading {
    const { base, language, landingPage } = this.#page;
    const reader = new ThingReader(this.#things, base, language);
    const values = reader.values(term);
    const node = reader.read(term, 'Dataset', datasetRulesFor(values));
    const hasOwnName = identifierOf(node) !== null;
    if (isAlone && landingPage !== undefined && node.properties.landingPage === undefined) {
      node.properties.landingPage = [{ kind: 'iri', value: landingPage }];
    }
    const identifier = identifierOf(node);
    const path = this.#findings.paths.get(term);
    const place = this.#page.placeOf(term, this.#graph) ?? (path ? { path } : undefined);
    const damage = this.#damageOf(reader.visited);
    // Behind the damage may stand the address by which it was known until now, so no other name is safe.
    if (damage !== undefined) return rejection(damage, node.iri ?? null, place);
    if (this.#mayGoOn(node)) {
      const message = 'the page breaks off, and more of the dataset may have stood behind its end';
      return rejection({ code: 'incomplete-record', message }, node.iri ?? null, place);
    }
    const lost = this.#lost();
    if (lost !== undefined && node.iri === undefined && !hasOwnName) {
      const message = `a part of the page could not be read (${lost.message}), and nothing but the page names the dataset`;
      return rejection({ ...lost, code: 'incomplete-record', message }, null, place);
    }
    const repairs = [...reader.repairs, ...[...reader.visited].flatMap((one) => this.#findings.repairs.get(one) ?? [])];
    const catalogues = this.#cataloguesOf(term, reader);
    return {
      kind: 'record',
      record: { kind: 'Dataset', identifier, node, catalogues, repairs, place } satisfies RawRecord,
    };
  }

  /** On a page that breaks off, a thing that is only named, or statements in no order, may have gone on behind its end. */
  #mayGoOn({ properties }: RawNode): boolean {
    const { broken, revisited } = this.#findings;
    if (broken === undefined) return false;
    return revisited.size > 0 || PART_KEYS.some((key) => properties[key]?.some(({ kind }) => kind === 'iri'));
  }

  /** Something of the page that could not be read: another dataset, for all that is known. */
  #lost(): Damage | undefined {
    const { broken, damages, lost } = this.#findings;
    return broken ?? lost[0] ?? damages.values().next().value;
  }

  #damageOf(visited: ReadonlySet<Term>): Damage | undefined {
    let found: Damage | undefined;
    for (const term of visited) {
      const damage = this.#findings.damages.get(term);
      if (damage === undefined) continue;
      this.#toldDamages.add(damage);
      found ??= damage;
    }
    return found;
  }

  #cataloguesOf(term: Term, reader: ThingReader): string[] {
    const values = reader.values(term);
    const named = CATALOGUE_NAMES.flatMap((name) => values.get(name) ?? []);
    const names = [...named, ...(this.#listedBy.get(term) ?? [])].flatMap((catalogue) => {
      if (catalogue < 0) return this.#graph.text(catalogue);
      return reader.name(catalogue) ?? reader.addressOf(catalogue) ?? [];
    });
    return [...new Set(names)];
  }

  /** What no record told of. */
  *#leftOver(): Generator<Reading> {
    const { damages, lost, problems } = this.#findings;
    for (const [term, damage] of damages) {
      if (this.#toldDamages.has(damage)) continue;
      this.#toldDamages.add(damage);
      // What lost its type may have been a dataset, and nobody knows which.
      yield this.#things.typesOf(term).length > 0 ? problem(damage) : rejection(damage, null);
    }
    for (const damage of lost) yield rejection(damage, null);
    for (const one of problems) yield problem(one);
  }
}

const append = (map: Map<Term, Term[]>, key: Term, value: Term): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
};

const problem = ({ code, message, place }: Damage): Reading => ({ kind: 'problem', code, message, place });

const rejection = ({ code, message, excerpt, place }: Damage, identifier: string | null, at?: Place): Reading => ({
  kind: 'rejection',
  code,
  message,
  identifier,
  place: place ?? at,
  excerpt,
});

const tooMany = (count: number): Reading => ({
  kind: 'broken',
  code: 'too-many-records',
  message: `The page describes ${count} datasets; ${MAX_RECORDS} are read.`,
});

/**
 * What the source calls a dataset: its identifier, else the address of its page. Without the last, a `sameAs` that
 * several datasets share would make them one.
 */
const identifierOf = (node: RawNode): string | null => {
  for (const value of node.properties.identifier ?? []) {
    if (value.kind === 'literal' && value.value.trim() !== '') return value.value.trim();
  }
  const [page] = node.properties.landingPage ?? [];
  return page?.kind === 'iri' && isIdentity(page.value) ? page.value : null;
};
