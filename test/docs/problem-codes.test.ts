import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problemCodesPage } from '#infra/docs/problem-codes-page.ts';
import { isProblemCode, problemCode } from '#schemas/problem-codes.ts';

test('the page of problem codes is that of the table; if not: npm run docs:problem-codes', () => {
  expect(readFileSync('docs/problem-codes.md', 'utf8') === problemCodesPage()).toBe(true);
});

test('a server’s status is a code of its own, and a name that every object has is none', () => {
  expect(problemCode('http-418')).toMatchObject({ severity: 'error', en: expect.stringContaining('418') });
  expect(['http-418', 'truncated', 'constructor', 'nonsense'].map(isProblemCode)).toEqual([true, true, false, false]);
});
