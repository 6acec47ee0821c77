/** The tree of subjects: those that are wanted, down to the ones that have tables. */
import { isObject, type JsonObject } from '#harvesters/json/value.ts';

/** A subject without others below it. */
export interface Leaf {
  readonly id: string;
  readonly name: string;
}

/** The tree is three or four deep; one without an end must not end the call stack. */
const DEPTH = 20;

/**
 * The lowest subjects of a tree; undefined for what is no tree.
 * @param matching parts of names: then only subjects with such a name, and those below them; undefined for all.
 */
export const leavesOf = (tree: unknown, matching: readonly string[] | undefined): Leaf[] | undefined => {
  if (!Array.isArray(tree) || !tree.every(isSubject)) return undefined;
  const leaves: Leaf[] = [];
  const words = matching?.map((word) => word.toLowerCase());
  for (const subject of tree) collect(subject, words, leaves, 0);
  return leaves;
};

const isSubject = (value: unknown): value is JsonObject =>
  isObject(value) && (typeof value.id === 'string' || typeof value.id === 'number');

const collect = (subject: JsonObject, words: readonly string[] | undefined, leaves: Leaf[], depth: number): void => {
  const name = typeof subject.description === 'string' ? subject.description : '';
  // Below a subject that is wanted everything is.
  const isWanted = words === undefined || words.some((word) => name.toLowerCase().includes(word));
  const inner = Array.isArray(subject.subjects) ? subject.subjects.filter(isSubject) : [];
  if (inner.length === 0 || depth >= DEPTH) {
    if (isWanted) leaves.push({ id: String(subject.id), name });
    return;
  }
  for (const one of inner) collect(one, isWanted ? undefined : words, leaves, depth + 1);
};
