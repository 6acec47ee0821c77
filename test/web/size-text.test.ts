import { expect, test } from 'vitest';
import { sizeText } from '#web/parts/size-text.ts';
import { numberText } from '#web/words/word.ts';

const danish = (value: number) => numberText(value, 'da');

test('a size is told in the largest unit of which there is one, with a decimal below ten', () => {
  const sizes = [0, 999, 1000, 1_540_000, 230_400_000_000, 9_000_000_000_000_000];
  expect(sizes.map((size) => sizeText(size, danish))).toEqual([
    '0 byte',
    '999 byte',
    '1 kB',
    '1,5 MB',
    '230 GB',
    '9.000 TB',
  ]);
});
