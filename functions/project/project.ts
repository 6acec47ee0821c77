/**
 * Carries the ledger's changes into the datasets table, from its own checkpoint to the head. What woke it does not matter:
 * a message that is lost, repeated or late changes nothing about what is read, and writing the same change twice is harmless.
 */
import type { CatalogueStore, DatasetSummary, DatasetWrite } from '#functions/shared/catalogue-store.ts';
import type { CheckpointStore, Position } from '#functions/shared/checkpoint-store.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry, LanguageMap } from '#schemas/record.ts';

/** The name of this consumer's checkpoint. */
export const PROJECTION = 'datasets';

/** Entries in a step: their records are in memory together, and a lost hold costs the writing of as many again. */
const STEP_ENTRIES = 500;

/** A title in a list is cut here: a page of 500 rows must stay far below what a Lambda may answer. */
const SUMMARY_LENGTH = 300;

export interface ProjectPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly catalogue: Pick<CatalogueStore, 'write'>;
  readonly checkpoints: CheckpointStore;
  /** A name for this worker that no other has. */
  readonly holder: () => string;
  /** True when too little time is left for another step. */
  readonly outOfTime: () => boolean;
}

/** `done`: the head was reached. `behind`: time ran out first. `busy`: another worker holds the checkpoint. */
export type Projection = { readonly kind: 'done' | 'behind'; readonly seq: number } | { readonly kind: 'busy' };

/** Projects until the head is reached. */
export async function project(ports: ProjectPorts): Promise<Projection> {
  for (;;) {
    const holder = ports.holder();
    const { epoch } = await ports.ledger.head();
    const start = await ports.checkpoints.take(PROJECTION, holder, epoch);
    if (!start) return { kind: 'busy' };
    const ended = await projectWhileHeld(ports, holder, start.epoch === epoch ? start : { epoch, seq: 0 }, start);
    if (ended.kind !== 'done') return ended;
    // A change that came in just before the release woke nobody: its worker found us busy.
    if ((await ports.ledger.head()).seq <= ended.seq) return ended;
  }
}

async function projectWhileHeld(
  ports: ProjectPorts,
  holder: string,
  first: Position,
  stored: Position,
): Promise<Projection> {
  const { ledger, checkpoints } = ports;
  let position = first;
  let from = stored;
  try {
    while (!ports.outOfTime()) {
      const entries = await ledger.read(position.seq, STEP_ENTRIES);
      const last = entries.at(-1);
      if (!last) return { kind: 'done', seq: position.seq };
      await writeStep(ports, entries);
      const to = { epoch: position.epoch, seq: last.seq };
      if (!(await checkpoints.advance({ consumer: PROJECTION, holder, from, to }))) {
        // Another worker went on meanwhile and we may just have overwritten what it wrote: let it be written again.
        await checkpoints.rewind(PROJECTION, position);
        return { kind: 'busy' };
      }
      position = to;
      from = to;
    }
    return { kind: 'behind', seq: position.seq };
  } finally {
    await checkpoints.release(PROJECTION, holder);
  }
}

/** Of several changes to one dataset only the last is written. */
async function writeStep({ ledger, catalogue }: ProjectPorts, entries: readonly LedgerEntry[]): Promise<void> {
  const latest = [...new Map(entries.map((entry) => [entry.dataset, entry])).values()];
  const records = await ledger.payloads(latest);
  await catalogue.write(latest.map((change, index) => writeOf(change, records[index] ?? null)));
}

const writeOf = (change: LedgerEntry, entry: CatalogueEntry | null): DatasetWrite => ({
  id: change.dataset,
  source: change.source,
  kind: change.kind,
  state: change.type === 'Delete' ? 'removed' : 'live',
  revision: change.revision,
  seq: change.seq,
  published: change.published,
  contentHash: change.contentHash,
  summary: summaryOf(entry),
  // The revision counts changes, the removal among them: the last that had a record is the one before.
  tombstone:
    change.type === 'Delete'
      ? {
          deletedAt: change.published,
          lastRevision: change.revision - 1,
          cause: change.cause,
          replacedBy: change.replacedBy ?? null,
        }
      : null,
  entry,
  payload: change.payload,
});

const cut = (texts: LanguageMap | undefined): LanguageMap =>
  Object.fromEntries(Object.entries(texts ?? {}).map(([language, text]) => [language, text.slice(0, SUMMARY_LENGTH)]));

function summaryOf(entry: CatalogueEntry | null): DatasetSummary {
  return {
    identifier: entry?.identifier ?? null,
    title: cut(entry?.record.title),
    publisher: cut(entry?.record.publisher?.name),
    example: entry?.origin.example ?? false,
  };
}
