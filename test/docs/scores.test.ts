import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scoresPage } from '#infra/docs/scores-page.ts';
import { weightTables } from '#quality/weights/weight-tables.ts';
import { metricById } from '#schemas/metrics/metric-table.ts';

test('the page of scores is that of the tables; if not: npm run docs:scores', () => {
  expect(readFileSync('docs/scores.md', 'utf8') === scoresPage()).toBe(true);
});

test('the page names every metric of every set, in Danish and in English', () => {
  const page = scoresPage();
  const missing = Object.values(weightTables)
    .flat()
    .filter(({ metric }) => {
      const label = metricById(metric)?.label;
      return !label || !page.includes(metric) || !page.includes(label.da) || !page.includes(label.en);
    });
  expect(missing).toEqual([]);
});
