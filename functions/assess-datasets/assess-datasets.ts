/**
 * Assesses every dataset as its description changes: follows the ledger from its own checkpoint, right behind the harvest, and
 * looks at all of them again each day, because ages and addresses change without a change of the description.
 */
import { type Followed, followLedger } from '#functions/shared/follow-ledger.ts';
import { payloadChunks } from '#functions/shared/payload-chunks.ts';
import { readIndex, ScoreIndex, writeIndex } from '#functions/shared/score-index.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { ScoreCause } from '#schemas/score-history.ts';
import { assessAll, type ToAssess } from './assess-all.ts';
import { gather } from './gather.ts';
import type { AssessPorts } from './ports.ts';
import { sweep } from './sweep.ts';

/** The name of this consumer's checkpoint. */
export const ASSESSMENTS = 'assessments';

/** Entries in a step: the index is written after each that changed it, and a step must end well within the hold. */
const STEP_ENTRIES = 1000;
/** Records in memory at a time. */
const RECORDS = 200;

/** What made a dataset's description what it is after these changes to it, of which the last is given beside them. */
const causeOf = (changes: readonly LedgerEntry[], { run, seq }: LedgerEntry): ScoreCause =>
  changes.some(({ type }) => type === 'Create')
    ? { kind: 'created', run, seq }
    : { kind: 'changed', run, seq, properties: [...new Set(changes.flatMap(({ changed }) => changed))] };

/** The latest change of each dataset in the step, with all of them. */
function byDataset(entries: readonly LedgerEntry[]): Map<string, LedgerEntry[]> {
  const changes = new Map<string, LedgerEntry[]>();
  for (const entry of entries) changes.set(entry.dataset, [...(changes.get(entry.dataset) ?? []), entry]);
  return changes;
}

async function takeStep(ports: AssessPorts, index: ScoreIndex, entries: readonly LedgerEntry[]): Promise<void> {
  const changes = byDataset(entries);
  const latest = [...changes.values()].flatMap((some) => some.at(-1) ?? []);
  for (const chunk of payloadChunks(latest, RECORDS)) {
    const records = await ports.ledger.payloads(chunk);
    const toAssess = chunk.flatMap((change, place): ToAssess[] => {
      const entry = records[place];
      return entry ? [{ entry, seq: change.seq, cause: causeOf(changes.get(change.dataset) ?? [], change) }] : [];
    });
    const gone = chunk.filter((_, place) => !records[place]).map(({ dataset }) => dataset);
    await ports.quality.remove(gone);
    for (const id of gone) index.delete(id);
    await assessAll(ports, index, toAssess);
  }
}

/** Writes the index and what is gathered of it, when it changed, and tells it. */
async function settle(ports: AssessPorts, index: ScoreIndex): Promise<void> {
  if (!index.takeChanged()) return;
  const owners = new Map((await ports.sources.list()).map(({ id, owner }) => [id, owner.id]));
  const day = new Date(ports.clock()).toISOString().slice(0, 10);
  await gather(ports.quality, index, { ownerOf: (source) => owners.get(source), day });
  // Last: a step that dies before is done again, and gathers again.
  if (await writeIndex(ports.objects, index)) await ports.announce();
}

/** Assesses what changed until the head is reached, then goes on with the day's look at everything. */
export async function assessDatasets(ports: AssessPorts): Promise<Followed> {
  const followed = await followLedger(ports, {
    name: ASSESSMENTS,
    stepEntries: STEP_ENTRIES,
    begin: async (fromStart) => {
      const index = fromStart ? new ScoreIndex() : await readIndex(ports.objects);
      return async (entries) => {
        await takeStep(ports, index, entries);
        await settle(ports, index);
      };
    },
  });
  if (followed.kind === 'done') await sweep(ports, ASSESSMENTS, (index) => settle(ports, index));
  return followed;
}
