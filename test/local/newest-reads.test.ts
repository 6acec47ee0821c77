import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { afterAll, expect, it } from 'vitest';
import { readNewest } from '#infra/local/newest-reads.ts';

const KEYS = 300;
const VALUE = 'x'.repeat(20_000);
/** The unmended engine read an older version within ten rounds; each writes some 6 MB. */
const ROUNDS = 14;
/** Writes between two readers that stay, and how many of those stay at once. */
const READ_EVERY = 100;
const READERS = 60;

const folder = mkdtempSync(join(tmpdir(), 'newest-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Numbers that look drawn and are the same each time. */
function draws(): (below: number) => number {
  let state = 7;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}

it('what was written last is read, also while others read and the engine tidies up (google/leveldb#320)', async () => {
  readNewest();
  const options = { writeBufferSize: 512 * 1024, maxFileSize: 1024 * 1024, compression: false };
  const database = new ClassicLevel(join(folder, 'tables'), options);
  const draw = draws();
  const written = new Map<string, string>();
  const readers: { close(): Promise<void> }[] = [];
  const stale: string[] = [];
  for (let round = 0; round < ROUNDS && stale.length === 0; round += 1) {
    for (let write = 0; write < KEYS; write += 1) {
      const key = String(draw(KEYS)).padStart(6, '0');
      const value = `${round} ${write} ${VALUE}`;
      written.set(key, value);
      await database.put(key, value);
      if (write % READ_EVERY !== 0) continue;
      const reader = database.iterator();
      await reader.next();
      readers.push(reader);
      if (readers.length > READERS) await readers.shift()?.close();
    }
    for (const [key, value] of written) if ((await database.get(key)) !== value) stale.push(`${key} in round ${round}`);
  }
  expect(stale).toEqual([]);
  expect(await database.get('nowhere')).toBeUndefined();
  for (const reader of readers) await reader.close();
  await database.close();
});
