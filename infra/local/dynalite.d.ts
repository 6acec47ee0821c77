/** dynalite ships no types; these are the parts of it that we call. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** @param options.path the LevelDB folder; in memory without it. `createTableMs` is how long a new table stays unusable. */
  function dynalite(options: { path?: string; createTableMs?: number }): Server;
  export = dynalite;
}
