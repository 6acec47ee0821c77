/** Boxes and points of schema.org (latitude first, degrees) as well-known text (longitude first), which the record holds. */

/** A polygon with more corners than this is drawn too finely to say where a register's people live. */
const MAX_CORNERS = 10_000;

/** The numbers of a text, or undefined where something else stands among them. */
const numbersOf = (text: string): number[] | undefined => {
  const parts = text
    .trim()
    .split(/[\s,;]+/, MAX_CORNERS * 2 + 1)
    .map((part) => (part === '' ? Number.NaN : Number(part)));
  return parts.every(Number.isFinite) ? parts : undefined;
};

const isPoint = (latitude: number, longitude: number): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 360;

/** The text of a box of two corners, in any order; undefined for what is no box. */
export const boxText = (written: string): string | undefined => {
  const numbers = numbersOf(written);
  if (numbers?.length !== 4) return undefined;
  const [south, west, north, east] = numbers as [number, number, number, number];
  if (!isPoint(south, west) || !isPoint(north, east)) return undefined;
  return `POLYGON((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))`;
};

/** The text of a polygon given as its corners, closed where the page leaves that out. */
export const polygonText = (written: string): string | undefined => {
  const numbers = numbersOf(written);
  if (numbers === undefined || numbers.length < 6 || numbers.length % 2 === 1 || numbers.length > MAX_CORNERS * 2) {
    return undefined;
  }
  const corners: string[] = [];
  for (let at = 0; at < numbers.length; at += 2) {
    const [latitude = 0, longitude = 0] = [numbers[at], numbers[at + 1]];
    if (!isPoint(latitude, longitude)) return undefined;
    corners.push(`${longitude} ${latitude}`);
  }
  if (corners[0] !== corners.at(-1)) corners.push(corners[0] ?? '');
  return `POLYGON((${corners.join(',')}))`;
};

/** The text of a point. */
export const pointText = (latitude: string, longitude: string): string | undefined => {
  const numbers = numbersOf(`${latitude} ${longitude}`);
  if (numbers?.length !== 2) return undefined;
  const [north, east] = numbers as [number, number];
  return isPoint(north, east) ? `POINT(${east} ${north})` : undefined;
};
