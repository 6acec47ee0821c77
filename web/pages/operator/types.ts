/** What the console is told by the API, by the names that its pages use. */
import type { components } from '#client/api-types.ts';

type Schemas = components['schemas'];

export type Run = Schemas['Run'];
export type Overview = Schemas['Overview'];
export type BoardSource = Overview['sources'][number];
export type SourceDefinition = Schemas['SourceDefinition'];
export type SourceDocument = Schemas['SourceDocument'];
export type SourcePreview = Schemas['SourcePreview'];
export type Subscription = Schemas['Subscription'];

/** Outcomes of records, in the order of the balance. */
export const outcomes = [
  'created',
  'updated',
  'unchanged',
  'returned',
  'duplicate',
  'rejected',
  'missing',
  'removed',
  'held',
] as const;
export type Outcome = (typeof outcomes)[number];
