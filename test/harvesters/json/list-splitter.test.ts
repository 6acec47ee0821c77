import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ListSplitter } from '#harvesters/json/list-splitter.ts';

const WANTED = {
  lists: ['result/results', 'result'],
  nested: ['result'],
  top: 'result',
  facts: ['success', 'result/count', 'error'],
} as const;

/** The elements as texts with their lists, how the page ended, and the facts. */
const split = (page: string, size = page.length || 1) => {
  const splitter = new ListSplitter(WANTED);
  const bytes = new TextEncoder().encode(page);
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += size) {
    for (const piece of splitter.push(bytes.subarray(start, start + size))) {
      pieces.push(piece.kind === 'element' ? `${piece.list}/${piece.index} ${Buffer.from(piece.bytes)}` : piece.what);
    }
  }
  const facts = WANTED.facts.map((path) => splitter.fact(path));
  return { pieces, ending: splitter.ending, facts };
};

describe('a list below the document’s root', () => {
  test('is split, and what stands before and behind it is kept', () => {
    const page = '{"success": true, "result": {"facets":{"results":[9]}, "results": [{"a":[1]}, 2], "count" : 2 }}';
    expect(split(page)).toEqual({
      pieces: ['result/results/0 {"a":[1]}', 'result/results/1 2'],
      ending: 'whole',
      facts: ['true', '2', undefined],
    });
  });

  test('is not one of the same name elsewhere', () => {
    const page =
      '{"x":{"results":[1]},"results":[2],"result":{"y":{"results":[3]},"z":[{"results":[4]}],"results":[5]}}';
    expect(split(page).pieces).toEqual(['result/results/0 5']);
  });

  test('may stand as a list of lists', () => {
    expect(split('{"result":[[{"a":1},{"b":2}],[{"c":3}]],"success":false}')).toMatchObject({
      pieces: ['result/0 {"a":1}', 'result/1 {"b":2}', 'result/2 {"c":3}'],
      ending: 'whole',
      facts: ['false', undefined, undefined],
    });
    expect(split('{"result":[[{"a":1}]').ending).toBe('cut');
  });
});

test('a fact may be an object with commas and brackets in its texts', () => {
  const error = '{"message":"a, b } ]","more":[1,{"x":2}]}';
  expect(split(`{"error": ${error} ,"success":false}`).facts).toEqual(['false', undefined, error]);
});

test('a fact that the page ends in is none', () => {
  expect(split('{"success":tr').facts[0]).toBeUndefined();
});

test('pieces, ending and facts are the same in chunks of any size, for any JSON', () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  const page = fc.record({
    success: value,
    result: fc.oneof(fc.array(value), fc.record({ results: value, count: value })),
  });
  fc.assert(
    fc.property(page, fc.integer({ min: 1, max: 40 }), (object, size) => {
      const text = JSON.stringify(object);
      expect(split(text, size)).toEqual(split(text));
    }),
  );
});

test('a page of brackets alone is read in the memory that it takes', () => {
  expect(split('['.repeat(200_000)).pieces).toEqual([]);
  expect(split('{"a":'.repeat(100_000)).ending).toBe('cut');
});
