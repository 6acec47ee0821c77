/** What is measured: a record, what could not be mapped into it, and what is known of the world around it. */
import type { CatalogueEntry, RecordNode } from '#schemas/record.ts';

/** As much of a catalogue's entry as is measured. */
export type Subject = Pick<CatalogueEntry, 'id' | 'kind' | 'record' | 'unmapped'>;

export type Distribution = RecordNode<'Distribution'>;

export interface Circumstances {
  /** The moment that ages are counted to (ISO 8601); a pure room has no clock. */
  readonly now: string;
  /** The last HTTP status of an address; 0 where nothing answered. An address that is not in it was never asked. */
  readonly links: ReadonlyMap<string, number>;
  /** When the owner last confirmed the description; null where it never did, absent where nobody keeps count. */
  readonly lastConfirmed?: string | null | undefined;
}

/** Whether a value says anything: a blank text, an empty list or a node without properties does not. */
export const isSaid = (value: unknown): boolean => {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.some(isSaid);
  return typeof value !== 'object' || Object.values(value).some(isSaid);
};

export const distributionsOf = ({ record }: Pick<Subject, 'record'>): readonly Distribution[] =>
  record.distribution ?? [];
