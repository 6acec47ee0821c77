/** A running system with something for an operator to see: sources of the test's own feeds that are added, harvested and decided. */
import { z } from 'zod';
import { feeds } from './feeds.ts';

const RunState = z.object({ state: z.string() });
const Started202 = z.object({ run: z.string() });

/** Between two looks at a run. */
const LOOK_MS = 100;

export interface Operated {
  call(method: string, path: string, body?: object): Promise<unknown>;
  /** Keeps a source of the test's own feed, whose removals are decided at once. */
  addSource(id: string, title: string): Promise<unknown>;
  /** Harvests a source now. @returns the run and the state in which it ended. */
  harvest(id: string): Promise<{ run: string; state: string }>;
}

/** Titles of a feed's records. */
export const titled = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name} register nr. ${index} på Ærø`);

/** @param host where the feeds are, `http://127.0.0.1:PORT`. */
export function operate({ address, token }: { address: string; token: string }, host: string): Operated {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.json();
  };
  return {
    call,
    addSource: (id, title) =>
      call('POST', '/v1/sources', {
        id,
        title: { da: title },
        owner: { id: 'test-ejer', name: { da: 'Testejeren' } },
        format: 'dcat',
        url: `${host}/${id}.ttl`,
        removal: { missingRuns: 1 },
        politeness: { requestsPerSecond: 100 },
      }),
    async harvest(id) {
      const { run } = Started202.parse(await call('POST', `/v1/sources/${id}/runs`, {}));
      for (;;) {
        const { state } = RunState.parse(await call('GET', `/v1/runs/${run}`));
        if (state !== 'running') return { run, state };
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    },
  };
}

/** What the overview, the lists and a run's page have to show: a held run, a broken source, one that is well. */
export async function playOperation({ addSource, harvest }: Operated): Promise<{ held: string; broken: string }> {
  feeds.set('/svinder.ttl', titled('Svindende', 8));
  await addSource('svinder', 'Den svindende kilde');
  await harvest('svinder');
  feeds.set('/svinder.ttl', titled('Svindende', 2));
  const held = await harvest('svinder');
  feeds.set('/knaekker.ttl', titled('Knækkende', 2));
  await addSource('knaekker', 'Kilden, der knækker');
  await harvest('knaekker');
  feeds.delete('/knaekker.ttl');
  const broken = await harvest('knaekker');
  return { held: held.run, broken: broken.run };
}
