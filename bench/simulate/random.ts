/** Chance that is the same each time. Values only. */

/** A generator of numbers in [0, 1) by Mulberry32: small, and good enough for sizes and phases. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many datasets each source has: log-normal, at least one each, together as many as there are. */
export function sizesOf(total: number, sources: number, { seed, spread }: { seed: number; spread: number }): number[] {
  const random = seeded(seed);
  const weights = Array.from({ length: sources }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.exp(spread * normal);
  });
  const sum = weights.reduce((one, other) => one + other, 0);
  const left = total - sources;
  const sizes = weights.map((weight) => 1 + Math.floor((left * weight) / sum));
  // What the rounding left over goes to the first.
  sizes[0] = (sizes[0] ?? 0) + total - sizes.reduce((one, other) => one + other, 0);
  return sizes;
}
