/** What a document of a FAIR Data Point leads to: members of its containers, and resources that it names without describing. */
import type { Term, TripleGraph } from '#harvesters/rdf/graph.ts';
import { namespaces } from '#schemas/namespaces.ts';

/** Containers are how a point is walked, and say nothing about a dataset. */
export const LDP = 'http://www.w3.org/ns/ldp#';

/** Both spellings of the FDP ontology that servers of different ages write. */
export const FDP = ['https://w3id.org/fdp/fdp-o#', 'http://rdf.biosemantics.org/ontologies/fdp-o#'];

/** Properties whose values are documents with datasets in them or below them. */
const DOWNWARDS = [
  ...['catalog', 'dataset', 'datasetSeries'].map((name) => namespaces.dcat + name),
  ...FDP.map((namespace) => `${namespace}metadataCatalog`),
  'http://www.re3data.org/schema/3-0#dataCatalog',
  'https://www.re3data.org/schema/3-0#dataCatalog',
];

/** Member relations whose members are parts of a dataset, by the key of our table. */
const PART_KEYS: Readonly<Record<string, PartKey>> = {
  [`${namespaces.dcat}distribution`]: 'distribution',
  [`${namespaces.adms}sample`]: 'sample',
  [`${namespaces.healthdcatap}analytics`]: 'analytics',
};

/** Member relations whose members hold no datasets: services describe themselves, and profiles describe forms. */
const SIDEWAYS: ReadonlySet<string> = new Set([
  `${namespaces.dcat}service`,
  `${namespaces.dcat}accessService`,
  ...FDP.flatMap((namespace) => [`${namespace}metadataService`, `${namespace}metadataProfile`]),
]);

/** What says no more of a resource than that it is there. */
const NAMING: ReadonlySet<string> = new Set([
  `${namespaces.rdf}type`,
  `${namespaces.rdfs}label`,
  `${namespaces.dct}title`,
  `${namespaces.dct}isPartOf`,
]);

/** Properties of a dataset whose values may be documents of their own. */
export type PartKey = 'distribution' | 'sample' | 'analytics';
export const partKeys: readonly PartKey[] = ['distribution', 'sample', 'analytics'];

/** A part of a dataset that a container lists. */
export interface ListedPart {
  readonly key: PartKey;
  readonly url: string;
}

/** What a document leads to. */
export interface Links {
  /** Addresses of catalogues and datasets that the document does not describe itself, in its order. */
  readonly below: readonly string[];
  /** Members of part containers, by the address of the dataset that they belong to. */
  readonly parts: ReadonlyMap<string, readonly ListedPart[]>;
}

/** The values of one property of a node. */
const objectsOf = (graph: TripleGraph, subject: Term, predicate: Term): Term[] => {
  const objects: Term[] = [];
  for (let triple = graph.firstTriple(subject); triple >= 0; triple = graph.nextTriple(triple)) {
    if (graph.predicate(triple) === predicate) objects.push(graph.object(triple));
  }
  return objects;
};

/** Whether a document says more of a resource than its name. */
export const isDescribed = (graph: TripleGraph, term: Term): boolean => {
  if (term < 0) return false;
  for (let triple = graph.firstTriple(term); triple >= 0; triple = graph.nextTriple(triple)) {
    if (!NAMING.has(graph.text(graph.predicate(triple)))) return true;
  }
  return false;
};

/** Addresses are compared without the slash at their end, their fragment and the letter that makes http secure. */
export const sameAddress = (one: string, other: string): boolean => plainAddress(one) === plainAddress(other);
const plainAddress = (url: string): string =>
  url
    .replace(/#[\s\S]*$/, '')
    .replace(/\/$/, '')
    .replace(/^https:/, 'http:');

/** Reads the links of a document. */
export const linksOf = (graph: TripleGraph): Links => {
  const below = new Set<string>();
  const parts = new Map<string, ListedPart[]>();
  const [contains, relation, resource] = ['contains', 'hasMemberRelation', 'membershipResource'].map((name) =>
    graph.termOf(LDP + name),
  ) as [Term, Term, Term];
  const downwards = new Set(DOWNWARDS.map((iri) => graph.termOf(iri)));
  const follow = (term: Term): void => {
    if (term >= 0 && !graph.isBlank(term) && !isDescribed(graph, term)) below.add(graph.text(term));
  };
  for (let subject = 0, end = graph.termCount; subject < end; subject += 1) {
    const members = objectsOf(graph, subject, contains);
    const relations = members.length === 0 ? [] : objectsOf(graph, subject, relation).map((term) => graph.text(term));
    const key = relations.map((iri) => PART_KEYS[iri]).find((found) => found !== undefined);
    if (key !== undefined) {
      for (const owner of objectsOf(graph, subject, resource)) addParts(parts, graph, { owner, key, members });
    } else if (!relations.some((iri) => SIDEWAYS.has(iri))) for (const member of members) follow(member);
    for (const predicate of downwards) for (const object of objectsOf(graph, subject, predicate)) follow(object);
  }
  return { below: [...below], parts };
};

const addParts = (
  parts: Map<string, ListedPart[]>,
  graph: TripleGraph,
  { owner, key, members }: { owner: Term; key: PartKey; members: readonly Term[] },
): void => {
  const name = graph.text(owner);
  const known = parts.get(name) ?? [];
  parts.set(name, known);
  for (const member of members) {
    if (member >= 0 && !graph.isBlank(member)) known.push({ key, url: graph.text(member) });
  }
};
