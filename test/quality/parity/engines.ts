/** The two SHACL engines that examine our verdicts, brought to one form of result. */
import { DataFactory, type Quad, Store, type Term } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { Validator } from 'shacl-engine';
import { namespaces } from '#schemas/namespaces.ts';

export const SH = 'http://www.w3.org/ns/shacl#';
const { rdf } = namespaces;

/** One fault, as an engine tells it. */
export interface ShapeFault {
  readonly focus: { readonly termType: string; readonly value: string };
  /** The steps to the value, each with the predicates that may be taken; empty for a constraint on the node itself. */
  readonly path: readonly Step[];
  readonly severity: 'violation' | 'warning';
  /** The constraint component's name, as `MinCount`. */
  readonly component: string;
  readonly value: string | undefined;
}

export interface Step {
  readonly predicates: readonly string[];
  readonly isInverse: boolean;
}

export interface Engine {
  readonly name: string;
  faults(data: Store): Promise<ShapeFault[]>;
}

const severityOf = (iri: string | undefined): ShapeFault['severity'] =>
  iri === `${SH}Warning` ? 'warning' : 'violation';
const componentOf = (iri: string | undefined): string =>
  (iri ?? '').replace(SH, '').replace(/ConstraintComponent$/, '');

const shaclEngine = (shapes: readonly Quad[]): Engine => {
  const validator = new Validator(new Store([...shapes]), { factory: DataFactory });
  return {
    name: 'shacl-engine',
    async faults(data) {
      const { results } = await validator.validate({ dataset: data });
      return results.map((result) => ({
        focus: result.focusNode.term,
        path: (result.path ?? []).map(({ predicates, start }) => ({
          predicates: predicates.map(({ value }) => value),
          isInverse: start === 'object',
        })),
        severity: severityOf(result.severity.value),
        component: componentOf(result.constraintComponent.value),
        value: result.value?.term?.value,
      }));
    },
  };
};

const listOf = (store: Store, head: Term | undefined): Term[] => {
  if (head === undefined) return [];
  const [first] = store.getObjects(head, `${rdf}first`, null);
  const [rest] = store.getObjects(head, `${rdf}rest`, null);
  return first === undefined ? [] : [first, ...listOf(store, rest)];
};

/** A path of the shapes graph: a predicate, an inverse one, one of several, or a sequence of them. */
const stepsOf = (shapes: Store, path: Term): Step[] => {
  if (path.termType !== 'BlankNode') return [{ predicates: [path.value], isInverse: false }];
  const [inverse] = shapes.getObjects(path, `${SH}inversePath`, null);
  if (inverse !== undefined) return [{ predicates: [inverse.value], isInverse: true }];
  const [alternatives] = shapes.getObjects(path, `${SH}alternativePath`, null);
  if (alternatives !== undefined) {
    return [{ predicates: listOf(shapes, alternatives).map(({ value }) => value), isInverse: false }];
  }
  return listOf(shapes, path).flatMap((step) => stepsOf(shapes, step));
};

const rdfValidateShacl = (quads: readonly Quad[]): Engine => {
  const shapes = new Store([...quads]);
  const validator = new SHACLValidator(shapes);
  return {
    name: 'rdf-validate-shacl',
    async faults(data) {
      const { results } = await validator.validate(data);
      return results.map((result) => ({
        focus: result.focusNode ?? { termType: 'BlankNode', value: '' },
        // The engine hands back terms of the graph that it was given, which are n3's own.
        path: result.path == null ? [] : stepsOf(shapes, result.path as unknown as Term),
        severity: severityOf(result.severity?.value),
        component: componentOf(result.sourceConstraintComponent?.value),
        value: result.value?.value,
      }));
    },
  };
};

/** Both engines, with the shapes read once. */
export const enginesFor = (shapes: readonly Quad[]): readonly Engine[] => [
  shaclEngine(shapes),
  rdfValidateShacl(shapes),
];
