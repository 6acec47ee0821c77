import { expect, test } from 'vitest';
import { type EraseContactsPorts, eraseContacts } from '#functions/erase-contacts/erase-contacts.ts';
import { memoryErased } from './memory-erased.ts';
import { memoryLedger, memoryLog } from './memory-ledger.ts';
import { memoryObjects } from './memory-objects.ts';

const ADDRESS = 'jens@o.example';
const OTHER = 'kirsten@o.example';
const AT = '2026-11-23T04:00:00.000Z';

function scene() {
  const erased = memoryErased();
  const objects = memoryObjects();
  let steps = Number.POSITIVE_INFINITY;
  const ports: EraseContactsPorts = {
    erased,
    objects,
    ledger: memoryLedger(memoryLog(), () => 0),
    runs: { bySource: async () => [], get: async () => undefined },
    leases: { take: async () => true, release: async () => undefined, all: async () => [] },
    announce: async () => undefined,
    clock: () => Date.parse(AT),
    suffix: () => 'abc123',
    tables: [],
    maskTable: async () => ({ masked: 0, missed: 0 }),
    removeLetters: async () => 0,
    rebuild: async (view) => ({ kind: 'busy', view }),
    pause: async () => undefined,
    base: 'https://data.example.dk',
    outOfTime: () => {
      steps -= 1;
      return steps < 0;
    },
  };
  const turns = (most: number): void => {
    steps = most;
  };
  return { ports, erased, objects, turns };
}

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? '').toString();

test('a person who asks while others are being erased is looked for from the beginning', async () => {
  const { ports, erased, objects, turns } = scene();
  await objects.put('dead/a.json', Buffer.from(JSON.stringify({ reason: `${ADDRESS} and ${OTHER}` })));
  await erased.add(ADDRESS, AT);
  expect(await eraseContacts(ports)).toMatchObject({ kind: 'unfinished', why: 'The view datasets is busy.' });
  expect(textOf(await objects.get('dead/a.json'))).toBe(`{"reason":"erased@erased.invalid and ${OTHER}"}`);

  await erased.add(OTHER, AT);
  expect(await eraseContacts(ports)).toMatchObject({ kind: 'unfinished' });
  expect(textOf(await objects.get('dead/a.json'))).toBe('{"reason":"erased@erased.invalid and erased@erased.invalid"}');
  turns(0);
  expect(await eraseContacts(ports)).toEqual({ kind: 'unfinished', why: 'Time ran out.' });
});

test('nothing is finished before the runs have ended that began before', async () => {
  const { ports, erased } = scene();
  await erased.add(ADDRESS, AT);
  const run = { id: 'kilde.1', source: 'kilde', startedAt: '2026-11-23T03:59:00.000Z' };
  const held: EraseContactsPorts = {
    ...ports,
    leases: { ...ports.leases, all: async () => [{ source: 'kilde', run: run.id, expiresAt: 0, heartbeatAt: 0 }] },
    runs: { ...ports.runs, get: async () => run as never },
    rebuild: async () => {
      throw new Error('no view is built yet');
    },
  };
  expect(await eraseContacts(held)).toEqual({
    kind: 'unfinished',
    why: 'A run of kilde began before the erasure and has not ended.',
  });
  expect(await erased.list()).toMatchObject([{ state: 'waiting' }]);
});

test('a view whose own function is at work is waited for, and no longer than a minute', async () => {
  const { ports, erased } = scene();
  await erased.add(ADDRESS, AT);
  const report = { epoch: 'e1', seq: 0, count: 0, cleared: 0, agrees: true, state: null, ledger: null };
  let asked = 0;
  const paused: number[] = [];
  const patient: EraseContactsPorts = {
    ...ports,
    pause: async (ms) => void paused.push(ms),
    rebuild: async (view) => {
      asked += 1;
      return asked % 3 === 0 ? { kind: 'done', report: { ...report, view } as never } : { kind: 'busy', view };
    },
  };
  expect(await eraseContacts(patient)).toMatchObject({ kind: 'done' });
  // Two pauses for each of the six views.
  expect(paused).toHaveLength(12);

  await erased.add(OTHER, AT);
  paused.length = 0;
  const never = { ...patient, rebuild: async (view: 'datasets') => ({ kind: 'busy' as const, view }) };
  expect(await eraseContacts(never as never)).toMatchObject({ kind: 'unfinished', why: 'The view datasets is busy.' });
  expect(paused.reduce((sum, ms) => sum + ms)).toBe(60_000);
});
