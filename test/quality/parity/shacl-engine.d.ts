/** What the examiner uses of shacl-engine, which ships no types. */
declare module 'shacl-engine' {
  import type { Store, Term } from 'n3';

  export interface PathStep {
    readonly start: 'subject' | 'object';
    readonly predicates: readonly Term[];
  }

  export interface Result {
    readonly focusNode: { readonly term: Term };
    readonly path?: readonly PathStep[];
    readonly severity: Term;
    readonly constraintComponent: Term;
    readonly value?: { readonly term?: Term };
  }

  export class Validator {
    constructor(shapes: Store, options: { factory: unknown });
    validate(data: { dataset: Store }): Promise<{ readonly conforms: boolean; readonly results: readonly Result[] }>;
  }
}
