import { describe, expect, it } from 'vitest';
import { axisOf, groupedRows, placeOf, type Row, registerRows, shownRows } from '#web/pages/map/timeline-rows.ts';
import { mapped } from './mapped.ts';

const open = { from: undefined, until: undefined };
const since = (from: string, until: string | null = null) => ({ periods: [{ from, until }] });

const datasets = [
  mapped('yngre', since('1995')),
  mapped('uden periode'),
  mapped('ældst', since('1943')),
  mapped('social', { ...since('1980', '1990'), themes: ['SOCI'] }),
  mapped('uden tema', { ...since('1960'), themes: [] }),
];

const told = (row: Row) => (row.kind === 'group' ? `${row.theme || '–'} ${row.count}` : row.dataset.id);

describe('the rows of the timeline', () => {
  it('stand by theme, the earliest first, with those without a period and those without a theme last', () => {
    const rows = groupedRows(registerRows(datasets, open, 2026), new Set());
    expect(rows.map(told)).toEqual([
      'HEAL 3',
      'ældst',
      'yngre',
      'uden periode',
      'SOCI 1',
      'social',
      '– 1',
      'uden tema',
    ]);
  });

  it('are folded away with their theme, which still counts them', () => {
    const rows = groupedRows(registerRows(datasets, open, 2026), new Set(['HEAL']));
    expect(rows.map(told)).toEqual(['HEAL 3', 'SOCI 1', 'social', '– 1', 'uden tema']);
  });

  it('are those that cover the chosen span whole', () => {
    const rows = registerRows(datasets, { from: '1977', until: undefined }, 2026);
    expect(rows.map(told)).toEqual(['ældst', 'uden tema']);
  });

  it('lie on an axis from a round year to now, with at most eight years named', () => {
    expect(axisOf(registerRows(datasets, open, 2026), 2026)).toEqual({
      from: 1940,
      until: 2027,
      ticks: [1940, 1960, 1980, 2000, 2020],
    });
  });

  it('are drawn to the edge where somebody wrote a year that cannot be', () => {
    const rows = registerRows([mapped('a', since('0197', '9999')), mapped('b', since('2000'))], open, 2026);
    const axis = axisOf(rows, 2026);
    expect([axis.from, axis.until]).toEqual([1850, 2037]);
    expect(rows.map(({ stretches: [first] }) => first && placeOf(first, axis, 2026))[0]).toEqual({
      start: 0,
      length: 100,
    });
  });

  it('end at the end of their last year, and at the end of this one where they go on', () => {
    const axis = { from: 2000, until: 2020, ticks: [] };
    expect(placeOf({ from: 2005, until: 2009 }, axis, 2019)).toEqual({ start: 25, length: 25 });
    expect(placeOf({ from: 2010, until: null }, axis, 2019)).toEqual({ start: 50, length: 50 });
    expect(placeOf({ from: null, until: 2009 }, axis, 2019)).toEqual({ start: 0, length: 50 });
  });

  it('are drawn where they are seen, with some to spare, however many there are', () => {
    expect(shownRows(5_000, 36, { top: 0, height: 720 })).toEqual({ first: 0, end: 32 });
    expect(shownRows(5_000, 36, { top: 36_000, height: 720 })).toEqual({ first: 988, end: 1_032 });
    expect(shownRows(5, 36, { top: 36_000, height: 720 })).toEqual({ first: 5, end: 5 });
  });
});
