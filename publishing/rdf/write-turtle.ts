/** Turtle for people: prefixes, one block a subject, statements in a fixed order, blank nodes where they are used. */
import { namespaces } from '#schemas/namespaces.ts';
import type { Published } from '../published.ts';
import { describeDataset } from './describe-dataset.ts';
import { type SubjectGraph, subjectGraph } from './subject-graph.ts';
import type { Subject, Term, Triple } from './term.ts';
import { quoted } from './write-n-quads.ts';

const LOCAL_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const RDF_TYPE = `${namespaces.rdf}type`;
const prefixes = Object.entries(namespaces);

/** What stands before the blocks of a document: the prefixes that they use. */
export const prefixLines = (used: ReadonlySet<string>): string =>
  prefixes
    .filter(([prefix]) => used.has(prefix))
    .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
    .join('');

/** Triples as blocks, a subject each. @param used gathers the prefixes that the blocks need. */
export const turtleBlocks = (triples: Iterable<Triple>, used: Set<string>): string =>
  new TurtleWriter(subjectGraph(triples), used).blocks();

/** Writes blocks; remembers which prefixes they needed. */
class TurtleWriter {
  readonly #graph: SubjectGraph;
  readonly #used: Set<string>;
  readonly #names = new Map<string, string>();

  constructor(graph: SubjectGraph, used: Set<string>) {
    this.#graph = graph;
    this.#used = used;
  }

  blocks(): string {
    return this.#graph.roots.map((subject) => this.#block(subject)).join('\n');
  }

  #block(subject: Subject): string {
    if (subject.kind === 'blank') return `${this.#term(subject, '')} .\n`;
    return `${this.#term(subject, '')}\n  ${this.#body(subject, '  ')} .\n`;
  }

  #body(subject: Subject, indent: string): string {
    const byPredicate = new Map<string, string[]>();
    for (const { predicate, object } of this.#graph.statementsOf(subject)) {
      const name = predicate === RDF_TYPE ? 'a' : this.#iri(predicate);
      const objects = byPredicate.get(name) ?? [];
      objects.push(this.#term(object, indent));
      byPredicate.set(name, objects);
    }
    return [...byPredicate]
      .sort(([one], [other]) => Number(other === 'a') - Number(one === 'a') || (one < other ? -1 : 1))
      .map(([name, objects]) => `${name} ${objects.sort().join(', ')}`)
      .join(` ;\n${indent}`);
  }

  #term(term: Term, indent: string): string {
    if (term.kind !== 'literal') {
      return term.kind === 'iri'
        ? this.#iri(term.value)
        : `[\n${indent}  ${this.#body(term, `${indent}  `)}\n${indent}]`;
    }
    if (term.language !== undefined) return `${quoted(term.value)}@${term.language}`;
    if (term.datatype === undefined) return quoted(term.value);
    if (term.datatype === `${namespaces.xsd}boolean` && /^(?:true|false)$/.test(term.value)) return term.value;
    return `${quoted(term.value)}^^${this.#iri(term.datatype)}`;
  }

  /** Names are few and repeat: each is looked for among the prefixes once. */
  #iri(iri: string): string {
    const name = this.#names.get(iri) ?? this.#shortest(iri);
    this.#names.set(iri, name);
    return name;
  }

  #shortest(iri: string): string {
    const found = prefixes.find(
      ([, namespace]) => iri.startsWith(namespace) && LOCAL_NAME.test(iri.slice(namespace.length)),
    );
    if (found === undefined) return `<${iri}>`;
    this.#used.add(found[0]);
    return `${found[0]}:${iri.slice(found[1].length)}`;
  }
}

/** Datasets as one Turtle document. What several datasets name alike (a publisher, a concept) is described once. */
export const writeTurtle = (datasets: readonly Published[]): string =>
  turtleOf(datasets.flatMap((dataset) => describeDataset(dataset)));

/** Triples as one Turtle document. */
export const turtleOf = (triples: Iterable<Triple>): string => {
  const used = new Set<string>();
  const blocks = turtleBlocks(triples, used);
  return `${prefixLines(used)}\n${blocks}`;
};
