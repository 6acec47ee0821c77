/** A function for the tests of its environment: it counts its calls, and does as the event says. */
import { appendFileSync } from 'node:fs';

let calls = 0;

interface Wish {
  readonly hang?: string;
  readonly blow?: number;
  readonly die?: true;
}

/** Tells how often this copy of it was called, and which variables it has. */
export async function handler({ hang, blow, die }: Wish): Promise<unknown> {
  calls += 1;
  if (die) process.exit(1);
  if (blow) return 'x'.repeat(blow);
  if (hang === undefined) return { calls, variables: Object.keys(process.env) };
  setInterval(() => appendFileSync(hang, '.'), 1);
  return new Promise(() => undefined);
}
