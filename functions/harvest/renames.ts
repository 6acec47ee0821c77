/** Carries out what `catalogue/rename.ts` finds at a run's end: proposes moves, or makes them where a rule says so. */
import { changedProperties, fingerprint } from '#catalogue/fingerprint.ts';
import type { RecordState } from '#catalogue/record-state.ts';
import type { RemovalPlan } from '#catalogue/removal.ts';
import { findRenames, nextProposals, type Rename } from '#catalogue/rename.ts';
import { PermanentFailure } from '#functions/shared/failures.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import { problemCode } from '#schemas/problem-codes.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { RunRecord } from '#schemas/run.ts';
import type { ChangeWriter, PendingChange } from './change-writer.ts';
import type { ReadContext } from './read-context.ts';
import { deletionOf, type RemovedBy } from './removals.ts';
import { note } from './session.ts';
import type { SourceState } from './source-state.ts';

type LedgerReader = Pick<Ledger, 'read' | 'payload'>;

/** The last change of a dataset that carries its record: the one before its deletion, where it was deleted. */
async function lastRecord(
  ledger: LedgerReader,
  { id, lastSeq }: RecordState,
): Promise<{ readonly change: LedgerEntry; readonly entry: CatalogueEntry }> {
  let [change] = await ledger.read(lastSeq - 1, 1);
  if (change?.type === 'Delete' && change.previous !== null) [change] = await ledger.read(change.previous - 1, 1);
  const entry = change && (await ledger.payload(change));
  if (!change || !entry) throw new PermanentFailure(`The ledger holds no record of ${id} at ${lastSeq}.`);
  return { change, entry };
}

/** The kept record as it is under its new identifier. A dataset that had been removed meanwhile returns with it. */
function goesOn(
  from: RecordState,
  to: RecordState,
  { change, entry }: Awaited<ReturnType<typeof lastRecord>>,
  by: Omit<RemovedBy, 'cause'>,
): PendingChange {
  const { properties } = fingerprint(entry);
  const revision = from.revision + 1;
  const { live } = from;
  return {
    draft: {
      type: live ? 'Update' : 'Create',
      dataset: from.id,
      kind: change.kind,
      revision,
      contentHash: change.contentHash,
      previousHash: from.hash,
      changed: live ? [...new Set(['identifier', ...changedProperties(from.properties, properties)])] : [],
      source: change.source,
      run: by.run,
      observedAt: by.observedAt,
      cause: live ? 'source-updated' : 'source-returned',
      previous: from.lastSeq,
    },
    entry: { ...entry, id: from.id },
    state: {
      ...from,
      identifier: entry.identifier,
      kind: change.kind,
      live: true,
      revision,
      hash: change.contentHash,
      properties,
      missingRuns: 0,
      flaps: from.flaps + (live ? 0 : 1),
      kept: false,
      home: to.home,
      match: to.match,
      knownAs: to.id,
    },
  };
}

/**
 * The changes of a move: the provisional dataset goes with a tombstone that says what replaced it, and the old one goes on
 * with its record. In this order: whoever stops between the two knows from the tombstone where the identifier belongs, and
 * the next reading of it does the rest.
 */
export async function moveOf(
  ledger: LedgerReader,
  state: SourceState,
  { from, to }: Pick<Rename, 'from' | 'to'>,
  by: RemovedBy,
): Promise<PendingChange[]> {
  const old = state.records.get(from);
  const arrived = state.records.get(to);
  if (!old || !arrived) return [];
  const changes: PendingChange[] = [];
  const deletion = deletionOf(state, { id: to, reason: 'missing' }, by);
  if (deletion) {
    const { draft, entry, state: after } = deletion;
    changes.push({ draft: { ...draft, replacedBy: from }, entry, state: { ...after, movedTo: from } });
  }
  const isDone = old.live && old.knownAs === to && old.missingRuns === 0;
  if (!isDone) changes.push(goesOn(old, arrived, await lastRecord(ledger, arrived), by));
  return changes;
}

/** The balance sheet once a dataset goes on under another's identifier: what was counted as new is the old one, changed. */
export function rowsAfterMove(
  rows: Iterable<RunRecord>,
  { from, to }: Pick<Rename, 'from' | 'to'>,
  wasLive: boolean,
): RunRecord[] {
  const after = Array.from(rows).flatMap((row): RunRecord[] => {
    if (row.id === from && (row.outcome === 'missing' || row.outcome === 'held')) return [];
    if (row.id !== to || row.outcome === 'duplicate' || row.outcome === 'rejected') return [row];
    const gone: RunRecord = { outcome: 'removed', id: to, identifier: row.identifier, reason: `renamed: ${from}` };
    const { outcome } = row;
    if (!wasLive) return [{ ...row, id: from, outcome: 'returned' }, ...(outcome === 'created' ? [] : [gone])];
    if (outcome !== 'created') return [row, gone];
    return [{ ...row, id: from, outcome: 'updated', reason: 'identifier' }];
  });
  return after;
}

/** Pages list the dataset by the id that was kept: they can then stand for themselves when they are unchanged. */
export function movePages(state: SourceState, { from, to }: Pick<Rename, 'from' | 'to'>): void {
  const home = state.records.get(to)?.home ?? state.records.get(from)?.home ?? null;
  const page = home === null ? undefined : state.pages.get(home);
  if (!page) return;
  const records = page.records.map((id) => (id === to ? from : id));
  state.pages.set(page.key, { ...page, records });
}

async function move(
  ledger: LedgerReader,
  { session, state, touch }: ReadContext,
  writer: Pick<ChangeWriter, 'add' | 'flush'>,
  pairs: readonly Pick<Rename, 'from' | 'to'>[],
  observedAt: string,
): Promise<void> {
  const { run, seen } = session;
  const by = { run: run.id, observedAt, cause: 'source-removed' as const };
  for (const pair of pairs) {
    for (const change of await moveOf(ledger, state, pair, by)) await writer.add(change);
  }
  await writer.flush();
  for (const pair of pairs) {
    session.rows.replace((rows) => rowsAfterMove(rows, pair, true));
    seen.set(pair.from, seen.get(pair.to) ?? '');
    movePages(state, pair);
  }
  if (pairs.length > 0) touch();
}

/** Records that no complete run has compared with what went: those of this run, and those of runs that saw only a part. */
function* arrivedIn({ session, state }: ReadContext): Generator<RecordState> {
  const after = state.comparedTo ?? (session.run.changes?.first ?? Number.POSITIVE_INFINITY) - 1;
  for (const record of state.records.values()) {
    const { id, live, revision, lastSeq } = record;
    if (live && revision === 1 && lastSeq > after && session.seen.has(id)) yield record;
  }
}

function* goneBy({ state }: ReadContext, { missing, held, removals }: RemovalPlan): Generator<RecordState> {
  for (const id of [...missing, ...(held?.ids ?? []), ...removals.map((removal) => removal.id)]) {
    const record = state.records.get(id);
    if (record?.live) yield record;
  }
}

/** Moves that a dead worker of this very run had begun: its balance sheet still counts the provisional dataset as new. */
function* begunBefore({ session, state }: ReadContext): Generator<Pick<Rename, 'from' | 'to'>> {
  if (state.records.tally.moved === 0) return;
  for (const { id, outcome } of session.rows) {
    const from = outcome === 'created' && id !== null ? state.records.get(id)?.movedTo : undefined;
    if (id !== null && from !== undefined) yield { from, to: id };
  }
}

function tell({ session, state }: ReadContext): void {
  const { severity, en } = problemCode('looks-renamed');
  for (const { from, to, rejected } of state.renames) {
    if (rejected) continue;
    const [was, is] = [from, to].map((id) => state.records.get(id)?.identifier ?? id);
    note(session, {
      code: 'looks-renamed',
      severity,
      // Told of the one that went: no page lists it, so none repeats this when it comes back unchanged.
      record: from,
      property: 'identifier',
      message: `${en} ${was} → ${is}`,
    });
  }
}

/**
 * Looks for renames among what a run found absent. Under the rule `auto` a pair with equal links is moved at once; every
 * other is proposed to the operator, and nothing is done about it before they answer.
 * @returns how many were moved: what is missing must then be found anew.
 */
export async function settleRenames(
  ledger: LedgerReader,
  context: ReadContext,
  writer: Pick<ChangeWriter, 'add' | 'flush'>,
  planned: RemovalPlan,
  observedAt: string,
): Promise<number> {
  const { source, session, state, touch } = context;
  const { renames: rule = 'propose' } = source.removal;
  // What waits for approval is not in the catalogue yet, so nothing of it can be another's new name.
  if (rule === 'off' || session.run.waiting) return 0;
  const gone = [...goneBy(context, planned)];
  const found = gone.length === 0 ? [] : findRenames(gone, arrivedIn(context));
  const proposals = nextProposals(state.renames, found, session.run.id, (id) => state.records.get(id));
  const byRule = proposals.filter(({ evidence, rejected }) => rule === 'auto' && evidence === 'links' && !rejected);
  const pairs = [...begunBefore(context), ...byRule];
  await move(ledger, context, writer, pairs, observedAt);
  const open = proposals.filter((proposal) => !byRule.includes(proposal));
  if (JSON.stringify(open) !== JSON.stringify(state.renames)) touch();
  state.renames = open;
  tell(context);
  return pairs.length;
}

/** Notes at the end of a run that saw everything that all records up to here were compared. */
export function markCompared({ session, state }: ReadContext): void {
  if (session.run.changes !== null) state.comparedTo = session.run.changes.last;
}
