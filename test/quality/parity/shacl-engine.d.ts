/** What the examiner uses of shacl-engine, which ships no types. */
declare module 'shacl-engine' {
  import type { DatasetCore, Term } from '@rdfjs/types';

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
    constructor(shapes: DatasetCore, options: { factory: unknown });
    validate(data: {
      dataset: DatasetCore;
    }): Promise<{ readonly conforms: boolean; readonly results: readonly Result[] }>;
  }
}
