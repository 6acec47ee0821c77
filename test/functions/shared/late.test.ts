import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { TransientFailure } from '#functions/shared/failures.ts';
import { late } from '#functions/shared/late.ts';
import { lateObjectStore } from '#functions/shared/late-object-store.ts';
import { memoryObjects } from '../memory-objects.ts';

describe('what is loaded late', () => {
  test('is loaded when it is first asked for, and once for all who ask', async () => {
    let loads = 0;
    const part = late(async () => {
      loads += 1;
      return { number: loads };
    });
    expect(loads).toBe(0);
    const [one, other] = await Promise.all([part(), part()]);
    expect(one).toBe(other);
    expect(await part()).toBe(one);
    expect(loads).toBe(1);
  });

  test('and cannot be loaded may work later: whoever needs it next asks for it again', async () => {
    const missing = new Error('EMFILE: too many open files');
    const answers = [Promise.reject(missing), Promise.resolve('the part')];
    const part = late(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
    const failure = await part().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TransientFailure);
    expect(failure).toMatchObject({ cause: missing });
    expect(await part()).toBe('the part');
    expect(await part()).toBe('the part');
  });
});

test('objects whose store comes late are those of the store', async () => {
  const store = memoryObjects();
  const objects = lateObjectStore(late(async () => store));
  await objects.put('a/1', Buffer.from('one'), { contentType: 'text/plain' });
  await objects.putStream('a/2', Readable.from([Buffer.from('two')]));
  expect(await Array.fromAsync(objects.list('a/'))).toEqual(['a/1', 'a/2']);
  expect(Buffer.from((await objects.get('a/1')) ?? []).toString()).toBe('one');
  expect(Buffer.concat(await Array.fromAsync((await objects.getStream('a/2')) ?? [])).toString()).toBe('two');
  await objects.remove('a/1');
  expect([await objects.exists('a/1'), await store.exists('a/2')]).toEqual([false, true]);
  expect(await objects.get('a/1')).toBeUndefined();
});
