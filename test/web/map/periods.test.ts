import { describe, expect, it } from 'vitest';
import { breaksOf, coversSpan, periodText, stretchesOf } from '#web/pages/map/periods.ts';

const words = { now: 'nu', unknown: '?' };
const span = (from: string | undefined, until: string | undefined) => ({ from, until });

describe('the years of a register', () => {
  it('are one stretch where periods overlap or follow each other, and have a break where years lie between them', () => {
    const stretches = stretchesOf([
      { from: '1997-01-01', until: null },
      { from: '1977', until: '1990-12-31' },
      { from: '1989', until: '1992' },
      { from: '1993-02', until: '1993-11' },
    ]);
    expect(stretches).toEqual([
      { from: 1977, until: 1993 },
      { from: 1997, until: null },
    ]);
    expect(breaksOf(stretches)).toEqual([{ from: 1994, until: 1996 }]);
  });

  it('are none where no year is told, or the end lies before the beginning', () => {
    expect(
      stretchesOf([
        { from: null, until: null },
        { from: 'siden krigen', until: null },
      ]),
    ).toEqual([]);
    expect(stretchesOf([{ from: '2004', until: '1995' }])).toEqual([]);
  });

  it.each([
    [
      '1977–1993, 1997–nu',
      [
        { from: '1977', until: '1993' },
        { from: '1997', until: null },
      ],
    ],
    ['?–1950', [{ from: null, until: '1950' }]],
    ['2020', [{ from: '2020-01', until: '2020-06' }]],
    ['', []],
  ])('read as %j', (text, periods) => {
    expect(periodText(stretchesOf(periods), words)).toBe(text);
  });

  const broken = stretchesOf([
    { from: '1977', until: '1993' },
    { from: '1997', until: null },
  ]);
  const ended = stretchesOf([{ from: '1977', until: '2020' }]);
  it.each([
    ['one that goes on covers until now', [{ from: 1977, until: null }], span('1977', undefined), true],
    ['one that ended does not cover until now', ended, span('1977', undefined), false],
    ['a break is no cover', broken, span('1990', '2000'), false],
    ['years on one side of a break are covered', broken, span('1980', '1993'), true],
    ['a start later than what is asked is no cover', ended, span('1976', '1980'), false],
    ['an end alone is that year', ended, span(undefined, '2020'), true],
    ['an unknown beginning covers everything before', [{ from: null, until: 1950 }], span('1900', '1950'), true],
    ['without periods nothing is covered', [], span('1977', '1978'), false],
    ['without a span everything passes', [], span(undefined, undefined), true],
  ])('cover a span whole or not: %s', (_, stretches, asked, covers) => {
    expect(coversSpan(stretches, asked, 2026)).toBe(covers);
  });
});
