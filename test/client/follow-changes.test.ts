import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '#client/client.ts';
import { ApiProblem, CursorExpired } from '#client/failures.ts';
import { type FollowOptions, followChanges } from '#client/follow-changes.ts';
import { creations } from '#test/functions/api/scene.ts';
import { type Served, serve } from '#test/functions/feeds/served.ts';

let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.stop());

const follow = (options: FollowOptions = {}) => followChanges(createClient(served.base), options);

async function numbers(options: FollowOptions = {}): Promise<number[]> {
  const seen: number[] = [];
  for await (const { seq } of follow({ untilHead: true, ...options })) seen.push(seq);
  return seen;
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('following the log', () => {
  test.each([1, 7, 100])('tells every change once and in order, by pages of %i', async (limit) => {
    await served.append(...creations(23));
    expect(await numbers({ limit })).toEqual(upTo(23));
  });

  test('goes on after the kept cursor, also where a filter left the pages empty', async () => {
    await served.append(...creations(3, 'sds'), ...creations(3, 'ssi'));
    let kept: string | undefined;
    const keep = (cursor: string) => {
      kept = cursor;
    };
    expect(await numbers({ source: 'nobody', keep })).toEqual([]);
    await served.append(...creations(2, 'kp'));
    expect(await numbers({ ...(kept !== undefined && { since: kept }) })).toEqual([7, 8]);
  });

  test('keeps a cursor only when the changes before it were dealt with', async () => {
    await served.append(...creations(5));
    const kept: string[] = [];
    for await (const { seq } of follow({ limit: 2, untilHead: true, keep: (cursor) => void kept.push(cursor) })) {
      // In the middle of the second page: the first is done, the second is not.
      if (seq === 3) break;
    }
    expect(kept).toHaveLength(1);
    expect(await numbers({ ...(kept[0] !== undefined && { since: kept[0] }) })).toEqual([3, 4, 5]);
  });

  test('waits at the end for as long as the service says, and tells what came meanwhile', async () => {
    await served.append(...creations(2));
    const waits: number[] = [];
    const sleep = async (ms: number) => {
      waits.push(ms);
      await served.append(...creations(1, `late${waits.length}`));
    };
    const seen: number[] = [];
    for await (const { seq } of follow({ sleep })) {
      seen.push(seq);
      if (seq === 4) break;
    }
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(waits).toEqual([300_000, 300_000]);
  });

  test('asks again, a while longer each time, when the service is busy', async () => {
    await served.append(...creations(1));
    const waits: number[] = [];
    served.refuse(3);
    expect(await numbers({ sleep: async (ms) => void waits.push(ms) })).toEqual([1]);
    expect(waits).toEqual([500, 1000, 2000]);
  });

  test('gives up when the service stays busy, and says what it answered', async () => {
    served.refuse(1000);
    const gaveUp = numbers({ sleep: async () => undefined });
    await expect(gaveUp).rejects.toMatchObject({ name: 'ApiProblem', status: 429 });
  });

  test('ends with the signal, also while it waits', async () => {
    const stop = new AbortController();
    const sleeping = follow({
      signal: stop.signal,
      sleep: async (_, signal) => {
        stop.abort();
        signal?.throwIfAborted();
      },
    });
    await expect(sleeping.next()).rejects.toThrow('abort');
  });

  test('a cursor of a log that is gone says that the catalogue must be copied anew', async () => {
    await expect(numbers({ since: 'c1.e0.1' })).rejects.toBeInstanceOf(CursorExpired);
  });

  test('a cursor that is none is the caller’s mistake, and is named so', async () => {
    const refused = await numbers({ since: 'x' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiProblem);
    expect(refused).toMatchObject({ code: 'invalid-cursor', status: 400 });
  });
});

test('the client knows each address, its parameters and its answer', async () => {
  await served.append(...creations(1));
  const client = createClient(`${served.base}/`);
  const { data } = await client.GET('/v1/datasets/{id}', { params: { path: { id: 'sds.d0000' } } });
  // Both are typed: neither line would compile for a member that is not described.
  expect(data?.source.id).toBe('sds');
  expect(data?.links.history).toBe(`${served.base}/v1/datasets/sds.d0000/changes`);
});
