/** Whether names can be looked up at all from here. */
import { lookup } from 'node:dns/promises';

/** One of the thirteen hosts that the name system itself begins at: as long as there are names, there is this one. */
const ALWAYS_THERE = 'a.root-servers.net';

export const resolvesNames = (): Promise<boolean> =>
  lookup(ALWAYS_THERE).then(
    () => true,
    () => false,
  );
