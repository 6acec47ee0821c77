/** Gives the environment of a function the test's clock. */

/** @param shared the milliseconds by which the clock is on, for all threads. */
export function prepare(shared: unknown): void {
  if (!(shared instanceof SharedArrayBuffer)) throw new Error('The clock is missing.');
  const ahead = new Float64Array(shared);
  const now = Date.now.bind(Date);
  Date.now = () => now() + (ahead[0] ?? 0);
}
