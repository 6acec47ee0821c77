/** The geometry of the chart of a source's runs: a row of bars for each figure, all over the same runs. */
import type { Run } from './types.ts';

const chartSeries = ['listed', 'created', 'updated', 'removed', 'rejected', 'seconds'] as const;
export type ChartSeries = (typeof chartSeries)[number];

interface ChartBar {
  readonly run: Run['id'];
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ChartRow {
  readonly series: ChartSeries;
  /** The largest value, which is as high as a row. */
  readonly most: number;
  /** Where its label stands, and its base line. */
  readonly labelY: number;
  readonly baseY: number;
  readonly bars: readonly ChartBar[];
}

export interface RunChart {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly ChartRow[];
}

const WIDTH = 720;
const ROW = 64;
const LABEL = 18;
const GAP = 2;
/** A single run is a bar, not a wall. */
const WIDEST = 48;

const figureOf = (run: Run, series: ChartSeries): number =>
  series === 'seconds' ? (run.seconds ?? 0) : run.counts[series];

/** @param runs newest first, as the API lists them; the chart has the newest to the right. A bar of 0 has no height. */
export function runChartOf(runs: readonly Run[]): RunChart {
  const ordered = runs.toReversed();
  const step = Math.min(WIDEST, WIDTH / Math.max(1, ordered.length));
  const rows = chartSeries.map((series, row): ChartRow => {
    const most = Math.max(0, ...ordered.map((run) => figureOf(run, series)));
    const baseY = (row + 1) * ROW - GAP;
    const bars = ordered.map((run, index): ChartBar => {
      const value = figureOf(run, series);
      const height = most === 0 ? 0 : (value / most) * (ROW - LABEL - 2 * GAP);
      return { run: run.id, value, x: index * step, y: baseY - height, width: Math.max(1, step - GAP), height };
    });
    return { series, most, labelY: row * ROW + LABEL - GAP, baseY, bars };
  });
  return { width: WIDTH, height: rows.length * ROW, rows };
}
