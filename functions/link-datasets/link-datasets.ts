/**
 * Links the datasets that several sources tell of (docs/decisions/0014): follows the ledger from its own checkpoint, keeps
 * the keys of every live dataset, and writes the links of those whose keys, or whose partners' keys, are others than before.
 */
import * as z from 'zod';
import { linkKeys } from '#catalogue/same-dataset.ts';
import { type Followed, type FollowPorts, followLedger } from '#functions/shared/follow-ledger.ts';
import { readLines, writeLines } from '#functions/shared/json-lines.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { LinkStore } from '#functions/shared/link-store.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { payloadChunks } from '#functions/shared/payload-chunks.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import { LinkIndex } from './link-index.ts';

/** The name of this consumer's checkpoint. */
export const LINKS = 'links';

/** Entries in a step: the index is written after each that changed it, and a step must end well within the hold. */
const STEP_ENTRIES = 2000;
/** Records in memory at a time. */
const RECORDS = 200;

/** Where the keys of every live dataset lie. */
export const INDEX_KEY = 'links/index.jsonl.gz';

const Line = z.tuple([z.string()], z.string());

export interface LinkPorts extends FollowPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly links: Pick<LinkStore, 'write'>;
  readonly objects: Pick<ObjectStore, 'getStream' | 'putStream'>;
}

async function readIndex({ objects }: LinkPorts): Promise<LinkIndex> {
  const index = new LinkIndex();
  for await (const line of readLines(objects, INDEX_KEY)) {
    const [id, ...keys] = Line.parse(JSON.parse(line));
    index.set(id, keys);
  }
  index.takeChanged();
  return index;
}

/** Takes a step into the index; answers whose links may be others now. Of several changes to one dataset the last counts. */
async function takeStep(
  { ledger }: LinkPorts,
  index: LinkIndex,
  entries: readonly LedgerEntry[],
): Promise<Set<string>> {
  const latest = [...new Map(entries.map((entry) => [entry.dataset, entry])).values()];
  const affected = new Set<string>();
  for (const changes of payloadChunks(latest, RECORDS)) {
    const records = await ledger.payloads(changes);
    for (const [place, { dataset }] of changes.entries()) {
      const record = records[place];
      for (const id of index.set(dataset, record ? linkKeys(record) : [])) affected.add(id);
    }
  }
  return affected;
}

/** Links until the head is reached. The rows are written before the index: a step that dies between the two is done again. */
export const linkDatasets = (ports: LinkPorts): Promise<Followed> =>
  followLedger(ports, {
    name: LINKS,
    stepEntries: STEP_ENTRIES,
    begin: async (fromStart) => {
      // A log that is read anew knows all there is; what is left of an older one would link what is not there.
      const index = fromStart ? new LinkIndex() : await readIndex(ports);
      return async (entries) => {
        const affected = await takeStep(ports, index, entries);
        await ports.links.write([...affected].map((id) => ({ id, links: index.linksOf(id) })));
        if (index.takeChanged()) await writeLines(ports.objects, INDEX_KEY, index.lines());
      };
    },
  });
