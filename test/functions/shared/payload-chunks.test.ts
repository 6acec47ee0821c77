import { expect, it } from 'vitest';
import { payloadChunks } from '#functions/shared/payload-chunks.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import { draftOf } from '../drafts.ts';

const change = (seq: number, key: string | null): LedgerEntry => ({
  ...draftOf(`sds.r${seq}`),
  seq,
  published: '2026-11-23T04:00:00.000Z',
  payload: key === null ? null : { key, line: 0 },
});

it('takes no more payload objects into memory than four at a time, and every change once and in order', () => {
  const changes = Array.from({ length: 20 }, (_, index) => change(index + 1, `object ${Math.floor(index / 2)}`));
  const chunks = [...payloadChunks(changes, 500)];
  expect(chunks.map((chunk) => new Set(chunk.map(({ payload }) => payload?.key)).size)).toEqual([4, 4, 2]);
  expect(chunks.flat()).toEqual(changes);
});

it('cuts also what lies in one object, and takes deletions along', () => {
  const changes = Array.from({ length: 5 }, (_, index) => change(index + 1, index % 2 === 0 ? 'one' : null));
  expect([...payloadChunks(changes, 2)].map((chunk) => chunk.length)).toEqual([2, 2, 1]);
});
