import { describe, expect, it } from 'vitest';
import { barSpans, letterBars, trendSteps } from '#publishing/report/chart-geometry.ts';

const frame = { width: 110, height: 100, left: 10, right: 0, top: 0, bottom: 0 };

describe('the charts of a report', () => {
  it('draw a score as steps, for it stays as it is until it changes', () => {
    const points = [
      { x: 0, share: 0, letter: 'E' },
      { x: 10, share: 1, letter: 'A' },
    ];
    expect(trendSteps(points, frame).path).toBe('M10.0 100.0H110.0V0.0');
  });

  it('name the letter where it became another one, and at the end', () => {
    const points = ['D', 'D', 'C', 'C'].map((letter, x) => ({ x, share: 0.5, letter }));
    expect(trendSteps(points, frame).dots.map(({ letter }) => letter)).toEqual(['D', undefined, 'C', 'C']);
  });

  it('leave out the dots between the letters where there are too many to tell apart', () => {
    const points = Array.from({ length: 100 }, (_, x) => ({ x, share: 0.5, letter: x < 50 ? 'D' : 'C' }));
    expect(trendSteps(points, frame).dots).toHaveLength(3);
  });

  it('fill a bar with its parts, and draw nothing where there is nothing', () => {
    const parts = [
      { fill: 'had', value: 100, label: '' },
      { fill: 'open', value: 300, label: '' },
    ] as const;
    expect(barSpans(parts, 200).map(({ x, width }) => [x, width])).toEqual([
      [0, 50],
      [50, 150],
    ]);
    expect(barSpans([], 200)).toEqual([]);
    expect(letterBars([{ letter: 'A', count: 0 }], frame)).toMatchObject([{ height: 0 }]);
  });
});
