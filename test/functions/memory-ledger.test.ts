import { setImmediate as nextTick } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import { describeLedger, expectAllInOrder, seenWhileWriting } from './ledger.contract.ts';
import { memoryLedger, memoryLog } from './memory-ledger.ts';

describeLedger('the ledger in memory', async () => {
  const log = memoryLog();
  return { open: (clock) => memoryLedger(log, clock) };
});

/** The log that we did not build: a number is taken first and the entry put afterwards, later for one writer than another. */
function counterThenPut(): () => Pick<Ledger, 'append' | 'read'> {
  const entries = new Map<number, LedgerEntry>();
  let counter = 0;
  return () => ({
    async append([draft]) {
      if (!draft) return [];
      counter += 1;
      const entry = { ...draft, seq: counter, published: new Date(counter).toISOString(), payload: null };
      for (let delay = entry.seq % 7; delay > 0; delay -= 1) await nextTick();
      entries.set(entry.seq, entry);
      return [entry];
    },
    read: async (after, limit) =>
      [...entries.values()]
        .filter(({ seq }) => seq > after)
        .sort((a, b) => a.seq - b.seq)
        .slice(0, limit),
  });
}

describe('a log that takes a number and then puts', () => {
  it('loses changes for its reader, which the contract notices', async () => {
    const seen = await seenWhileWriting(counterThenPut());
    expect(seen.length).toBeLessThan(400);
    expect(() => expectAllInOrder(seen)).toThrow();
  });
});
