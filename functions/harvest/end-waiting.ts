/** Ends a run whose changes wait: keeps the set and what it would do, and lets go of the set of an earlier run. */
import type { Run, RunRecord, Waiting } from '#schemas/run.ts';
import { type DropPorts, dropWaiting } from './decide-waiting.ts';
import type { ReadContext } from './read-context.ts';
import { type RunFileStore, writeWaitingState } from './run-files.ts';
import { closePreview, closeWaiting, readWaitingRun, writeWaitingRun } from './waiting-changes.ts';

/** How many records wait, by what becomes of them; undefined when none does. */
export function waitingOf(rows: Iterable<RunRecord>): Waiting | undefined {
  const waiting = { created: 0, updated: 0, returned: 0, removed: 0 };
  let any = false;
  for (const { waits } of rows) {
    if (waits === undefined) continue;
    waiting[waits] += 1;
    any = true;
  }
  return any ? waiting : undefined;
}

/** A run that waits, before anything does. */
export const nothingWaits = (): Waiting => ({ created: 0, updated: 0, returned: 0, removed: 0 });

/** The sentence that tells an operator what waits. */
export const waitingReason = ({ created, updated, returned, removed }: Waiting): string =>
  `${created} new, ${updated} changed, ${returned} returned and ${removed} removed records wait for an operator, who can look at the difference and release or reject it.`;

/** Keeps the set beside the run, or of a preview only what it would do; the source's own state is not touched. */
export async function keepWaiting(objects: RunFileStore, { session, state }: ReadContext): Promise<void> {
  if (session.run.preview) return closePreview(objects, session.run.id, session.waitingBatches);
  await closeWaiting(objects, session.run.id, session.waitingBatches);
  await writeWaitingState(objects, session.run.id, state, 'after');
}

/**
 * Makes this run the one whose changes wait for its source, or says that none do; an earlier run's set is dropped, since
 * this one has looked at the source after it. A replay has not looked at the source, and a preview has nothing to release: they
 * take nobody's place.
 */
export async function takePlace(ports: DropPorts, run: Run, waits: boolean): Promise<void> {
  if (run.replay || run.preview) return;
  const before = await readWaitingRun(ports.objects, run.source);
  const now = waits ? run.id : null;
  if (before === now) return;
  await writeWaitingRun(ports.objects, run.source, now);
  const overtaken = before === null || before === run.id ? undefined : await ports.runs.get(before);
  if (overtaken?.state === 'held' && overtaken.waiting) await dropWaiting(ports, overtaken, 'overtaken');
}
