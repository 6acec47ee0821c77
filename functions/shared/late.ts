/** What is loaded when it is first needed, so that a cold start does not wait for it (docs/decisions/0076). */
import { TransientFailure } from './failures.ts';

/**
 * Loads once and keeps what came. A part that could not be loaded is asked for again by whoever needs it next: the reason may
 * have been this machine's (no memory, no file handle), and the message or the request comes again, maybe to another one.
 * @param load imports the part, and makes of it what is needed.
 * @returns what gives the loaded; it throws TransientFailure with the reason as cause.
 */
export function late<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw new TransientFailure('A part of the program could not be loaded.', { cause: error });
    });
    return loading;
  };
}
