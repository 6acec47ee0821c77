/** What every ledger keeps to, whatever it stands on. */
import { setImmediate as nextTick } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Ledger, lastBefore } from '#functions/shared/ledger.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import { draftOf, entryOf } from './drafts.ts';

/** One log, and as many writers and readers of it as one opens. */
export interface LedgerUnderTest {
  open(clock?: () => number): Ledger;
}

const WRITERS = 8;
const APPENDS = 50;

async function writeFifty(ledger: Pick<Ledger, 'append'>, writer: number): Promise<void> {
  for (let index = 0; index < APPENDS; index += 1) {
    const name = `w${writer}.d${index}`;
    await ledger.append([draftOf(name)], [entryOf(name)]);
  }
}

/** Eight writers and a reader that follows them from place to place, as a portal does; what the reader saw, in its order. */
export async function seenWhileWriting(open: () => Pick<Ledger, 'append' | 'read'>): Promise<LedgerEntry[]> {
  let writing = true;
  const writers = Promise.all(Array.from({ length: WRITERS }, (_, writer) => writeFifty(open(), writer))).finally(
    () => {
      writing = false;
    },
  );
  const reader = open();
  const seen: LedgerEntry[] = [];
  for (let last = false; !last; ) {
    last = !writing;
    const entries = await reader.read(seen.at(-1)?.seq ?? 0, 100);
    seen.push(...entries);
    if (entries.length > 0) last = false;
    await nextTick();
  }
  await writers;
  return seen;
}

/** The rule that a follower lives by: everything once, in order, nothing missed. */
export function expectAllInOrder(seen: readonly LedgerEntry[]): void {
  expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: WRITERS * APPENDS }, (_, index) => index + 1));
  expect(new Set(seen.map(({ dataset }) => dataset)).size).toBe(WRITERS * APPENDS);
  expect(increasing(seen)).toBe(true);
}

const increasing = (entries: readonly LedgerEntry[]): boolean =>
  entries.every(({ published }, index) => index === 0 || published > (entries[index - 1]?.published ?? ''));

const append = (ledger: Ledger, names: readonly string[]): Promise<LedgerEntry[]> =>
  ledger.append(
    names.map((name) => draftOf(name)),
    names.map((name) => entryOf(name)),
  );

const namesOf = (source: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${source}.d${index + 1}`);

export function describeLedger(name: string, create: () => Promise<LedgerUnderTest>): void {
  describe(name, () => {
    it('shows a reader everything that eight writers append, once, in order, with none missed', async () => {
      const log = await create();
      expectAllInOrder(await seenWhileWriting(() => log.open()));
    });

    it('is empty before its first change', async () => {
      const ledger = (await create()).open();
      expect(await ledger.head()).toEqual({ epoch: 'e1', seq: 0, published: null });
      expect(await ledger.read(0, 10)).toEqual([]);
    });

    it('numbers from 1 in the order of the drafts, over as many batches as they take', async () => {
      const ledger = (await create()).open();
      const names = namesOf('sds', 250);
      const appended = await append(ledger, names);
      expect(appended.map(({ seq, dataset }) => [seq, dataset])).toEqual(names.map((each, index) => [index + 1, each]));
      expect(await ledger.read(0, 1000)).toEqual(appended);
      expect(await ledger.head()).toEqual({ epoch: 'e1', seq: 250, published: appended.at(-1)?.published });
    });

    it('reads the same sequence in pages of 1, 7, 100 and 500', async () => {
      const ledger = (await create()).open();
      for (const count of [1, 99, 3, 100, 50]) await append(ledger, namesOf(`s${count}`, count));
      const whole = await ledger.read(0, 1000);
      for (const limit of [1, 7, 100, 500]) {
        const walked: LedgerEntry[] = [];
        for (let page = await ledger.read(0, limit); page.length > 0; page = await ledger.read(walked.length, limit)) {
          expect(page.length).toBe(Math.min(limit, 253 - walked.length));
          walked.push(...page);
        }
        expect(walked).toEqual(whole);
      }
    });

    it('never changes an entry that was read', async () => {
      const ledger = (await create()).open();
      await append(ledger, namesOf('sds', 30));
      const before = await ledger.read(0, 30);
      await append(ledger, namesOf('ssi', 120));
      expect(await ledger.read(0, 30)).toEqual(before);
    });

    it('publishes later and later even when the clock goes back an hour', async () => {
      const log = await create();
      const at = Date.parse('2026-11-23T04:00:00.000Z');
      await append(
        log.open(() => at),
        ['sds.a', 'sds.b'],
      );
      await append(
        log.open(() => at - 3_600_000),
        ['sds.c', 'sds.d'],
      );
      expect((await log.open().read(0, 10)).map(({ published }) => published)).toEqual([
        '2026-11-23T04:00:00.000Z',
        '2026-11-23T04:00:00.001Z',
        '2026-11-23T04:00:00.002Z',
        '2026-11-23T04:00:00.003Z',
      ]);
    });

    it('keeps the record of each change, and none for a deletion', async () => {
      const ledger = (await create()).open();
      const deletion = draftOf('sds.a', { type: 'Delete', revision: 2, contentHash: null, cause: 'source-removed' });
      const appended = await ledger.append(
        [draftOf('sds.a'), deletion, draftOf('sds.b')],
        [entryOf('sds.a'), null, entryOf('sds.b')],
      );
      expect(await ledger.payloads(appended)).toEqual([entryOf('sds.a'), null, entryOf('sds.b')]);
      expect(appended[1]?.payload).toBeNull();
      expect(await Promise.all(appended.map((entry) => ledger.payload(entry)))).toEqual(
        await ledger.payloads(appended),
      );
    });

    it('refuses a creation without a record', async () => {
      const ledger = (await create()).open();
      await expect(ledger.append([draftOf('sds.a')], [null])).rejects.toThrow('The Create of sds.a lacks a record.');
      expect((await ledger.head()).seq).toBe(0);
    });

    it('cuts batches by size too, so that none outgrows an item', async () => {
      const ledger = (await create()).open();
      const changed = Array.from({ length: 1000 }, (_, index) => `property-number-${index}`);
      const names = namesOf('sds', 60);
      const update = (dataset: string) => draftOf(dataset, { type: 'Update', revision: 2, changed });
      await ledger.append(
        names.map(update),
        names.map((each) => entryOf(each)),
      );
      expect((await ledger.read(0, 100)).map(({ dataset }) => dataset)).toEqual(names);
    });

    it('finds the place of an instant', async () => {
      const log = await create();
      const at = Date.parse('2026-11-23T04:00:00.000Z');
      for (const hour of [0, 1, 2])
        await append(
          log.open(() => at + hour * 3_600_000),
          namesOf(`h${hour}`, 5),
        );
      const ledger = log.open();
      const places = [-1, 0, 1, 3_600_000, 3_600_004, 3_600_005, 99_999_999].map((ms) => lastBefore(ledger, at + ms));
      expect(await Promise.all(places)).toEqual([0, 0, 1, 5, 9, 10, 15]);
    });
  });
}
