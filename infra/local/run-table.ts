/** How runs are shown to a person: a line each while they run, a table when they have ended. Pure text. */
import { oneLine } from '#functions/shared/obeyed.ts';
import type { Run } from '#schemas/run.ts';

/** What is known of one source in a round. */
export interface SourceProgress {
  readonly source: string;
  /** The run of this round, or the last one when the source was not due. */
  readonly run: Run | undefined;
  /** Why there is no run in this round: `not due until …`, `not enabled`. */
  readonly note?: string;
}

const COUNTED = ['listed', 'created', 'updated', 'unchanged', 'removed', 'rejected'] as const;
const HEADINGS = ['source', 'state', ...COUNTED, 'seconds'];

const secondsOf = ({ startedAt, endedAt }: Run, now: number): string =>
  ((endedAt ? Date.parse(endedAt) : now) - Date.parse(startedAt) >= 0
    ? ((endedAt ? Date.parse(endedAt) : now) - Date.parse(startedAt)) / 1000
    : 0
  ).toFixed(1);

/** The counts that say something; those that are the same for nearly every run are left out when they are zero. */
function countsOf({ counts }: Run): string {
  const shown = Object.entries(counts).filter(([name, count]) => count > 0 || name === 'listed');
  return shown.map(([name, count]) => `${name} ${count}`).join(', ');
}

/** One line for a source, as it stands. */
export function progressLine({ source, run, note }: SourceProgress, now: number): string {
  if (!run) return `${source}: ${note ?? 'waiting'}`;
  if (note) return `${source}: ${note}; last run ${run.state}, ${countsOf(run)}`;
  const reason = run.reason && run.state !== 'succeeded' ? ` (${oneLine(run.reason)})` : '';
  return `${source}: ${run.state}, ${countsOf(run)}, ${secondsOf(run, now)} s${reason}`;
}

function cellsOf({ source, run, note }: SourceProgress, now: number): string[] {
  if (!run) return [source, note ?? 'waiting', ...COUNTED.map(() => ''), ''];
  return [source, note ?? run.state, ...COUNTED.map((name) => String(run.counts[name])), secondsOf(run, now)];
}

/** The closing table: names to the left, numbers to the right, and below it why a run did not succeed. */
export function closingTable(rows: readonly SourceProgress[], now: number): string {
  const cells = [HEADINGS, ...rows.map((row) => cellsOf(row, now))];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const reasons = rows.flatMap(({ source, run, note }) =>
    run?.reason && !note ? [oneLine(`${source}: ${run.reason}`)] : [],
  );
  return [...lines, ...(reasons.length > 0 ? ['', ...reasons] : [])].join('\n');
}
