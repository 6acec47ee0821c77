/** How a grade went, drawn; a table beside it tells the same. */
import type { JSX } from 'preact';
import { useSpeech } from '../language.tsx';
import { type SharePoint, shareStepsOf } from './share-steps.ts';

interface ShareChartProps {
  /** Oldest first. */
  readonly points: readonly SharePoint[];
}

/** Nothing where there is but one point: a line would say no more than the figure. */
export function ShareChart({ points }: ShareChartProps): JSX.Element | null {
  const { say, date, number } = useSpeech();
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return null;
  const today = new Date().toISOString().slice(0, 10);
  const { width, height, levels, left, line, marks } = shareStepsOf(points, today);
  const percent = (share: number) => `${number(Math.round(share * 100))} %`;
  const label = say('chart.share', {
    from: date(first.day),
    before: percent(first.share),
    after: percent(last.share),
  });
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {levels.map(({ share, y }) => (
        <g key={share}>
          <line x1={left} x2={width} y1={y} y2={y} />
          <text x={left - 6} y={y + 4} text-anchor="end">
            {percent(share)}
          </text>
        </g>
      ))}
      <path class="chart-share" d={line} />
      {marks.map(({ x, y, day, letter }) => (
        <g key={day}>
          <circle class="chart-mark" cx={x} cy={y} r="4" />
          {letter && (
            <text x={x + 6} y={y - 6}>
              {letter}
            </text>
          )}
        </g>
      ))}
      <text x={left} y={height - 4}>
        {date(first.day)}
      </text>
      <text x={width} y={height - 4} text-anchor="end">
        {say('chart.today')}
      </text>
    </svg>
  );
}
