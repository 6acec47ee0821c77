/** The harvests, from a process that can be told to end. */
import { join } from 'node:path';
import { forked } from '#test/chaos/forked.ts';
import type { HarvestOutcome } from './oai-harvests.ts';

/** Eight harvests and three runs of a source; several times what that takes on a busy machine. */
export const PATIENCE_MS = 240_000;

/** Lets every client that is here harvest a system on this folder. @throws Error with the last words of one that came to no end. */
export async function harvestByAll(folder: string): Promise<readonly HarvestOutcome[]> {
  const script = join(import.meta.dirname, 'oai-harvests.ts');
  const { message, lastWords } = await forked<readonly HarvestOutcome[]>(script, [folder], PATIENCE_MS);
  if (!message) throw new Error(`The harvests came to no end: ${lastWords}`);
  return message;
}
