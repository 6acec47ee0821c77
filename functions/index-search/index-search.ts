/** Carries the ledger's changes, and the scores, into the search file, from its own checkpoint to the head (docs/decisions/0027). */

import type { CheckpointStore } from '#functions/shared/checkpoint-store.ts';
import { summaryOf } from '#functions/shared/dataset-summary.ts';
import { type Followed, type FollowPorts, followLedger } from '#functions/shared/follow-ledger.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import { payloadChunks } from '#functions/shared/payload-chunks.ts';
import type { FileContents, SearchChange, SearchDraft, SearchFiles } from '#functions/shared/search-index.ts';
import { searchDocument } from '#publishing/search/search-document.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { followScores, type TellsScores } from './follow-scores.ts';

/** The name of this consumer's checkpoint. */
export const SEARCH = 'search';

/** Entries in a step: the file is sent after each, and a step must end well within the hold. */
const STEP_ENTRIES = 1000;
/** Records in memory at a time. */
const RECORDS = 200;

export interface IndexSearchPorts extends FollowPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly checkpoints: CheckpointStore;
  readonly files: SearchFiles;
  readonly scores: TellsScores;
  /** Told of a dataset whose variables were more than are searched. */
  readonly report: (dataset: string, leftOut: number) => void;
}

/** What a change with its record makes of its dataset in the file. */
export function changeOf(
  { report }: Pick<IndexSearchPorts, 'report'>,
  change: LedgerEntry,
  entry: CatalogueEntry | null,
): SearchChange {
  const { dataset: id, source, kind, revision, seq, published, contentHash } = change;
  if (!entry) return { id, indexed: null };
  const document = searchDocument(entry);
  if (document.variablesLeftOut > 0) report(id, document.variablesLeftOut);
  const dataset = { id, source, kind, revision, seq, published, contentHash, summary: summaryOf(entry) };
  return { id, indexed: { dataset, document } };
}

/** Of several changes to one dataset the last counts. */
async function* changesOf(ports: IndexSearchPorts, entries: readonly LedgerEntry[]): AsyncGenerator<SearchChange> {
  const latest = [...new Map(entries.map((entry) => [entry.dataset, entry])).values()];
  for (const changes of payloadChunks(latest, RECORDS)) {
    const records = await ports.ledger.payloads(changes);
    for (const [place, change] of changes.entries()) yield changeOf(ports, change, records[place] ?? null);
  }
}

/**
 * The checkpoint must not stand beyond what the file has: a file that was lost, or is of another version, is built again.
 * @returns which file that is.
 */
async function bringInLine({ ledger, checkpoints, files }: IndexSearchPorts): Promise<FileContents | undefined> {
  const { epoch } = await ledger.head();
  // In this order: a file is sent before its checkpoint moves, so one that is at work is never taken for lost.
  const reached = await checkpoints.get(SEARCH);
  const inFile = await files.latest();
  const seq = inFile?.epoch === epoch ? inFile.seq : 0;
  if (reached?.epoch === epoch && reached.seq > seq) await checkpoints.rewind(SEARCH, { epoch, seq });
  return inFile;
}

/**
 * Works one step in. A file that lacks what lies before the step is another worker's, who was slower: the checkpoint is put
 * back, and the step is then not counted.
 */
async function takeStep(ports: IndexSearchPorts, draft: SearchDraft, entries: readonly LedgerEntry[]): Promise<void> {
  const { epoch } = await ports.ledger.head();
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) return;
  if (draft.position.seq < first.seq - 1) {
    await ports.checkpoints.rewind(SEARCH, { epoch, seq: draft.position.seq });
    await draft.discard();
    return;
  }
  await draft.publish(changesOf(ports, entries), { epoch, seq: last.seq });
}

/** Indexes until the head is reached, then takes the scores over. The file is sent before the checkpoint moves: a step that dies is done again. */
export async function indexSearch(ports: IndexSearchPorts): Promise<Followed> {
  const inFile = await bringInLine(ports);
  let isAnother = false;
  const followed = await followLedger(ports, {
    name: SEARCH,
    stepEntries: STEP_ENTRIES,
    begin: async (fromStart) => {
      const { epoch } = await ports.ledger.head();
      const draft = await ports.files.draft(fromStart, epoch);
      isAnother = true;
      return (entries) => takeStep(ports, draft, entries);
    },
  });
  if (followed.kind === 'done' && !ports.outOfTime()) {
    // Asked each minute of a quiet day: what is known already is not read again.
    await followScores(ports, SEARCH, isAnother ? await ports.files.latest() : inFile);
  }
  return followed;
}
