import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, partsOf, wordsOf, writtenAs } from '#publishing/search/fold.ts';
import { beginningWithin, isOneEdit, untouched } from '#publishing/search/one-edit.ts';
import { sortTitle } from '#publishing/search/sort-title.ts';

const words = (text: string) => [...wordsOf(text)].map(({ folded }) => folded);

describe('words', () => {
  it.each([
    ['lægemiddel', 'laegemiddel', 'Lægemiddel', 'LÆGEMIDDEL'],
    ['fødsel', 'fodsel', 'foedsel', 'FØDSEL'],
    ['Århus', 'Aarhus', 'arhus', 'A\u030Arhus'],
    ['øer', 'oer', 'oeer'],
    ['café', 'cafe', 'CAFE\u0301'],
  ])('are one in all the spellings that people take for æ, ø, å and accents: %s, %s', (...spellings) => {
    expect(new Set(spellings.map(fold)).size).toBe(1);
  });

  it('of æ are not those of a: kræft is no kraft', () => {
    expect(fold('kræft')).not.toBe(fold('kraft'));
  });

  it('are kept as written beside their folded form, so that the right spelling can rank higher', () => {
    expect([...wordsOf('Kræft, og øl')].map(({ kept }) => kept)).toEqual(['kræft', 'og', 'øl']);
  });

  it('are parted at everything that is no letter and no digit', () => {
    expect(words('C_ADIAG (ICD-10), «hjerte/kar»')).toEqual(['c', 'adiag', 'icd', '10', 'hjerte', 'kar']);
  });

  it('stand where they say in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { folded, start, end } of wordsOf(text)) {
          expect(end).toBeGreaterThan(start);
          expect(folded).toMatch(/^[\p{L}\p{N}]+$/u);
        }
      }),
    );
  });

  it('hold the parts of a compound by the beginnings of their ends', () => {
    const parts = partsOf(fold('cancerregisteret'));
    expect(parts.some((part) => part.startsWith('register'))).toBe(true);
    expect(parts.every((part) => part.length >= 4)).toBe(true);
    expect(partsOf('hjerte')).toEqual([]);
  });

  it('are shown as written to where a correction ends', () => {
    expect(writtenAs('lægemiddelstatistik', 'laegemiddel')).toBe('lægemiddel');
    expect(writtenAs('århus', 'arhus')).toBe('århus');
  });
});

const letter = fc.constantFrom(...'abcdelmnrst');
const word = fc.array(letter, { minLength: 4, maxLength: 14 }).map((letters) => letters.join(''));

/** One slip in a word: a letter left out, put in, changed, or two turned round. */
const slipIn = (text: string) =>
  fc
    .tuple(fc.nat(text.length - 2), letter, fc.constantFrom('out', 'in', 'changed', 'turned'))
    .map(([at, other, kind]) => {
      const [before, here, next, rest] = [text.slice(0, at), text[at] ?? '', text[at + 1] ?? '', text.slice(at + 2)];
      if (kind === 'out') return before + next + rest;
      if (kind === 'in') return before + other + here + next + rest;
      return kind === 'changed' ? before + other + next + rest : before + next + here + rest;
    });

const misspelt = word.chain((right) => slipIn(right).map((wrong) => ({ right, wrong })));

describe('one slip', () => {
  it.each([
    ['cancerregistret', 'cancerregisteret'],
    ['laegemidel', 'laegemiddel'],
    ['diabtees', 'diabetes'],
    ['hjerta', 'hjerte'],
    ['kraeft', 'kraeft'],
  ])('is all that lies between %s and %s', (wrong, right) => {
    expect(isOneEdit(wrong, right)).toBe(true);
    expect(isOneEdit(right, wrong)).toBe(true);
  });

  it.each([
    ['cancer', 'dancing'],
    ['abcd', 'badc'],
    ['hjerte', 'hje'],
  ])('is not enough from %s to %s', (wrong, right) => expect(isOneEdit(wrong, right)).toBe(false));

  it('is always known as one, wherever it happened', () => {
    fc.assert(
      fc.property(misspelt, ({ right, wrong }) => {
        expect(isOneEdit(wrong, right)).toBe(true);
      }),
    );
  });

  it('leaves one end of the word as it was, by which the right word is found', () => {
    fc.assert(
      fc.property(misspelt, ({ right, wrong }) => {
        const whole = untouched(wrong);
        const isFound = right.startsWith(wrong.slice(0, whole)) || right.endsWith(wrong.slice(wrong.length - whole));
        expect(isFound).toBe(true);
      }),
    );
  });

  it('is found in the beginning of a longer word', () => {
    expect(beginningWithin('laegemidel', 'laegemiddelstatistikregisteret')).toBe('laegemiddel');
    expect(beginningWithin('laegemidel', 'laegekonsultation')).toBeUndefined();
  });
});

describe('titles', () => {
  it('are sorted as in a Danish register: æ, ø and å behind z, aa with å, and what has no title last', () => {
    const titles = ['Ålborg', 'Zoonoser', 'Østdanmark', 'Ældre', 'Cancer', 'aarhus', 'børn', 'bronkitis'];
    const sorted = titles.map((da) => ({ da, key: sortTitle({ da }) })).sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(sorted.map(({ da }) => da)).toEqual([
      'bronkitis',
      'børn',
      'Cancer',
      'Zoonoser',
      'Ældre',
      'Østdanmark',
      'Ålborg',
      'aarhus',
    ]);
    expect(sortTitle(undefined) > sortTitle({ da: 'Ålborg' })).toBe(true);
  });
});
