import { describe, expect, it } from 'vitest';
import { quietUntil } from '#schemas/quiet-hours.ts';

const until = (from: string, to: string, now: string): string | undefined => {
  const end = quietUntil({ from, to }, Date.parse(now));
  return end === undefined ? undefined : new Date(end).toISOString();
};

describe('quiet hours', () => {
  it('are on the clocks of Copenhagen, in winter and in summer', () => {
    expect(until('08:00', '16:00', '2026-01-15T07:30:00Z')).toBe('2026-01-15T15:00:00.000Z');
    expect(until('08:00', '16:00', '2026-07-15T07:30:00Z')).toBe('2026-07-15T14:00:00.000Z');
    expect(until('08:00', '16:00', '2026-07-15T05:59:00Z')).toBeUndefined();
  });

  it('begin with their first minute and end before their last', () => {
    expect(until('08:00', '16:00', '2026-01-15T07:00:00Z')).toBe('2026-01-15T15:00:00.000Z');
    expect(until('08:00', '16:00', '2026-01-15T14:59:59Z')).toBe('2026-01-15T15:00:00.000Z');
    expect(until('08:00', '16:00', '2026-01-15T15:00:00Z')).toBeUndefined();
  });

  it('may go across midnight', () => {
    expect(until('22:00', '06:00', '2026-01-15T21:30:00Z')).toBe('2026-01-16T05:00:00.000Z');
    expect(until('22:00', '06:00', '2026-01-16T01:00:00Z')).toBe('2026-01-16T05:00:00.000Z');
    expect(until('22:00', '06:00', '2026-01-16T12:00:00Z')).toBeUndefined();
  });

  it('end when the clocks say so in the nights in which they are changed', () => {
    expect(until('22:00', '06:00', '2026-03-28T22:30:00Z')).toBe('2026-03-29T04:00:00.000Z');
    expect(until('22:00', '06:00', '2026-10-24T21:30:00Z')).toBe('2026-10-25T05:00:00.000Z');
  });

  it('are none from a time to itself, and none where there are none', () => {
    expect(until('08:00', '08:00', '2026-01-15T07:00:00Z')).toBeUndefined();
    expect(quietUntil(null, Date.now())).toBeUndefined();
  });
});
