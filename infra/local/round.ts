/** One round of harvests: what start-runs started, watched until the last of them has ended. */
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { Run } from '#schemas/run.ts';
import type { Host } from './host.ts';
import { patiently } from './patiently.ts';
import type { SourceProgress } from './run-table.ts';

/** What start-runs answers, as a message that crossed a border. */
const Starts = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('started'), source: z.string(), run: z.string() }),
    z.object({ kind: z.literal('busy'), source: z.string() }),
    z.object({ kind: z.literal('not-due'), source: z.string(), dueAt: z.string() }),
    z.object({ kind: z.literal('disabled'), source: z.string() }),
    z.object({ kind: z.literal('unknown'), source: z.string() }),
    z.object({ kind: z.literal('waiting'), source: z.string(), until: z.string() }),
  ]),
);
type Start = z.infer<typeof Starts>[number];

/** How often runs are looked at: a look is one read of one item, and a command that waits should not wait for its own looking. */
const LOOK_MS = 50;

const noteOf = (start: Start): string | undefined => {
  switch (start.kind) {
    case 'not-due':
      return `not due until ${start.dueAt.slice(0, 16).replace('T', ' ')} UTC`;
    case 'waiting':
      return `not to be asked until ${start.until.slice(0, 16).replace('T', ' ')} UTC`;
    case 'disabled':
      return 'not enabled';
    case 'unknown':
      return 'not among the sources';
    default:
      return undefined;
  }
};

async function progressOf(host: Host, start: Start): Promise<SourceProgress> {
  const { source } = start;
  const [latest] = await host.stores.runs.bySource(source, { limit: 1 });
  const note = noteOf(start);
  if (start.kind === 'started') return { source, run: await host.stores.runs.get(start.run) };
  // A run that an earlier process left: it goes on now, whether or not another would be due.
  if (latest?.state === 'running') return { source, run: latest };
  return { source, run: latest, ...(note && { note }) };
}

const hasEnded = ({ run, note }: SourceProgress): boolean =>
  note !== undefined || (run !== undefined && run.state !== 'running');

export interface RoundOptions {
  readonly request: { readonly sources?: readonly string[]; readonly force?: boolean };
  readonly onProgress: (rows: readonly SourceProgress[]) => void;
  readonly signal: AbortSignal;
}

/**
 * Starts what is due, or what was asked for, and resolves when all of it has ended; a source that was busy is watched as
 * well, as its run goes on from where an earlier process left it. Resolves early when the signal is aborted.
 */
export async function runRound(host: Host, { request, onProgress, signal }: RoundOptions): Promise<SourceProgress[]> {
  const starts = Starts.parse(await host.invoke('start-runs', request));
  const watched = new Map<string, SourceProgress>();
  for (const start of starts) watched.set(start.source, await progressOf(host, start));
  for (;;) {
    const rows = [...watched.values()];
    onProgress(rows);
    if (rows.every(hasEnded) || signal.aborted) return rows;
    await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
    for (const row of rows.filter((one) => !hasEnded(one) && one.run)) {
      const run = await host.stores.runs.get(row.run?.id ?? '');
      watched.set(row.source, { ...row, run: run ?? row.run });
    }
  }
}

/** The views of the ledger: the functions that keep them, and the names that those give their checkpoints. */
const VIEWS = {
  project: 'datasets',
  'link-datasets': 'links',
  'assess-datasets': 'assessments',
  'index-search': 'search',
} as const;
type View = keyof typeof VIEWS;

/** Resolves when every change in the ledger is in these views of it. @throws what a view's function throws again and again. */
export async function catchUp(
  host: Host,
  signal: AbortSignal,
  views: readonly View[] = ['project', 'link-datasets', 'assess-datasets', 'index-search'],
): Promise<void> {
  const { seq: head } = await host.stores.ledger.head();
  for (const name of views) {
    const isBehind = async () => ((await host.stores.checkpoints.get(VIEWS[name]))?.seq ?? 0) < head;
    const call = patiently(() => host.invoke(name, {}));
    while (!signal.aborted && (await isBehind())) {
      await call();
      // Another worker holds the checkpoint and is at it.
      if (await isBehind()) await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** The runs of a round: not those that a source that was not due had earlier. */
export const runsOf = (rows: readonly SourceProgress[]): Run[] =>
  rows.flatMap(({ run, note }) => (run && !note ? [run] : []));
