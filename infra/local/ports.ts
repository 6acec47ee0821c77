/** Which ports a command tries, given the port of the last start: the example's addresses hold it, and should not change. */

const DEFAULT_PORT = 8080;

/** For `start`: exactly the port that was asked for; any free one, by preference the last, when that is 0. */
export function portsToServe(asked: number | undefined, last: number | undefined): number[] {
  if (asked !== 0) return [asked ?? DEFAULT_PORT];
  return last === undefined ? [0] : [last, 0];
}

/** For commands that serve nobody but the crawler: the last port, or any free one. */
export const portsToUse = (last: number | undefined): number[] => [last ?? DEFAULT_PORT, 0];

/** The address of the last start, or of a first one. */
export const usualAddress = (last: number | undefined): string => `http://127.0.0.1:${last ?? DEFAULT_PORT}`;

/** What a person is told when the example cannot be served where it was: its records then come as changed, and rightly so. */
export const portLostText = (port: number, address: string): string =>
  `Port ${port} is taken by another program, so the example is at ${address} this time: the addresses in its records are told as changed.`;
