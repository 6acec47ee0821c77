import { expect, it } from 'vitest';
import { TransientFailure } from '#functions/shared/failures.ts';
import { startRuns } from '#functions/start-runs/start-runs.ts';
import { Source } from '#schemas/source.ts';

const COUNT = 30;
const sources = Array.from({ length: COUNT }, (_, index) =>
  Source.parse({ id: `kilde-${index}`, owner: { id: 'ejer' }, format: 'dcat', url: `https://kilde${index}.dk/` }),
);

const scene = (failing: readonly string[] = []) => {
  const sent: string[] = [];
  let suffix = 0;
  const ports = {
    sources: { list: async () => sources },
    runs: {
      bySource: async (source: string) => {
        if (failing.includes(source)) throw new TransientFailure('ThrottlingException: Rate exceeded');
        return [];
      },
      save: async () => undefined,
    },
    leases: { take: async () => true, release: async () => undefined },
    queue: { send: async ({ source }: { source: string }) => void sent.push(source) },
    clock: () => Date.parse('2026-01-01T00:00:00Z'),
    suffix: () => {
      suffix += 1;
      return String(suffix).padStart(6, '0');
    },
  };
  return { ports, sent };
};

it('answers for every source in the order in which they were given', async () => {
  const { ports } = scene();
  const starts = await startRuns(ports, {});
  expect(starts.map(({ source }) => source)).toEqual(sources.map(({ id }) => id));
  const named = await startRuns(ports, { sources: ['kilde-7', 'ukendt', 'kilde-2'] });
  expect(named.map(({ kind, source }) => `${kind} ${source}`)).toEqual([
    'started kilde-7',
    'unknown ukendt',
    'started kilde-2',
  ]);
});

it('starts the others although some sources cannot be looked at, and tells of it', async () => {
  const failing = sources.slice(3, 20).map(({ id }) => id);
  const { ports, sent } = scene(failing);
  await expect(startRuns(ports, {})).rejects.toThrow('Rate exceeded');
  expect(new Set(sent)).toEqual(new Set(sources.map(({ id }) => id).filter((id) => !failing.includes(id))));
});
