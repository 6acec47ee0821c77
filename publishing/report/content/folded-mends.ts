/**
 * The same fault at many places of the same kind as one row: a register with three tables would fill six pages with the titles that
 * its columns lack. No place is left out: those that follow each other stand as a range, `table[2].column[0-5].title`.
 */
import type { Mend } from '#schemas/owner-report.ts';

export interface FoldedMend {
  /** The first of them. */
  readonly mend: Mend;
  readonly count: number;
  /** All their paths, with ranges. */
  readonly paths: readonly string[];
}

const INDEX = /\[(\d+)\]/g;

const shapeOf = (path: string): string => path.replace(INDEX, '[]');

/** All that a row says but for the place. */
const rowOf = ({ path, place: _, ...said }: Mend): string => JSON.stringify([shapeOf(path), said]);

const indexesOf = (path: string): number[] => [...path.matchAll(INDEX)].map(([, digits]) => Number(digits));

function pathOf(shape: string, from: readonly number[], to: readonly number[]): string {
  let place = -1;
  return shape.replaceAll('[]', () => {
    place += 1;
    const [first, last] = [from[place], to[place]];
    return first === last ? `[${first}]` : `[${first}-${last}]`;
  });
}

const inOrder = (one: readonly number[], other: readonly number[]): number => {
  const place = one.findIndex((index, at) => index !== other[at]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
};

/** The place of the last index that is not the same everywhere; behind the last one where all are. */
function varyingPlace(places: readonly (readonly number[])[]): number {
  const [first = []] = places;
  return first.findLastIndex((index, at) => places.some((place) => place[at] !== index));
}

/** Paths of one shape, those that follow each other in one index joined. */
export function joinedPaths(paths: readonly string[]): string[] {
  const [first = ''] = paths;
  const places = paths.map(indexesOf).sort(inOrder);
  const at = varyingPlace(places);
  const ranges: { from: number[]; to: number[] }[] = [];
  for (const place of places) {
    const last = ranges.at(-1);
    const next = last?.to.map((index, each) => (each === at ? index + 1 : index));
    if (last && next && inOrder(next, place) === 0) last.to = place;
    else ranges.push({ from: place, to: place });
  }
  return ranges.map(({ from, to }) => pathOf(shapeOf(first), from, to));
}

/** In the order of the first of each. */
export function foldedMends(mends: readonly Mend[]): FoldedMend[] {
  const rows = new Map<string, [Mend, ...Mend[]]>();
  for (const mend of mends) {
    const row = rows.get(rowOf(mend));
    if (row) row.push(mend);
    else rows.set(rowOf(mend), [mend]);
  }
  return [...rows.values()].map((row) => ({
    mend: row[0],
    count: row.length,
    paths: joinedPaths(row.map(({ path }) => path)),
  }));
}
