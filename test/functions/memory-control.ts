/** Runs and sources for tests of the API, working in memory. */
import type { RunReader } from '#functions/api/ports.ts';
import { planFile } from '#functions/shared/file-sources.ts';
import type { KeptSource, SourceStore } from '#functions/shared/source-store.ts';
import { type Run, sourceOf } from '#schemas/run.ts';
import { Source } from '#schemas/source.ts';

const noCounts = {
  listed: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  duplicate: 0,
  rejected: 0,
  returned: 0,
  missing: 0,
  removed: 0,
  held: 0,
};

/** A run that succeeded without finding anything. */
export const runOf = (id: string, startedAt: string, over: Partial<Run> = {}): Run => ({
  id,
  source: sourceOf(id),
  state: 'succeeded',
  startedAt,
  endedAt: startedAt,
  coverage: 'complete',
  counts: noCounts,
  live: { before: 0, after: 0 },
  requests: 1,
  bytesReceived: 100,
  notModified: 0,
  problems: [],
  problemCount: 0,
  changes: null,
  ...over,
});

/** Runs, newest first; at most `most` of them in one answer, as a store that reads pages of a megabyte. */
export function memoryRuns(runs: readonly Run[], most = Number.POSITIVE_INFINITY): RunReader {
  const newest = runs.toSorted((a, b) =>
    a.startedAt === b.startedAt ? (a.id < b.id ? -1 : 1) : a.startedAt < b.startedAt ? 1 : -1,
  );
  const page = (found: readonly Run[], limit: number, before?: string) =>
    found.filter(({ startedAt }) => before === undefined || startedAt < before).slice(0, Math.min(limit, most));
  return {
    get: async (id) => newest.find((run) => run.id === id),
    bySource: async (source, { limit, before }) =>
      page(
        newest.filter((run) => run.source === source),
        limit,
        before,
      ),
    recent: async ({ limit, before }) => page(newest, limit, before),
  };
}

/** The register owner's source `sds`, with everything set that must not be shown to the world. */
export const exampleSource: Source = Source.parse({
  id: 'sds',
  title: { da: 'Sundhedsdatastyrelsen', en: 'Danish Health Data Authority' },
  owner: {
    id: 'sundhedsdatastyrelsen',
    name: { da: 'Sundhedsdatastyrelsen' },
    email: 'owner@sds.example',
    homepage: 'https://sds.example/',
  },
  format: 'dcat',
  url: 'https://user:password@sds.example/feed.ttl',
  settings: { apiKey: 'settings-secret' },
  defaults: { language: ['da'] },
});

/** A working store of sources that are the file's. */
export function memorySources(sources: readonly Source[]): SourceStore {
  const marks = { version: 1, managedBy: 'file', edited: null, fileHash: null, removedFromFile: null } as const;
  const all = new Map<string, KeptSource>(sources.map((source) => [source.id, { source, ...marks }]));
  const save = async (next: KeptSource) => {
    if ((all.get(next.source.id)?.version ?? 0) !== next.version - 1) return false;
    all.set(next.source.id, next);
    return true;
  };
  return {
    save,
    list: async () => [...all.values()].map(({ source }) => source),
    get: async (id) => all.get(id)?.source,
    kept: async (id) => all.get(id),
    listKept: async () => [...all.values()],
    async replaceAll(given) {
      const { saves, notes } = planFile([...all.values()], given, '2026-11-23T04:00:00.000Z');
      for (const next of saves) await save(next);
      return notes;
    },
  };
}
