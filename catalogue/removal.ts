/** When a record that a source no longer lists may be removed (docs/decisions/0003): absence is not deletion. */
import * as z from 'zod';
import type { Source } from '#schemas/source.ts';
import type { RecordState } from './record-state.ts';

/** A record that came and went twice waits this many times longer: the DOE feed dropped and relisted hundreds for weeks. */
const FLAPPING_PATIENCE = 3;
/** As many returns make a record a flapping one. */
const FLAPPING_FROM = 2;

/** Removals that wait for an operator, or for the source to say the same often enough. Kept with the source's state. */
export const HeldSet = z.object({
  /** The run that held them first. */
  since: z.string(),
  /** Dataset ids, sorted. */
  ids: z.array(z.string()),
  /** Runs in a row that wanted exactly these removals, the first one counted. */
  consistentRuns: z.number().int().min(0),
});
export type HeldSet = z.infer<typeof HeldSet>;

/** What a run knows at its end. */
export interface RunEnd {
  readonly run: string;
  readonly rules: Source['removal'];
  /** All records of the source, as they were before the run counted absence. */
  readonly records: Iterable<RecordState>;
  /** Live records before the run's own additions and removals. */
  readonly liveBefore: number;
  readonly isSeen: (id: string) => boolean;
  /** How many records the run saw at all. */
  readonly seenCount: number;
  /** Ids that the source itself says are gone. */
  readonly deletions: ReadonlySet<string>;
  readonly isCovered: (home: string | null) => boolean;
  readonly held: HeldSet | null;
}

/** A removal, with what it rests on: the source's own word, or its silence. */
export interface Removal {
  readonly id: string;
  readonly reason: 'deleted-by-source' | 'missing';
}

/** What is to be done. Every absent record stands in exactly one of `removals`, `held` and `missing`. */
export interface RemovalPlan {
  readonly removals: readonly Removal[];
  readonly held: HeldSet | null;
  readonly missing: readonly string[];
  /** Records whose count of absence changed; removed ones are not among them. */
  readonly states: readonly RecordState[];
}

/**
 * Decides at a run's end what is removed, what is held and what is only missing. A record is missing where its place was
 * seen whole without it; it is a candidate after `missingRuns` such runs in a row, or at once when the source says that it
 * is gone. More candidates than max(share of the live records, count), or any in a run that saw nothing at all, are held.
 */
export const planRemovals = (end: RunEnd): RemovalPlan => {
  const absence = absenceOf(end);
  const held = nextHeld(end, absence);
  const heldIds = new Set(held?.ids);
  const removals = absence.candidates.filter(({ id }) => !heldIds.has(id));
  const gone = new Set(removals.map(({ id }) => id));
  return {
    removals,
    held,
    missing: absence.missing.filter((id) => !gone.has(id) && !heldIds.has(id)),
    states: absence.states.filter(({ id }) => !gone.has(id)),
  };
};

interface Absence {
  readonly candidates: Removal[];
  readonly missing: string[];
  readonly states: RecordState[];
  /** Held before, and not to be judged in this run since its place was not seen whole. */
  readonly unjudged: string[];
}

const absenceOf = (end: RunEnd): Absence => {
  const absence: Absence = { candidates: [], missing: [], states: [], unjudged: [] };
  const heldBefore = new Set(end.held?.ids);
  for (const record of end.records) {
    if (!record.live) continue;
    if (end.isSeen(record.id)) {
      if (record.missingRuns > 0 || record.kept) absence.states.push({ ...record, missingRuns: 0, kept: false });
    } else if (end.deletions.has(record.id)) {
      // Counted as absent for long enough, so that a held deletion still stands when the source does not repeat it.
      const missingRuns = Math.max(record.missingRuns + 1, patienceWith(end, record));
      absence.states.push({ ...record, missingRuns });
      absence.candidates.push({ id: record.id, reason: 'deleted-by-source' });
    } else if (end.isCovered(record.home)) {
      countAbsence(end, absence, record);
    } else if (heldBefore.has(record.id)) {
      absence.unjudged.push(record.id);
    }
  }
  if (end.seenCount === 0) addAllMissing(absence);
  return absence;
};

/** A source that was seen whole and is empty would lose everything in time: that is held at once, not when it has. */
const addAllMissing = ({ candidates, missing, states }: Absence): void => {
  const known = new Set(candidates.map(({ id }) => id));
  const kept = new Set(states.filter((state) => state.kept).map(({ id }) => id));
  for (const id of missing) if (!known.has(id) && !kept.has(id)) candidates.push({ id, reason: 'missing' });
};

const countAbsence = (end: RunEnd, absence: Absence, record: RecordState): void => {
  const missingRuns = record.missingRuns + 1;
  absence.states.push({ ...record, missingRuns });
  absence.missing.push(record.id);
  if (!record.kept && missingRuns >= patienceWith(end, record))
    absence.candidates.push({ id: record.id, reason: 'missing' });
};

const patienceWith = ({ rules }: RunEnd, { flaps }: RecordState): number =>
  rules.missingRuns * (flaps >= FLAPPING_FROM ? FLAPPING_PATIENCE : 1);

/** The set that is held after this run; null when its candidates may go. */
const nextHeld = (end: RunEnd, { candidates, unjudged }: Absence): HeldSet | null => {
  const { held, rules, run } = end;
  const ids = [...new Set([...candidates.map(({ id }) => id), ...unjudged])].sort();
  if (ids.length === 0) return null;
  const isSame = held !== null && held.ids.length === ids.length && held.ids.every((id, index) => id === ids[index]);
  if (isSame) {
    // A run that did not see all their places has nothing to say about them: neither for nor against.
    const consistentRuns = held.consistentRuns + (unjudged.length === 0 ? 1 : 0);
    return consistentRuns >= rules.releaseAfter ? null : { ...held, consistentRuns };
  }
  if (unjudged.length === 0 && !isTooMany(end, ids.length)) return null;
  return rules.releaseAfter <= 1 && unjudged.length === 0 ? null : { since: run, ids, consistentRuns: 1 };
};

const isTooMany = ({ rules, liveBefore, seenCount }: RunEnd, count: number): boolean =>
  seenCount === 0 || count > Math.max(rules.holdAbove.share * liveBefore, rules.holdAbove.count);

/**
 * An operator's word on held removals, for the held records as they are now. `release` removes those that are still
 * missing; `reject` keeps them until they are seen again. Records that came back meanwhile are left alone.
 */
export const decideHeld = (
  decision: 'release' | 'reject',
  records: Iterable<RecordState>,
): { readonly removals: readonly Removal[]; readonly states: readonly RecordState[] } => {
  const waiting = [...records].filter(({ live, missingRuns }) => live && missingRuns > 0);
  if (decision === 'reject') return { removals: [], states: waiting.map((record) => ({ ...record, kept: true })) };
  return { removals: waiting.map(({ id }) => ({ id, reason: 'missing' })), states: [] };
};
