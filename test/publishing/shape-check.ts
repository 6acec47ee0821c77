/**
 * A small examiner for the part of SHACL that the official shapes use: cardinality, kind, class, datatype, fixed values and
 * nested shapes. A constraint that it does not know is thrown, so that nothing passes unexamined.
 */
import { Parser, type Quad, Store, type Term } from 'n3';

const SH = 'http://www.w3.org/ns/shacl#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Said about shapes and not about data; `path`, `property` and `or` are walked by themselves. */
const notConstraints = new Set([
  'path',
  'property',
  'severity',
  'message',
  'description',
  'targetClass',
  'extends',
  'or',
  'name',
  'order',
]);

const readGraph = (text: string): Store => {
  const quads: Quad[] = new Parser({ format: 'text/turtle' }).parse(text);
  return new Store(quads);
};

const objects = (store: Store, subject: Term, predicate: string): Term[] => store.getObjects(subject, predicate, null);

const list = (store: Store, head: Term): Term[] => {
  const [first] = objects(store, head, `${RDF}first`);
  const [rest] = objects(store, head, `${RDF}rest`);
  return first === undefined || rest === undefined ? [] : [first, ...list(store, rest)];
};

class Examiner {
  readonly #data: Store;
  readonly #shapes: Store;

  constructor(data: Store, shapes: Store) {
    this.#data = data;
    this.#shapes = shapes;
  }

  faults(): string[] {
    return this.#shapes
      .getQuads(null, `${SH}targetClass`, null, null)
      .flatMap(({ subject: shape, object: target }) =>
        this.#data.getSubjects(`${RDF}type`, target, null).flatMap((focus) => this.#node(shape, focus)),
      );
  }

  #node(shape: Term, focus: Term): string[] {
    const properties = objects(this.#shapes, shape, `${SH}property`).flatMap((property) =>
      this.#property(property, focus),
    );
    const choices = objects(this.#shapes, shape, `${SH}or`).filter((head) =>
      list(this.#shapes, head).every((choice) => this.#node(choice, focus).length > 0),
    );
    return [...properties, ...choices.map(() => `${focus.value}: no alternative holds`)];
  }

  #property(property: Term, focus: Term): string[] {
    const [path] = objects(this.#shapes, property, `${SH}path`);
    if (path === undefined) return this.#node(property, focus);
    const [alternatives] = objects(this.#shapes, path, `${SH}alternativePath`);
    const paths = alternatives === undefined ? [path] : list(this.#shapes, alternatives);
    const values = paths.flatMap((one) => objects(this.#data, focus, one.value));
    return this.#shapes
      .getQuads(property, null, null, null)
      .filter(
        ({ predicate }) => predicate.value.startsWith(SH) && !notConstraints.has(predicate.value.slice(SH.length)),
      )
      .flatMap(({ predicate, object }) => this.#constraint(predicate.value.slice(SH.length), object, values))
      .map((fault) => `${focus.value} ${paths.map(({ value }) => value).join('|')}: ${fault}`);
  }

  #constraint(name: string, expected: Term, values: readonly Term[]): string[] {
    const each = (holds: (value: Term) => boolean): string[] =>
      values.filter((value) => !holds(value)).map((value) => `${name} ${expected.value}, not ${value.value}`);
    switch (name) {
      case 'minCount':
        return values.length >= Number(expected.value) ? [] : [`${name} ${expected.value}`];
      case 'maxCount':
        return values.length <= Number(expected.value) ? [] : [`${name} ${expected.value}`];
      case 'hasValue':
        return values.some((value) => value.equals(expected)) ? [] : [`${name} ${expected.value}`];
      case 'class':
        return each((value) => this.#data.countQuads(value, `${RDF}type`, expected, null) > 0);
      case 'datatype':
        return each((value) => value.termType === 'Literal' && value.datatype.equals(expected));
      case 'nodeKind':
        return each((value) => ofKind(value, expected.value.slice(SH.length)));
      case 'node':
      case 'shape':
        return values.flatMap((value) => this.#node(expected, value));
      default:
        throw new Error(`sh:${name} is not examined`);
    }
  }
}

const ofKind = (value: Term, kind: string): boolean => {
  const own = { NamedNode: 'IRI', BlankNode: 'BlankNode', Literal: 'Literal' }[value.termType as string];
  return own !== undefined && kind.includes(own);
};

/** What the shapes find wrong in the data, each as a sentence; shapes that lack a target class only serve others. */
export const shapeFaults = (data: string, shapes: readonly string[]): string[] =>
  shapes.flatMap((text) => new Examiner(readGraph(data), readGraph(text)).faults());
