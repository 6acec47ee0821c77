/** Ends a run that walked its pages: decides about what is missing, counts, and writes the report. */
import { countOutcomes, discrepanciesOf } from '#catalogue/balance.ts';
import { type Cover, coverOf } from '#catalogue/coverage.ts';
import { planRemovals, type RemovalPlan } from '#catalogue/removal.ts';
import type { Clock } from '#functions/shared/clock.ts';
import { putFailedRun } from '#functions/shared/dead-letters.ts';
import { PermanentFailure } from '#functions/shared/failures.ts';
import type { LeaseStore } from '#functions/shared/lease-store.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { Usage } from '#schemas/cost.ts';
import { problemCode } from '#schemas/problem-codes.ts';
import type { Outcome, Run, RunRecord, RunState, Waiting } from '#schemas/run.ts';
import { billOf } from './bill.ts';
import type { ChangeWriter } from './change-writer.ts';
import { keepWaiting, nothingWaits, takePlace, waitingOf, waitingReason } from './end-waiting.ts';
import { clearHeldBack } from './held-back.ts';
import type { ReadContext } from './read-context.ts';
import { deletionOf } from './removals.ts';
import { markCompared, settleRenames } from './renames.ts';
import { writePages } from './replay.ts';
import { type RunFileStore, writeRunRecords, writeState } from './run-files.ts';
import { writeProblems } from './run-problems.ts';
import { note, type Session } from './session.ts';
import { driftReason, settleDrift } from './settle-drift.ts';
import { setMarks } from './since.ts';
import { countLive, type SourceState } from './source-state.ts';

export interface EndRunPorts {
  readonly runs: Pick<RunStore, 'get' | 'save'>;
  readonly leases: Pick<LeaseStore, 'release'>;
  readonly ledger: Pick<Ledger, 'read' | 'payload' | 'payloads'>;
  readonly objects: RunFileStore;
  readonly clock: Clock;
  /** What this invocation used until now; absent where nothing is metered. */
  readonly usage?: () => Usage;
}

/** Records that the pages named: all but those that only the run's end speaks of. */
const AT_THE_END: ReadonlySet<Outcome> = new Set(['missing', 'removed', 'held']);

const isListed = ({ outcome, waits }: RunRecord): boolean =>
  waits === undefined ? !AT_THE_END.has(outcome) : waits !== 'removed';

function coverage({ session, state }: ReadContext): Cover {
  const cover = coverOf(session.pages, (key) => state.pages.get(key)?.parent);
  for (const { page, claimed, listed } of cover.short) {
    const message = `${problemCode('fewer-than-claimed').en} It says ${claimed}; ${listed} were listed.`;
    note(session, { code: 'fewer-than-claimed', severity: 'error', message, place: { page } });
  }
  return cover;
}

function plan({ session, state, source }: ReadContext, cover: Cover): RemovalPlan {
  // Asked only for what changed, a source is silent about everything else; only its own word removes then.
  const listsAll = session.run.scope === undefined;
  // A run of changes that names none as gone, of a source of which none is absent, has nothing to walk all records for.
  const canChange = listsAll || session.deletions.size > 0 || state.held !== null || state.records.tally.absent > 0;
  return planRemovals({
    run: session.run.id,
    rules: source.removal,
    records: canChange ? state.records.values() : [],
    liveBefore: session.run.live.before,
    isSeen: (id) => session.seen.has(id),
    seenCount: listsAll ? session.seen.size : state.records.size,
    deletions: session.deletions,
    isCovered: (home) => listsAll && cover.isCovered(home),
    held: state.held,
  });
}

async function remove(
  { session, state }: ReadContext,
  writer: Pick<ChangeWriter, 'add' | 'flush'>,
  removals: RemovalPlan['removals'],
  observedAt: string,
): Promise<void> {
  for (const removal of removals) {
    const change = deletionOf(state, removal, { run: session.run.id, observedAt, cause: 'source-removed' });
    if (!change) continue;
    const { id, identifier } = change.state;
    const outcome = session.run.waiting
      ? { outcome: 'held' as const, waits: 'removed' as const }
      : { outcome: 'removed' as const };
    session.rows.push({ ...outcome, id, identifier, reason: removal.reason });
    await writer.add(change);
  }
  await writer.flush();
}

/** Removals that a dead worker of this very run had appended before the run was taken up again. */
function addRemovedBefore({ session, state, done }: ReadContext): void {
  for (const [id, outcome] of done) {
    if (outcome !== 'removed' || state.records.get(id)?.live) continue;
    session.rows.push({ outcome, id, identifier: state.records.get(id)?.identifier ?? null, reason: 'missing' });
  }
}

function addAbsent({ session, state }: ReadContext, { missing, held }: RemovalPlan): void {
  const identifierOf = (id: string) => state.records.get(id)?.identifier ?? null;
  for (const id of missing) session.rows.push({ outcome: 'missing', id, identifier: identifierOf(id) });
  for (const id of held?.ids ?? []) session.rows.push({ outcome: 'held', id, identifier: identifierOf(id) });
}

/** Notes the absences; says whether the state is another than before. */
function keepAbsences(state: SourceState, { states, held }: RemovalPlan): boolean {
  for (const record of states) state.records.set(record.id, record);
  const changed = states.length > 0 || JSON.stringify(state.held) !== JSON.stringify(held);
  state.held = held;
  return changed;
}

/** Forgets pages that a complete run no longer met and that are nobody's last known place. */
function forgetPages(state: SourceState, session: Session): boolean {
  const homes = new Set<string | null>();
  for (const { live, home } of state.records.values()) if (live) homes.add(home);
  let changed = false;
  for (const key of state.pages.keys()) {
    if (session.pages.has(key) || homes.has(key)) continue;
    state.pages.delete(key);
    changed = true;
  }
  return changed;
}

/** The state that a run ends in, and the sentence that says why. */
function verdict(
  session: Session,
  cover: Cover,
  held: number,
  waiting?: Waiting,
): { state: RunState; reason?: string } {
  const { run, pages, rows } = session;
  const lost = [...pages.values()].filter(({ whole }) => !whole).length;
  const [first] = run.problems.filter(({ severity }) => severity === 'error');
  if (cover.coverage === 'none' && rows.length === 0) {
    return { state: 'failed', reason: first?.message ?? 'No page of the source could be read.' };
  }
  if (waiting && !run.preview) return { state: 'held', reason: waitingReason(waiting) };
  if (held > 0 && !run.preview) {
    return {
      state: 'held',
      reason: `${held} of ${run.live.before} records would be removed, more than the source's rules let pass. They are kept until an operator releases or rejects them, or until enough runs say the same.`,
    };
  }
  if (cover.coverage === 'complete') return { state: 'succeeded' };
  const why = first ? ` First cause: ${first.message}` : '';
  return {
    state: 'partial',
    reason: `${lost} of ${pages.size} pages were not seen whole; nothing is removed because of what they may hold.${why}`,
  };
}

/**
 * Ends the run and gives the source back.
 * @throws PermanentFailure when the sums do not balance: that is a fault of ours, and a report that hides it would be worse.
 */
export async function endRun(
  ports: EndRunPorts,
  context: ReadContext,
  writer: Pick<ChangeWriter, 'add' | 'flush'>,
  isDirty: () => boolean,
): Promise<Run> {
  const { session, state } = context;
  const endedAt = new Date(ports.clock()).toISOString();
  const [drift] = await settleDrift(ports, context, writer);
  const cover = coverage(context);
  const found = plan(context, cover);
  const moved = await settleRenames(ports.ledger, context, writer, found, endedAt);
  const planned = moved === 0 ? found : plan(context, cover);
  const absencesChanged = keepAbsences(state, planned);
  await remove(context, writer, planned.removals, endedAt);
  addRemovedBefore(context);
  addAbsent(context, planned);
  const isComplete = cover.coverage === 'complete';
  const forgot = isComplete && session.run.scope === undefined && forgetPages(state, session);
  if (isComplete && session.run.scope === undefined) markCompared(context);
  const marked = isComplete && !session.run.replay && setMarks(context);

  const { rows } = session;
  const { waiting: _, lastFailure: _passed, ...run } = session.run;
  // A family that drifted waits also when nothing in it changed: an operator may say that it is as it should be.
  const waiting = waitingOf(rows) ?? ((drift || run.preview) && nothingWaits());
  const outcomes: Outcome[] = [];
  let listed = 0;
  for (const row of rows) {
    outcomes.push(row.outcome);
    if (isListed(row)) listed += 1;
  }
  const ended: Run = {
    ...run,
    ...(waiting && { waiting }),
    ...verdict(session, cover, planned.held?.ids.length ?? 0, waiting),
    ...(drift && { state: 'held' as const, reason: driftReason(drift) }),
    endedAt,
    coverage: cover.coverage === 'none' && listed > 0 ? 'partial' : cover.coverage,
    counts: countOutcomes(outcomes, listed),
    live: { before: run.live.before, after: countLive(state) },
  };
  const [wrong] = discrepanciesOf(ended);
  if (wrong)
    throw new PermanentFailure(
      `The sums do not balance: ${wrong.equation} is ${wrong.actual} and not ${wrong.expected}.`,
    );

  if (ended.changes !== null) state.ledgerSeq = Math.max(state.ledgerSeq, ended.changes.last);
  await writeRunRecords(ports.objects, run.id, rows);
  // Without its pages a preview cannot be replayed either, which would publish what it was only to show.
  if (!run.preview) await writePages(ports.objects, run.id, session.archived);
  await writeProblems(ports.objects, context, isComplete);
  const isAnother = isDirty() || absencesChanged || forgot || marked || ended.changes !== null;
  if (waiting) await keepWaiting(ports.objects, context);
  // What did not drift is published, and its state is kept.
  if ((drift || !waiting) && isAnother && !run.replay?.dryRun && !run.preview) await writeState(ports.objects, state);
  if (context.source.approve !== 'never' || context.heldBack) await takePlace(ports, ended, waiting !== undefined);
  if (ended.state === 'failed' && !run.preview) await putFailedRun(ports.objects, ended);
  const billed = { ...ended, ...billOf(ended, ports.usage) };
  await ports.runs.save(billed);
  if (session.heldBackBatches > 0) await clearHeldBack(ports.objects, run.id);
  await ports.leases.release(run.source, run.id);
  return billed;
}
