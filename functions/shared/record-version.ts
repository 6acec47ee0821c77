/**
 * What versions of stored records there are, in one place. A record of an older version is upgraded as it is read, step by step,
 * by values alone; it is written in the current version when it is next written for a reason of its own. What has no version
 * written to it is of the first. Leases have none: they last sixteen minutes, and are written to by their attributes' names. Views are not here: they are built anew (docs/decisions/0064, and SEARCH_VERSION for the file).
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { TransientFailure } from './failures.ts';

type Fields = Readonly<Record<string, unknown>>;

/** From one version to the next. */
type Step = (older: Fields) => Fields;

interface RecordKind {
  /** What it is called in a sentence. */
  readonly name: string;
  /** The first leads from version 1 to version 2, and so on: as many steps as there are versions after the first. */
  readonly steps: readonly Step[];
}

/** Sources had no marks before operators could edit them: all of them were the file's. */
const marksOfTheFile: Step = (older) => ({
  marks: { version: 0, managedBy: 'file', edited: null, fileHash: null, removedFromFile: null },
  ...older,
});

/** States were begun before a source could be asked for changes only and before renames were looked for. */
const whatStatesLacked: Step = (older) => ({ marks: null, renames: [], comparedTo: null, ...older });

export const recordKinds = {
  ledgerBatch: { name: 'a batch of the ledger', steps: [] },
  entry: { name: 'a record of the catalogue', steps: [] },
  checkpoint: { name: 'a checkpoint', steps: [] },
  run: { name: 'a run', steps: [] },
  source: { name: 'a source', steps: [marksOfTheFile] },
  sourceState: { name: "a source's state", steps: [whatStatesLacked] },
  subscription: { name: 'a subscription', steps: [] },
  letter: { name: "what is known of an owner's letters", steps: [] },
  auditEntry: { name: 'an entry of the audit log', steps: [] },
  scorePoint: { name: 'a point of a score history', steps: [] },
} as const satisfies Readonly<Record<string, RecordKind>>;

/** The version that is written now. */
export const currentVersion = ({ steps }: RecordKind): number => steps.length + 1;

/**
 * The record in the current version.
 * @throws TransientFailure for one of a newer version: while a deployment goes on, the next worker may be the one that can read
 * it. Nothing is guessed of it and nothing written over it; a message that meets it too often is set aside with this reason.
 */
export function upgraded(kind: RecordKind, record: Fields, version: number): Fields {
  const current = currentVersion(kind);
  if (version <= current) return kind.steps.slice(version - 1).reduce((fields, step) => step(fields), record);
  throw new TransientFailure(
    `${capitalised(kind.name)} was written by a newer datalandkort (version ${version}; this one reads up to ${current}).`,
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The version of an item of a table. */
export const itemVersion = (item: Readonly<Record<string, AttributeValue>>): number => Number(item.v?.N ?? 1);

/** What an item says of its version: nothing in the first, so that nobody has to write again what lies there. */
export const versionAttribute = (kind: RecordKind): Record<string, AttributeValue> => {
  const current = currentVersion(kind);
  return current === 1 ? {} : { v: { N: String(current) } };
};

/** The record that an attribute of an item holds as JSON, in the current version. */
export function recordIn(
  kind: RecordKind,
  item: Readonly<Record<string, AttributeValue>>,
  attribute: string,
): Fields | null {
  // Records are written as objects alone; each reader's own schema says whether this one is.
  const record = JSON.parse(item[attribute]?.S ?? 'null') as Fields | null;
  return record && upgraded(kind, record, itemVersion(item));
}
