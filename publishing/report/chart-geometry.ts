/** Where the parts of a chart lie, in units of the picture; both writers draw what is reckoned here. */
import type { BarChart, LettersChart, TrendChart } from './document.ts';

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** More dots than these melt into each other; the steps alone show the way then. */
const MOST_DOTS = 40;

/** A score stays as it is until it changes, so the line runs in steps and not in slopes. */
export function trendSteps(points: TrendChart['points'], frame: Frame) {
  const { width, height, left, right, top, bottom } = frame;
  const first = points[0]?.x ?? 0;
  const span = Math.max(1, (points.at(-1)?.x ?? 0) - first);
  const y = (share: number) => height - bottom - share * (height - top - bottom);
  const placed = points.map(({ x, share, letter }, index) => ({
    x: left + ((x - first) / span) * (width - left - right),
    y: y(share),
    // A letter where it became another one, and at the end.
    letter: points[index - 1]?.letter !== letter || index === points.length - 1 ? letter : undefined,
  }));
  const path = placed
    .map((point, index) =>
      index === 0 ? `M${point.x.toFixed(1)} ${point.y.toFixed(1)}` : `H${point.x.toFixed(1)}V${point.y.toFixed(1)}`,
    )
    .join('');
  const dots = placed.length > MOST_DOTS ? placed.filter(({ letter }) => letter !== undefined) : placed;
  return { path, dots, lines: [0, 0.5, 1].map((share) => ({ y: y(share), label: String(share * 100) })) };
}

/** The part of a column's room that the bar fills. */
const FILLED = 0.6;

export function letterBars(
  columns: LettersChart['columns'],
  frame: Pick<Frame, 'width' | 'height' | 'top' | 'bottom'>,
) {
  const most = Math.max(1, ...columns.map(({ count }) => count));
  const room = frame.width / Math.max(1, columns.length);
  return columns.map(({ letter, count }, index) => {
    const height = (count / most) * (frame.height - frame.top - frame.bottom);
    return {
      letter,
      count,
      x: index * room + (room * (1 - FILLED)) / 2,
      y: frame.height - frame.bottom - height,
      width: room * FILLED,
      height,
    };
  });
}

export function barSpans(parts: BarChart['parts'], width: number) {
  const whole = Math.max(
    1,
    parts.reduce((sum, { value }) => sum + value, 0),
  );
  let from = 0;
  return parts.map(({ fill, value }) => {
    const span = { fill, x: from, width: (value / whole) * width };
    from += span.width;
    return span;
  });
}
