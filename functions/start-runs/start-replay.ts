/** Starts a run that reads the archived pages of an earlier one: after a mapping was mended, without asking the source. */
import { hasPages } from '#functions/harvest/replay.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { Run } from '#schemas/run.ts';
import { type StartRunsPorts, startRun } from './start-runs.ts';

export interface StartReplayPorts extends Omit<StartRunsPorts, 'sources' | 'runs'> {
  readonly runs: Pick<RunStore, 'get' | 'save' | 'bySource'>;
  readonly objects: Pick<ObjectStore, 'exists'>;
}

/** What came of it. `overtaken`: a later run has read the source, so the older pages would put back what it said before. */
export type ReplayStart =
  | { readonly kind: 'started'; readonly run: string }
  | { readonly kind: 'busy' }
  | { readonly kind: 'unknown-run' }
  | { readonly kind: 'not-kept' }
  | { readonly kind: 'overtaken'; readonly by: string };

/** Runs looked through for a later one; a source whose last runs all failed has its last good one behind them. */
const LOOK_BACK = 100;

/** A run that read its source and took over what it said: not one that failed, a replay, or a preview. */
const hasRead = ({ state, replay, preview }: Run): boolean =>
  state !== 'failed' && state !== 'running' && !replay && !preview;

/**
 * @param dryRun only shows what would change: the run ends as held, its difference can be read, and it may be released.
 */
export async function startReplay(ports: StartReplayPorts, id: string, dryRun: boolean): Promise<ReplayStart> {
  const run = await ports.runs.get(id);
  if (!run) return { kind: 'unknown-run' };
  if (run.endedAt === null || !(await hasPages(ports.objects, id))) return { kind: 'not-kept' };
  const later = (await ports.runs.bySource(run.source, { limit: LOOK_BACK })).find(
    (other) => hasRead(other) && other.startedAt > run.startedAt,
  );
  if (later) return { kind: 'overtaken', by: later.id };
  // A replay of a replay reads the same pages.
  const start = await startRun(ports, run.source, { force: true, replay: { of: run.replay?.of ?? id, dryRun } });
  return start.kind === 'started' ? { kind: 'started', run: start.run } : { kind: 'busy' };
}
