/** A working ledger in memory: batches under the number of their first entry, put only where nothing is. */
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Ledger } from '#functions/shared/ledger.ts';
import { type Batch, batchesOf, numbered } from '#functions/shared/ledger-batch.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';

/** What several writers of one log share. */
export interface MemoryLog {
  readonly epoch: string;
  readonly batches: Map<number, readonly LedgerEntry[]>;
  readonly payloads: Map<string, readonly string[]>;
}

export const memoryLog = (epoch = 'e1'): MemoryLog => ({ epoch, batches: new Map(), payloads: new Map() });

export function memoryLedger(log: MemoryLog = memoryLog(), clock: () => number = Date.now): Ledger {
  const entriesOf = (): LedgerEntry[] => [...log.batches.values()].flat().sort((a, b) => a.seq - b.seq);

  const tail = () => {
    const last = entriesOf().at(-1);
    return { epoch: log.epoch, seq: last?.seq ?? 0, published: last?.published ?? null };
  };

  const appendBatch = async (batch: Batch): Promise<LedgerEntry[]> => {
    const key = randomUUID();
    log.payloads.set(key, batch.lines);
    for (;;) {
      const head = tail();
      // Another writer may come between the look and the put, as over a network.
      await nextTick();
      const entries = numbered(batch, head, { now: clock(), key });
      if (log.batches.has(head.seq + 1)) continue;
      log.batches.set(head.seq + 1, entries);
      return entries;
    }
  };

  const payloadOf = ({ payload }: LedgerEntry): CatalogueEntry | null =>
    payload && (JSON.parse(log.payloads.get(payload.key)?.[payload.line] ?? 'null') as CatalogueEntry);

  return {
    async append(drafts, entries) {
      const appended: LedgerEntry[] = [];
      for (const batch of batchesOf(drafts, entries)) appended.push(...(await appendBatch(batch)));
      return appended;
    },
    head: async () => tail(),
    read: async (after, limit) => entriesOf().slice(after, after + limit),
    payload: async (entry) => payloadOf(entry),
    payloads: async (entries) => entries.map(payloadOf),
  };
}
