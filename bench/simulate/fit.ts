/** Lines through measured points: what an action uses at once, and what for each page, dataset or change. Values only. */
import type { Measurement, Numbers, Played, Shape } from './scenario.ts';

/** What is counted in a shape; `once` is 1. */
type Factor = 'once' | 'pages' | 'datasets' | 'changed';

/** What one action of one function uses, by factor and then by unit. */
type Coefficients = Readonly<Partial<Record<Factor, Numbers | undefined>>>;

/** Coefficients by `action/function`. */
export type Model = Readonly<Record<string, Coefficients>>;

const factorOf: Readonly<Record<Factor, (shape: Shape) => number>> = {
  once: () => 1,
  pages: ({ datasets, perPage }) => Math.ceil(datasets / perPage),
  datasets: ({ datasets }) => datasets,
  changed: ({ changed }) => changed,
};

/** What each action grows with. A harvest's changes are fitted behind what it does for all datasets. */
const FACTORS: readonly (readonly [string, readonly Factor[]])[] = [
  ['created/harvest', ['once', 'pages', 'datasets']],
  ['unchanged/harvest', ['once', 'pages', 'datasets']],
  // These write a file of all datasets anew.
  ['changed/index-search', ['once', 'datasets', 'changed']],
  ['changed/assess-datasets', ['once', 'datasets', 'changed']],
  ['changed/link-datasets', ['once', 'datasets', 'changed']],
  ['changed/', ['once', 'changed']],
  ['stored/changed', ['changed']],
  ['stored/unchanged', ['datasets']],
  ['stored', ['datasets']],
  ['created/', ['once', 'datasets']],
  ['snapshot/', ['once', 'datasets']],
  ['sweep/', ['once', 'datasets']],
];

const factorsOf = (action: string): readonly Factor[] =>
  FACTORS.find(([start]) => action.startsWith(start))?.[1] ?? ['once'];

/** Solves a small system of linear equations by elimination; an unknown that nothing determines is 0. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.slice(column).toSorted((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0))[0];
    if (!pivot || Math.abs(pivot[column] ?? 0) < 1e-9) continue;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const share = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let place = column; place <= size; place += 1) row[place] = (row[place] ?? 0) - share * (pivot[place] ?? 0);
    }
  }
  return rows.map((row, place) => (Math.abs(row[place] ?? 0) < 1e-9 ? 0 : (row[size] ?? 0) / (row[place] ?? 1)));
}

/** The least squares of relative errors, so that a small catalogue counts as much as a large one. */
function line(points: readonly { readonly x: readonly number[]; readonly y: number }[]): number[] {
  const size = points[0]?.x.length ?? 0;
  const normal = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => 0));
  for (const { x, y } of points) {
    const weight = 1 / Math.max(1, y * y);
    for (const [row, left] of x.entries()) {
      const sums = normal[row];
      if (!sums) continue;
      for (const [column, right] of [...x, y].entries()) sums[column] = (sums[column] ?? 0) + weight * left * right;
    }
  }
  return solve(normal);
}

/** Digits that a measurement vouches for; what elimination leaves of a nothing is nothing. */
const told = (value: number): number => (value < 1e-6 ? 0 : Number(value.toPrecision(4)));

function fitAction(
  action: string,
  points: readonly { readonly shape: Shape; readonly numbers: Numbers }[],
): Coefficients {
  const factors = factorsOf(action);
  const units = Object.keys(points[0]?.numbers ?? {});
  const fitted = new Map(
    units.map((unit) => {
      const x = points.map(({ shape, numbers }) => ({
        x: factors.map((factor) => factorOf[factor](shape)),
        y: numbers[unit] ?? 0,
      }));
      return [unit, line(x)] as const;
    }),
  );
  return Object.fromEntries(
    factors.map((factor, place) => {
      const numbers = units.map((unit) => [unit, told(fitted.get(unit)?.[place] ?? 0)] as const);
      return [factor, Object.fromEntries(numbers.filter(([, value]) => value > 0))];
    }),
  );
}

/** What the model says that an action uses in a shape. */
export function predicted(model: Model, action: string, shape: Shape): Numbers {
  const sums: Record<string, number> = {};
  for (const [factor, numbers] of Object.entries(model[action] ?? {})) {
    // The factors are the model's own.
    const count = factorOf[factor as Factor](shape);
    for (const [unit, value] of Object.entries(numbers ?? {})) sums[unit] = (sums[unit] ?? 0) + value * count;
  }
  return sums;
}

/** A harvest of changes without what it did for all datasets. */
function beyond(played: Played, model: Model, shape: Shape): Numbers {
  const all = predicted(model, 'unchanged/harvest', shape);
  const numbers = Object.entries(played['changed/harvest'] ?? {});
  return Object.fromEntries(numbers.map(([unit, value]) => [unit, value - (all[unit] ?? 0)]));
}

/** The model of these scenes. */
export function fitModel(scenes: readonly Measurement[]): Model {
  const model: Record<string, Coefficients> = {};
  const actions = Object.keys(scenes[0]?.played ?? {});
  // The harvest of changes stands behind that of none.
  for (const action of actions) {
    const points = scenes.map(({ shape, played }) => ({
      shape,
      numbers: action === 'changed/harvest' ? beyond(played, model, shape) : (played[action] ?? {}),
    }));
    model[action] = fitAction(action, points);
  }
  return model;
}
