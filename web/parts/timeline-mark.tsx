/** Periods on a line of years. What it shows stands beside it in words. */
import type { JSX } from 'preact';
import { type Span, timelineOf } from './timeline.ts';

const WIDTH = 600;
const LINE = 18;

interface TimelineMarkProps {
  readonly spans: readonly Span[];
  /** The periods of the lines beside it, whose years it shares: it is then small, without years below it. */
  readonly among?: readonly Span[];
}

/** Nothing where no year is known. */
export function TimelineMark({ spans, among }: TimelineMarkProps): JSX.Element | null {
  const isSmall = among !== undefined;
  const line = timelineOf(spans, new Date().getFullYear(), among);
  if (!line) return null;
  const height = isSmall ? LINE : LINE * 2.5;
  return (
    <svg
      class={isSmall ? 'period-line period-line-small' : 'period-line'}
      viewBox={`0 0 ${WIDTH} ${height}`}
      aria-hidden="true"
    >
      <line class="period-axis" x1="0" x2={WIDTH} y1={LINE / 2} y2={LINE / 2} />
      {line.bars.map(({ start, width, opensRight }) => (
        <rect
          key={`${start}-${width}`}
          class={opensRight ? 'period-bar period-open' : 'period-bar'}
          x={start * WIDTH}
          width={width * WIDTH}
          y={2}
          height={LINE - 4}
          rx={3}
        />
      ))}
      {!isSmall &&
        line.marks.map(({ year, at }) => (
          <text key={year} class="period-year" x={at * WIDTH} y={LINE * 2.1} text-anchor={at > 0.95 ? 'end' : 'start'}>
            {year}
          </text>
        ))}
    </svg>
  );
}
