/** Where a source's first run begins to look into the ledger. */
import { expect, it } from 'vitest';
import { readOwnState } from '#functions/harvest/own-state.ts';
import { readWrittenState } from '#functions/harvest/run-files.ts';
import type { Run } from '#schemas/run.ts';
import { draftOf, entryOf } from '../drafts.ts';
import { memoryLedger, memoryLog } from '../memory-ledger.ts';
import { memoryObjects } from '../memory-objects.ts';

async function worldWith(runs: readonly Pick<Run, 'id'>[]) {
  const ledger = memoryLedger(memoryLog(), () => 0);
  await ledger.append([draftOf('anden.a'), draftOf('anden.b')], [entryOf('anden.a'), entryOf('anden.b')]);
  // Only their number is looked at.
  return { ledger, objects: memoryObjects(), runs: { bySource: async () => runs as Run[] } };
}

it('begins a first run where the log ends, and has written so before anything is appended', async () => {
  const ports = await worldWith([{ id: 'kilde.1' }]);
  expect((await readOwnState(ports, 'kilde')).ledgerSeq).toBe(2);
  expect((await readWrittenState(ports.objects, 'kilde'))?.ledgerSeq).toBe(2);
});

it('keeps that place for the worker that takes the run up after the first has appended', async () => {
  const ports = await worldWith([{ id: 'kilde.1' }]);
  await readOwnState(ports, 'kilde');
  await ports.ledger.append([draftOf('kilde.a')], [entryOf('kilde.a')]);
  expect((await readOwnState(ports, 'kilde')).ledgerSeq).toBe(2);
});

it('reads the log from its beginning for a source that had runs and has no state', async () => {
  const ports = await worldWith([{ id: 'kilde.2' }, { id: 'kilde.1' }]);
  expect((await readOwnState(ports, 'kilde')).ledgerSeq).toBe(0);
});
