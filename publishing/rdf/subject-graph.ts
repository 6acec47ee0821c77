/** Triples by their subject, for the syntaxes that write a node as a block with its blank nodes inside. */
import { type Subject, type Term, type Triple, tripleKey } from './term.ts';

export interface Statement {
  readonly predicate: string;
  readonly object: Term;
}

/** The statements of a document, each once, under their subjects. */
export interface SubjectGraph {
  /** The subjects that get a block of their own, in the order in which they came: all but the blank nodes that something points to. */
  readonly roots: readonly Subject[];
  statementsOf(subject: Subject): readonly Statement[];
}

const keyOf = ({ kind, value }: Subject): string => `${kind} ${value}`;

/** Sorts triples under their subjects. Our blank nodes are trees: each is pointed to at most once, by a subject before it. */
export const subjectGraph = (triples: Iterable<Triple>): SubjectGraph => {
  const seen = new Set<string>();
  const subjects = new Map<string, { readonly subject: Subject; readonly statements: Statement[] }>();
  const inside = new Set<string>();
  for (const triple of triples) {
    const { subject, predicate, object } = triple;
    const line = tripleKey(triple);
    if (seen.has(line)) continue;
    seen.add(line);
    const block = subjects.get(keyOf(subject)) ?? { subject, statements: [] };
    block.statements.push({ predicate, object });
    subjects.set(keyOf(subject), block);
    if (object.kind === 'blank') inside.add(keyOf(object));
  }
  return {
    roots: [...subjects].filter(([key]) => !inside.has(key)).map(([, { subject }]) => subject),
    statementsOf: (subject) => subjects.get(keyOf(subject))?.statements ?? [],
  };
};
