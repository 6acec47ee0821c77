import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterCheck } from '#quality/links/after-check.ts';
import { type LinkKind, LinkStatus, linkKinds, newLink, type Sighting } from '#quality/links/link-status.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const start = Date.parse('2026-11-23T04:00:00.000Z');
const url = 'https://sundhedsdata.example/æøå.csv';

const sightingOf = (kind: LinkKind, over: Partial<Sighting> = {}): Sighting => ({
  kind,
  status: null,
  message: null,
  movedTo: null,
  certificateEnds: null,
  mediaType: null,
  askAgainAt: null,
  ...over,
});

/** The status after these sightings, each so many hours after the start. */
const statusAfter = (...checks: readonly (readonly [kind: LinkKind, hours: number])[]): LinkStatus =>
  checks.reduce(
    (status, [kind, hours]) => afterCheck(status, sightingOf(kind), start + hours * HOUR),
    newLink(url, start),
  );

const hoursUntilDue = ({ due, checkedAt }: LinkStatus): number =>
  (Date.parse(due) - Date.parse(checkedAt ?? '')) / HOUR;

describe('an address is dead', () => {
  it('when it failed three times over two days', () => {
    expect(statusAfter(['not-found', 0], ['not-found', 24]).state).toBe('failing');
    expect(statusAfter(['not-found', 0], ['not-found', 24], ['timeout', 48])).toMatchObject({
      state: 'dead',
      kind: 'timeout',
      failures: 3,
      firstFailure: '2026-11-23T04:00:00.000Z',
      changedAt: '2026-11-25T04:00:00.000Z',
    });
  });

  it('not for three failures within a day, nor for ten', () => {
    expect(statusAfter(['timeout', 0], ['timeout', 8], ['timeout', 16]).state).toBe('failing');
    const ten = Array.from({ length: 10 }, (_, index) => ['server-error', index * 4] as const);
    expect(statusAfter(...ten)).toMatchObject({ state: 'failing', failures: 10 });
  });

  it('not for two failures however far apart, and with the third whenever that comes', () => {
    expect(statusAfter(['timeout', 0], ['timeout', 500]).state).toBe('failing');
    expect(statusAfter(['timeout', 0], ['timeout', 500], ['timeout', 501]).state).toBe('dead');
  });

  it('not a millisecond before the two days are over', () => {
    const twice = statusAfter(['timeout', 0], ['timeout', 24]);
    expect(afterCheck(twice, sightingOf('timeout'), start + 2 * DAY - 1).state).toBe('failing');
    expect(afterCheck(twice, sightingOf('timeout'), start + 2 * DAY).state).toBe('dead');
  });

  it('never, when it fails and works by turns', () => {
    const turns = Array.from({ length: 20 }, (_, index) => [index % 2 ? 'ok' : 'timeout', index * 24] as const);
    for (let count = 1; count <= turns.length; count += 1)
      expect(statusAfter(...turns.slice(0, count)).state).not.toBe('dead');
  });

  it('until it answers, and one answer is enough', () => {
    const dead = [
      ['timeout', 0],
      ['timeout', 24],
      ['timeout', 48],
    ] as const;
    expect(statusAfter(...dead, ['server-error', 72])).toMatchObject({
      state: 'dead',
      failures: 4,
      kind: 'server-error',
    });
    expect(statusAfter(...dead, ['ok', 72])).toMatchObject({
      state: 'ok',
      failures: 0,
      firstFailure: null,
      lastOk: '2026-11-26T04:00:00.000Z',
      changedAt: '2026-11-26T04:00:00.000Z',
    });
    expect(statusAfter(...dead, ['ok', 72], ['timeout', 96]).state).toBe('failing');
  });

  it('not by a pause: what was postponed neither counts nor starts anew', () => {
    expect(statusAfter(['timeout', 0], ['timeout', 24], ['network-silent', 48]).state).toBe('failing');
    expect(statusAfter(['timeout', 0], ['asked-to-wait', 12], ['timeout', 24], ['timeout', 48]).state).toBe('dead');
    expect(statusAfter(['network-silent', 0], ['network-silent', 24], ['network-silent', 48])).toMatchObject({
      state: 'unknown',
      kind: 'network-silent',
      failures: 0,
    });
  });

  it('not any more once we may not look: nothing is known then', () => {
    const barred = statusAfter(['timeout', 0], ['timeout', 24], ['timeout', 48], ['robots-disallowed', 72]);
    expect(barred).toMatchObject({ state: 'unknown', kind: 'robots-disallowed', failures: 0 });
  });
});

describe('a change is told', () => {
  it('when state or kind are others than before, and not when a check found the same', () => {
    expect(statusAfter(['ok', 0], ['ok', 200]).changedAt).toBe('2026-11-23T04:00:00.000Z');
    expect(statusAfter(['ok', 0], ['login-wall', 1])).toMatchObject({
      state: 'ok',
      changedAt: '2026-11-23T05:00:00.000Z',
    });
    expect(statusAfter(['timeout', 0], ['timeout', 24], ['timeout', 48], ['timeout', 72]).changedAt).toBe(
      '2026-11-25T04:00:00.000Z',
    );
  });

  it('not for a pause, which leaves what was known', () => {
    const before = statusAfter(['redirected', 0]);
    expect(afterCheck(before, sightingOf('asked-to-wait'), start + DAY)).toMatchObject({
      state: 'ok',
      kind: 'redirected',
      changedAt: before.changedAt,
    });
  });
});

describe('an address is asked again', () => {
  it('at once when it is new', () => {
    expect(newLink(url, start).due).toBe('2026-11-23T04:00:00.000Z');
  });

  it('after a week, a day sooner or later, when it works', () => {
    fc.assert(
      fc.property(fc.webUrl(), (address) => {
        const hours = hoursUntilDue(afterCheck(newLink(address, start), sightingOf('ok'), start));
        expect(hours).toBeGreaterThanOrEqual(6 * 24);
        expect(hours).toBeLessThanOrEqual(8 * 24);
      }),
    );
  });

  it('at other times than its neighbours, and the same address always at the same', () => {
    const dues = Array.from(
      { length: 100 },
      (_, index) => afterCheck(newLink(`https://a.example/${index}`, start), sightingOf('ok'), start).due,
    );
    expect(new Set(dues).size).toBe(100);
    expect(statusAfter(['ok', 0]).due).toBe(statusAfter(['ok', 0]).due);
  });

  it('daily when it fails, so that three checks span two days', () => {
    const first = statusAfter(['not-found', 0]);
    expect(hoursUntilDue(first)).toBeGreaterThanOrEqual(24);
    expect(hoursUntilDue(first)).toBeLessThanOrEqual(26);
    const second = afterCheck(first, sightingOf('not-found'), Date.parse(first.due));
    expect(afterCheck(second, sightingOf('not-found'), Date.parse(second.due)).state).toBe('dead');
  });

  it('daily for a month when it is dead, as owners want to see what they mended, then weekly', () => {
    const dead = [
      ['timeout', 0],
      ['timeout', 24],
      ['timeout', 48],
    ] as const;
    expect(hoursUntilDue(statusAfter(...dead))).toBeLessThanOrEqual(26);
    expect(hoursUntilDue(statusAfter(...dead, ['timeout', 31 * 24]))).toBeGreaterThan(5 * 24);
  });

  it('when the host said that it would be back, though not within the hour and not after more than a week', () => {
    const askedFor = (hours: number) =>
      hoursUntilDue(
        afterCheck(newLink(url, start), sightingOf('asked-to-wait', { askAgainAt: start + hours * HOUR }), start),
      );
    expect([askedFor(0), askedFor(5), askedFor(10_000)]).toEqual([1, 5, 7 * 24]);
  });

  it('within the hour when our own network was silent, and not within the day when the host has no readable rules', () => {
    expect(hoursUntilDue(statusAfter(['network-silent', 0]))).toBe(1);
    expect(hoursUntilDue(statusAfter(['robots-unreachable', 0]))).toBe(24);
  });

  it('when its certificate ends, if that is sooner than a week', () => {
    const ending = sightingOf('certificate-ending', { certificateEnds: new Date(start + 3 * DAY).toISOString() });
    expect(hoursUntilDue(afterCheck(newLink(url, start), ending, start))).toBe(72);
  });
});

describe('whatever is seen in whatever order', () => {
  const kinds = fc.constantFrom(...(Object.keys(linkKinds) as LinkKind[]));
  const checks = fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 72 })), { maxLength: 60 });

  it('the status can be stored and read, is due in the future, and keeps a bounded history', () => {
    fc.assert(
      fc.property(checks, (seen) => {
        let now = start;
        let status = newLink(url, start);
        for (const [kind, hours] of seen) {
          now += hours * HOUR;
          status = afterCheck(status, sightingOf(kind), now);
          expect(Date.parse(status.due)).toBeGreaterThan(now);
        }
        expect(status.history.length).toBe(Math.min(30, seen.length));
        expect(LinkStatus.parse(JSON.parse(JSON.stringify(status)))).toEqual(status);
      }),
    );
  });

  it('an address is called dead only with three failures in a row behind it that span two days', () => {
    fc.assert(
      fc.property(checks, (seen) => {
        let now = start;
        let status = newLink(url, start);
        for (const [kind, hours] of seen) {
          now += hours * HOUR;
          status = afterCheck(status, sightingOf(kind), now);
          if (status.state !== 'dead') continue;
          expect(status.failures).toBeGreaterThanOrEqual(3);
          expect(now - Date.parse(status.firstFailure ?? '')).toBeGreaterThanOrEqual(2 * DAY);
        }
      }),
    );
  });
});
