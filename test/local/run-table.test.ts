import { describe, expect, test } from 'vitest';
import { closingTable, progressLine } from '#infra/local/run-table.ts';
import { type Run, zeroCounts } from '#schemas/run.ts';

const run = (changes: Partial<Run>): Run => ({
  id: 'sds.20260101T000000Z.aaaaaa',
  source: 'sds',
  state: 'succeeded',
  startedAt: '2026-01-01T00:00:00.000Z',
  endedAt: '2026-01-01T00:00:01.500Z',
  coverage: 'complete',
  counts: { ...zeroCounts(), listed: 12, created: 12 },
  live: { before: 0, after: 12 },
  requests: 1,
  bytesReceived: 1,
  notModified: 0,
  problems: [],
  changes: null,
  ...changes,
});

describe('the line of a source', () => {
  test('shows the counts that are not zero, and listed always', () => {
    expect(progressLine({ source: 'sds', run: run({}) }, 0)).toBe('sds: succeeded, listed 12, created 12, 1.5 s');
  });

  test('shows the counts of a failed run, and why it failed', () => {
    const failed = run({ state: 'failed', reason: 'The server could not be reached.', counts: zeroCounts() });

    expect(progressLine({ source: 'sds', run: failed }, 0)).toBe(
      'sds: failed, listed 0, 1.5 s (The server could not be reached.)',
    );
  });

  test('shows when a source that was not due will be, with its last counts', () => {
    expect(progressLine({ source: 'sds', run: run({}), note: 'not due until 2026-01-02 00:00 UTC' }, 0)).toBe(
      'sds: not due until 2026-01-02 00:00 UTC; last run succeeded, listed 12, created 12',
    );
  });

  test('counts the seconds of a run that is still going', () => {
    const running = run({ state: 'running', endedAt: null });

    expect(progressLine({ source: 'sds', run: running }, Date.parse('2026-01-01T00:00:09.000Z'))).toContain('9.0 s');
  });
});

test('the closing table lines its numbers up to the right and says below why a run did not succeed', () => {
  const rows = [
    { source: 'sds', run: run({}) },
    { source: 'ssi-registers', run: run({ state: 'held', reason: 'It would remove 20 of 100 records.' }) },
    { source: 'off', run: undefined, note: 'not enabled' },
  ];

  expect(closingTable(rows, 0)).toBe(
    [
      'source         state        listed  created  updated  unchanged  removed  rejected  seconds',
      'sds            succeeded        12       12        0          0        0         0      1.5',
      'ssi-registers  held             12       12        0          0        0         0      1.5',
      'off            not enabled',
      '',
      'ssi-registers: It would remove 20 of 100 records.',
    ].join('\n'),
  );
});
