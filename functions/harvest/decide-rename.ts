/** An operator's word on an identifier that looks renamed: `confirm` moves the record, `reject` never asks again. */

import { countOutcomes } from '#catalogue/balance.ts';
import type { RecordState } from '#catalogue/record-state.ts';
import type { ProposedRename, Rename } from '#catalogue/rename.ts';
import { runId } from '#functions/shared/clock.ts';
import { latestRun } from '#functions/shared/latest-run.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { Run } from '#schemas/run.ts';
import { ChangeWriter } from './change-writer.ts';
import type { DecideHeldPorts } from './decide-held.ts';
import { moveOf, movePages, rowsAfterMove } from './renames.ts';
import { repairState } from './repair-state.ts';
import { type RunFileStore, readRunRecords, readState, writeRunRecords, writeState } from './run-files.ts';
import { newSession } from './session.ts';
import type { SourceState } from './source-state.ts';

export interface DecideRenamePorts extends DecideHeldPorts {
  readonly runs: Pick<RunStore, 'get' | 'save' | 'bySource'>;
}

type Pair = Pick<Rename, 'from' | 'to'>;

/** What came of the decision. `impossible` says why the two cannot be one dataset. */
export type RenameDecision =
  | { readonly kind: 'done'; readonly changes: Run['changes'] }
  | { readonly kind: 'busy' }
  | { readonly kind: 'impossible'; readonly detail: string };

/** The proposals of a source, also those that were rejected. */
export const listRenames = async (objects: RunFileStore, source: string): Promise<readonly ProposedRename[]> =>
  (await readState(objects, source)).renames;

const impossible = (detail: string): RenameDecision => ({ kind: 'impossible', detail });

/** Why a pair that an operator names cannot be moved; undefined when it can. */
function obstacle(state: SourceState, { from, to }: Pair): string | undefined {
  const [old, arrived]: (RecordState | undefined)[] = [state.records.get(from), state.records.get(to)];
  if (!old || !arrived || from === to) return 'The source never had two such datasets.';
  if (!arrived.live) return `${to} is not live.`;
  if (old.kind !== arrived.kind) return 'One is a dataset and the other a series.';
  if (old.live && old.missingRuns === 0) return `${from} is still listed by the source.`;
  return old.movedTo === undefined ? undefined : `${from} goes on as ${old.movedTo} already.`;
}

/** The latest run's report, with the move in it: what it counted as new is the old dataset, changed. */
async function rewriteReport(ports: DecideRenamePorts, run: Run, pair: Pair, wasLive: boolean): Promise<void> {
  const rows = await readRunRecords(ports.objects, run.id);
  // A run that did not list the new identifier says nothing about it, and its sums stay as they are.
  if (!rows.some(({ id }) => id === pair.to)) return;
  const after = rowsAfterMove(rows, pair, wasLive);
  await writeRunRecords(ports.objects, run.id, after);
  const outcomes = after.map(({ outcome }) => outcome);
  const counts = countOutcomes(outcomes, run.counts.listed);
  const { before } = run.live;
  const live = { before, after: before + counts.created + counts.returned - counts.removed };
  await ports.runs.save({ ...run, counts, live });
}

async function confirm(ports: DecideRenamePorts, state: SourceState, run: Run, pair: Pair): Promise<RenameDecision> {
  const why = obstacle(state, pair);
  if (why !== undefined) return impossible(why);
  const wasLive = state.records.get(pair.from)?.live === true;
  const session = newSession({ ...run, changes: null });
  const writer = new ChangeWriter({ ...ports, heartbeat: async () => undefined }, state, session);
  const observedAt = new Date(ports.clock()).toISOString();
  for (const change of await moveOf(ports.ledger, state, pair, { run: run.id, observedAt, cause: 'manual' })) {
    await writer.add(change);
  }
  await writer.flush();
  movePages(state, pair);
  state.renames = state.renames.filter(({ from, to }) => from !== pair.from && to !== pair.to);
  const ids = state.held?.ids.filter((id) => id !== pair.from) ?? [];
  state.held = state.held && ids.length > 0 ? { ...state.held, ids } : null;
  await writeState(ports.objects, state);
  await rewriteReport(ports, run, pair, wasLive);
  return { kind: 'done', changes: session.run.changes };
}

async function reject(ports: DecideRenamePorts, state: SourceState, run: Run, pair: Pair): Promise<RenameDecision> {
  const same = ({ from, to }: Pair) => from === pair.from && to === pair.to;
  const asked = state.renames.find(same) ?? { ...pair, since: run.id, evidence: 'title', rejected: false };
  state.renames = [...state.renames.filter((one) => !same(one)), { ...asked, rejected: true }];
  await writeState(ports.objects, state);
  return { kind: 'done', changes: null };
}

/**
 * Decides under the source's lease, so that no run decides about the same records at the same time. The operator may also
 * name a pair that was not proposed, as long as the old identifier is not listed any more.
 */
export async function decideRename(
  ports: DecideRenamePorts,
  source: string,
  pair: Pair,
  decision: 'confirm' | 'reject',
): Promise<RenameDecision> {
  const run = await latestRun(ports.runs, source);
  if (!run) return impossible('The source was never harvested.');
  const now = ports.clock();
  const holder = runId(source, now, ports.suffix(now));
  if (!(await ports.leases.take(source, holder, now))) return { kind: 'busy' };
  try {
    const state = await readState(ports.objects, source);
    await repairState(state, run.id, ports.ledger);
    return await (decision === 'confirm' ? confirm : reject)(ports, state, run, pair);
  } finally {
    await ports.leases.release(source, holder);
  }
}
