/** A dataset as triples: the record by the property table, the values it names, and our own record of where it came from. */
import { createHash } from 'node:crypto';
import { classTable } from '#schemas/class-table.ts';
import { isAbsoluteIri } from '#schemas/lexical-form.ts';
import { namespaces } from '#schemas/namespaces.ts';
import type { ProfileId } from '#schemas/profile.ts';
import { type ClassName, isClassName, type Property } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';
import type { RecordNode } from '#schemas/record.ts';
import { profileTable } from '../profiles/profiles.ts';
import { recordInProfile } from '../profiles/record-in-profile.ts';
import { exampleMark, type Published } from '../published.ts';
import { describeConcept } from './describe-concept.ts';
import { literalTerms } from './literal-value.ts';
import { iriTerm, type Subject, type Term, type Triple, tripleKey } from './term.ts';

const { owl, rdf } = namespaces;

type Node = Readonly<Record<string, unknown>>;

/** Collects the triples of one dataset. Blank nodes are named after the dataset, so that documents can be put together. */
class Description {
  readonly #triples = new Map<string, Triple>();
  readonly #blankPrefix: string;
  readonly #apart: ReadonlySet<ClassName>;
  #blanks = 0;

  constructor(seed: string, apart: ReadonlySet<ClassName> = new Set()) {
    this.#blankPrefix = `b${createHash('sha256').update(seed).digest('hex').slice(0, 12)}x`;
    this.#apart = apart;
  }

  get triples(): readonly Triple[] {
    return [...this.#triples.values()];
  }

  add(triple: Triple): void {
    this.#triples.set(tripleKey(triple), triple);
  }

  say(subject: Subject, predicate: string, object: Term): void {
    this.add({ subject, predicate, object });
  }

  blank(): Subject {
    this.#blanks += 1;
    return { kind: 'blank', value: this.#blankPrefix + this.#blanks };
  }

  node(subject: Subject, name: ClassName, node: Node): void {
    this.say(subject, `${rdf}type`, iriTerm(classTable[name].iri));
    for (const row of propertyTable[name] as readonly Property[]) {
      const value = node[row.key];
      if (value === undefined) continue;
      if (isClassName(row.range)) this.#children(subject, row, row.range, value);
      else this.#values(subject, row, literalTerms(row, row.range, value));
    }
  }

  #values(subject: Subject, row: Property, terms: readonly Term[]): void {
    for (const term of terms) {
      this.say(subject, row.iri, term);
      if (term.kind === 'iri') for (const triple of describeConcept(term.value, row)) this.add(triple);
    }
  }

  #children(subject: Subject, row: Property, name: ClassName, value: unknown): void {
    // The record's schema has said that these are nodes of that class.
    for (const child of [value].flat() as readonly (Node & { iri?: string })[]) {
      const named = child.iri !== undefined && isAbsoluteIri(child.iri);
      const object = named ? iriTerm(child.iri ?? '') : this.blank();
      if (row.inverse === true) this.say(object, row.iri, subject);
      else this.say(subject, row.iri, object);
      if (named && this.#apart.has(name)) continue;
      this.node(object, name, child);
      if (named) for (const triple of describeConcept(object.value, row)) this.add(triple);
    }
  }
}

/**
 * What our catalogue says of its own record (dcat:CatalogRecord). Its origin is not dct:source, which DCAT-AP ranges over
 * catalogue records: an owner's page is none, and the official shapes refuse it.
 */
const catalogueRecord = ({ iri, entry }: Published): RecordNode<'CatalogueRecord'> => ({
  primaryTopic: iri,
  identifier: [entry.id],
  modified: entry.origin.observedAt,
  ...(isAbsoluteIri(entry.origin.page) && { wasDerivedFrom: [entry.origin.page] }),
  ...(entry.origin.example === true && { comment: exampleMark }),
});

/** The same by a profile: what DCAT-AP has of a record, with the profile that the description keeps to. */
const recordByProfile = ({ iri, entry }: Published, profile: ProfileId): RecordNode<'CatalogueRecord'> => ({
  primaryTopic: iri,
  modified: entry.origin.observedAt,
  conformsTo: [{ iri: profileTable[profile].iri }],
  ...(entry.origin.example === true && { description: exampleMark }),
});

/** The address of our own record of a dataset. */
const recordIri = (dataset: string): string => `${dataset}#record`;

export interface DescriptionOptions {
  /** What blank nodes are named after, the dataset's address when it is absent: a document may tell of one dataset twice. */
  readonly seed?: string | undefined;
  /** Classes whose nodes are described elsewhere when they have an address; here they are only pointed to. */
  readonly apart?: ReadonlySet<ClassName> | undefined;
}

/** One node of a record that is described by itself, under its own address. */
export const describeNode = (iri: string, name: ClassName, node: Node, seed = iri): readonly Triple[] => {
  const description = new Description(seed);
  description.node(iriTerm(iri), name, node);
  return description.triples;
};

/**
 * A dataset's triples, each once, in the order of the property table. The dataset is our address of it; the address that
 * its owner gave it is said to be the same (owl:sameAs), but not by a profile: none knows that property.
 */
export const describeDataset = (published: Published, { seed, apart }: DescriptionOptions = {}): readonly Triple[] => {
  const { iri, entry, profile } = published;
  const description = new Description(seed ?? iri, apart);
  const dataset = iriTerm(iri);
  const record = profile === undefined ? entry.record : recordInProfile(entry, profile);
  description.node(dataset, entry.kind, record);
  const own = record.iri;
  if (profile === undefined && own !== undefined && own !== iri && isAbsoluteIri(own))
    description.say(dataset, `${owl}sameAs`, iriTerm(own));
  const ours = profile === undefined ? catalogueRecord(published) : recordByProfile(published, profile);
  description.node(iriTerm(recordIri(iri)), 'CatalogueRecord', ours);
  return description.triples;
};
