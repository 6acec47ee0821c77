import { describe, expect, it } from 'vitest';
import { nextOption, optionsOf } from '#web/pages/map/options.ts';
import { pathOf, toneOf } from '#web/pages/map/tones.ts';
import { partsOf } from '#web/parts/marked-text.ts';
import { mapped } from './mapped.ts';

describe('a highlight of the search', () => {
  it('is its text with what was found in it marked', () => {
    expect(partsOf('Nye tilfælde af <mark>kræft</mark> &amp; <mark>knogle</mark>')).toEqual([
      { text: 'Nye tilfælde af ', isMarked: false },
      { text: 'kræft', isMarked: true },
      { text: ' & ', isMarked: false },
      { text: 'knogle', isMarked: true },
    ]);
  });

  it.each([
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['<mark>åben', '<mark>åben'],
    ['&nbsp;&unknown;', '&nbsp;&unknown;'],
  ])('takes no other tag for one, and undoes the API’s escapes once: %s', (html, text) => {
    expect(partsOf(html)).toEqual([{ text, isMarked: false }]);
  });
});

describe('suggestions', () => {
  const answer = {
    datasets: [{ id: 'sds.car', title: { da: 'Cancerregisteret' }, href: 'http://h/1' }],
    terms: [{ term: 'cancer', count: 3, href: 'http://h/2' }],
    variables: [{ name: 'C_CANCER', count: 1, href: 'http://h/3' }],
    index: { epoch: 'e1', seq: 1 },
    links: { self: 'http://h' },
  };

  it('are registers, then words, then variables', () => {
    expect(optionsOf(answer)).toEqual([
      { kind: 'register', id: 'sds.car', title: { da: 'Cancerregisteret' } },
      { kind: 'term', text: 'cancer', count: 3 },
      { kind: 'variable', text: 'C_CANCER', count: 1 },
    ]);
  });

  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 2, -1],
    ['ArrowUp', -1, 2],
    ['ArrowUp', 0, -1],
  ])('are gone through by %s from %i to %i, round by the text itself', (key, from, to) => {
    expect(nextOption(key, from, 3)).toBe(to);
  });
});

describe('the tone of an area', () => {
  it('comes with a letter or a code that says the same', () => {
    expect(toneOf(mapped('a', { grade: 'B' }), 'grade', '–')).toEqual({ name: 'grade-b', mark: 'B' });
    expect(toneOf(mapped('a', { grade: null }), 'grade', '–')).toEqual({ name: 'none', mark: '–' });
    expect(toneOf(mapped('a'), 'theme', '–')).toEqual({ name: 'theme-heal', mark: 'HEAL' });
    expect(toneOf(mapped('a', { themes: ['AGRI'] }), 'theme', '–')).toEqual({ name: 'theme-other', mark: 'AGRI' });
    expect(toneOf(mapped('a', { themes: ['http://x.example/t#Søvn'] }), 'theme', '–').mark).toBe('Søvn');
    expect(toneOf(mapped('a', { themes: [] }), 'theme', '–')).toEqual({ name: 'none', mark: '–' });
  });

  it('is painted as one path for all that have it', () => {
    expect(
      pathOf([
        { x: 0, y: 0, width: 10, height: 20 },
        { x: 12.34, y: 0, width: 5, height: 5 },
      ]),
    ).toBe('M0 0h10v20h-10zM12.3 0h5v5h-5z');
  });
});
