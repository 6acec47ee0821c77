import { expect, test } from 'vitest';
import { createScene } from './scene.ts';

interface Score {
  readonly set: string;
  readonly parts: readonly { metric: string; dimension: string; points: number; notAssessed: unknown }[];
}

const scoresOf = (json: Record<string, unknown>) => json.scores as readonly Score[];

test('/metrics tells what each metric is worth: the points of the MQA are the 405 of data.europa.eu', async () => {
  const { json } = await createScene().ask('/metrics');
  const mqa = scoresOf(json).find(({ set }) => set === 'mqa');
  expect(mqa?.parts.reduce((sum, { points }) => sum + points, 0)).toBe(405);
  expect(mqa?.parts[0]).toEqual({
    metric: 'keywordAvailability',
    dimension: 'findability',
    points: 30,
    notAssessed: null,
  });
});

test('/metrics names every metric and dimension that counts, and the weights of the grade make a hundred', async () => {
  const { json } = await createScene().ask('/metrics');
  const { items, dimensions, grade } = json as unknown as {
    items: readonly { id: string }[];
    dimensions: Record<string, unknown>;
    grade: { weights: readonly { weight: number }[]; bands: readonly { letter: string; from: number }[] };
  };
  const named = new Set(items.map(({ id }) => id));
  const parts = scoresOf(json).flatMap((score) => score.parts);
  expect(parts.filter(({ metric, dimension }) => !named.has(metric) || !(dimension in dimensions))).toEqual([]);
  expect(grade.weights.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  expect(grade.bands.at(0)).toEqual({ letter: 'A', from: 0.85 });
  expect(grade.bands.at(-1)).toEqual({ letter: 'E', from: 0 });
});
