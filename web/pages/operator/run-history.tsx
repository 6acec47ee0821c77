/** The runs of a source over time: drawn, and as a table. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { PagedView } from './paged-view.tsx';
import { type ChartRow, type ChartSeries, runChartOf } from './run-chart.ts';
import { RunTable } from './run-table.tsx';
import type { Run } from './types.ts';

const SHOWN = 50;

function Row({ row, width }: { readonly row: ChartRow; readonly width: number }): JSX.Element {
  const { say, number } = useSpeech();
  const { series, most, labelY, baseY, bars } = row;
  const labelOf = (named: ChartSeries) => say(named === 'seconds' ? 'op.chart.seconds' : `op.outcome.${named}`);
  return (
    <g>
      <text x="0" y={labelY}>
        {say('op.chart.most', { label: labelOf(series), most: number(Math.round(most * 10) / 10) })}
      </text>
      <line x1="0" x2={width} y1={baseY} y2={baseY} />
      {bars.map(({ run, x, y, width: wide, height }) => (
        <rect key={run} class={`bar-${series}`} x={x} y={y} width={wide} height={height} />
      ))}
    </g>
  );
}

function Chart({ runs }: { readonly runs: readonly Run[] }): JSX.Element | null {
  const { say, date } = useSpeech();
  const [newest] = runs;
  const oldest = runs.at(-1);
  if (!newest || !oldest) return null;
  const { width, height, rows } = runChartOf(runs);
  const label = say('op.chart.label', {
    count: runs.length,
    from: date(oldest.startedAt),
    to: date(newest.startedAt),
  });
  return (
    <svg class="run-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {rows.map((row) => (
        <Row key={row.series} row={row} width={width} />
      ))}
    </svg>
  );
}

/** @param latest names the latest run that is known: another one makes the list load anew. */
export function RunHistory({ source, latest }: { readonly source: string; readonly latest: string }): JSX.Element {
  const { say } = useSpeech();
  const pages = usePages(`runs ${source} ${latest}`, (cursor, signal) =>
    answerOf(
      api.GET('/v1/sources/{id}/runs', {
        params: { path: { id: source }, query: { limit: SHOWN, ...(cursor !== undefined && { cursor }) } },
        signal: signal ?? null,
        cache: 'no-cache',
      }),
    ),
  );
  return (
    <section>
      <h2>{say('op.source.runs')}</h2>
      <PagedView pages={pages} empty={say('op.runs.none')}>
        {(runs) => (
          <>
            <Chart runs={runs} />
            <RunTable label={say('op.source.runs')} runs={runs} />
          </>
        )}
      </PagedView>
    </section>
  );
}
