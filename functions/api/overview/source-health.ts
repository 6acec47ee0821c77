/** How a source is doing, judged from its latest runs: values in, a value out. */
import { isHarvest } from '#functions/shared/latest-run.ts';
import { durationMs } from '#schemas/duration.ts';
import { quietUntil } from '#schemas/quiet-hours.ts';
import type { Run } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';

/** In the order of precedence: of a source that is several of these, the first is told. */
export const sourceStates = ['paused', 'running', 'awaiting', 'held', 'failing', 'overdue', 'new', 'well'] as const;
type SourceStateName = (typeof sourceStates)[number];

export interface SourceHealth {
  readonly id: string;
  readonly title: Source['title'];
  readonly owner: Pick<Source['owner'], 'id' | 'name'>;
  readonly format: Source['format'];
  readonly enabled: boolean;
  readonly state: SourceStateName;
  readonly lastRun: Pick<Run, 'id' | 'state' | 'startedAt' | 'endedAt' | 'reason' | 'coverage'> | null;
  readonly lastGood: Pick<Run, 'id' | 'endedAt'> | null;
  readonly every: string;
  /** Null for a source that is paused. */
  readonly dueAt: string | null;
  readonly overdueSeconds: number;
  /** Datasets of the source in the catalogue, as the latest run left it. */
  readonly live: number;
  /** Removals that wait for a decision. */
  readonly held: number;
  /** Changes that wait for approval. */
  readonly waiting: number;
  readonly running: {
    readonly run: string;
    readonly startedAt: string;
    readonly listed: number;
    readonly requests: number;
    readonly bytesReceived: number;
  } | null;
  /** Why the latest harvest failed; null when it did not. */
  readonly failure: { readonly code: string; readonly reason: string } | null;
  /** Set while changes wait because the site looks as if it had been built anew. */
  readonly drift: boolean;
  /** Set when the latest harvests, several in a row, all missed a part of the source. */
  readonly partial: boolean;
}

/**
 * Runs are started once a minute, and one may have to wait for its queue: a source that is late by less than this is on its way.
 */
const LATE_MS = 10 * 60_000;

/** A part that is missed this often in a row does not come back by itself, and no removal below it is ever decided. */
const PARTIAL_RUNS = 3;

/** What the latest runs show of a source. */
export interface SourceRuns {
  /** Newest first; also previews and replays. */
  readonly runs: readonly Run[];
  /** The newest that took over what the source says, which may lie behind many that failed. */
  readonly lastGood: Run | undefined;
}

export const isGood = (run: Run): boolean => isHarvest(run) && (run.state === 'succeeded' || run.state === 'partial');

function dueOf({ enabled, schedule, politeness }: Source, asked: Run | undefined, now: number): number | undefined {
  if (!enabled) return undefined;
  const due = asked ? Date.parse(asked.startedAt) + durationMs(schedule.every) : now;
  const wanted = asked?.notBefore === undefined ? due : Math.max(due, Date.parse(asked.notBefore));
  return wanted <= now ? (quietUntil(politeness.quietHours, now) ?? wanted) : wanted;
}

const failureOf = ({ state, reason = '', problems }: Run): SourceHealth['failure'] =>
  state === 'failed'
    ? { code: problems.find(({ severity }) => severity === 'error')?.code ?? 'run-failed', reason }
    : null;

const isPartial = (ended: readonly Run[]): boolean =>
  ended.length >= PARTIAL_RUNS && ended.slice(0, PARTIAL_RUNS).every(({ state }) => state === 'partial');

/** @param now epoch milliseconds. */
export function healthOf(source: Source, { runs, lastGood }: SourceRuns, now: number): SourceHealth {
  const harvests = runs.filter(isHarvest);
  const running = harvests.find(({ endedAt }) => endedAt === null);
  const latest = harvests.find(({ endedAt }) => endedAt !== null);
  const asked = harvests.find(({ replay }) => replay === undefined);
  const isHeld = latest?.state === 'held';
  const waiting = isHeld && latest.waiting ? Object.values(latest.waiting).reduce((sum, one) => sum + one, 0) : 0;
  const held = isHeld && !latest.waiting ? latest.counts.held : 0;
  const failure = latest ? failureOf(latest) : null;
  const due = dueOf(source, asked, now);
  const late = due === undefined || running ? 0 : Math.max(0, now - due);
  const is: Readonly<Record<SourceStateName, boolean>> = {
    paused: !source.enabled,
    running: running !== undefined,
    awaiting: isHeld && latest.waiting !== undefined,
    held: isHeld,
    failing: failure !== null,
    overdue: late > LATE_MS,
    new: latest === undefined,
    well: true,
  };
  const { id, title, owner, format, enabled } = source;
  return {
    ...{ id, title, owner: { id: owner.id, name: owner.name }, format, enabled },
    state: sourceStates.find((state) => is[state]) ?? 'well',
    lastRun: latest
      ? {
          ...{ id: latest.id, state: latest.state, startedAt: latest.startedAt, endedAt: latest.endedAt },
          ...(latest.reason !== undefined && { reason: latest.reason }),
          coverage: latest.coverage,
        }
      : null,
    lastGood: lastGood ? { id: lastGood.id, endedAt: lastGood.endedAt } : null,
    every: source.schedule.every,
    dueAt: due === undefined ? null : new Date(due).toISOString(),
    overdueSeconds: late > LATE_MS ? Math.round(late / 1000) : 0,
    live: latest?.live.after ?? running?.live.before ?? 0,
    ...{ held, waiting, failure },
    running: running
      ? {
          run: running.id,
          startedAt: running.startedAt,
          listed: running.counts.listed,
          requests: running.requests,
          bytesReceived: running.bytesReceived,
        }
      : null,
    partial: isPartial(harvests.filter(({ endedAt }) => endedAt !== null)),
    drift: isHeld && latest.problems.some(({ code }) => code === 'scraper-drift'),
  };
}
