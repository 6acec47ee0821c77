/** A dataset in a snapshot: what it is published as, and which version of it, so that a follower knows what comes after. */
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Published } from './published.ts';

export interface SnapshotRow extends Published {
  /** The number of the change that brought this version. */
  readonly seq: number;
  readonly revision: number;
  readonly contentHash: string | null;
}

/** The row as a line of JSON: the version before the record. */
export const rowLine = ({ iri, seq, revision, contentHash, entry }: SnapshotRow): string =>
  `${JSON.stringify({ iri, seq, revision, contentHash, ...entry })}\n`;

/** A line that `rowLine` wrote. */
export function readRow(line: string): SnapshotRow {
  // Our own line: checking it by the schema of records would cost more than all the reading.
  const { iri, seq, revision, contentHash, ...entry } = JSON.parse(line) as Omit<SnapshotRow, 'entry'> & CatalogueEntry;
  return { iri, seq, revision, contentHash, entry };
}
