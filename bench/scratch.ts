/** A folder of its own for a measure, and feeds written into it. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Scratch extends AsyncDisposable {
  readonly folder: string;
  /** Writes pieces of text to a file of the folder and returns its path. */
  write(name: string, text: Iterable<string>): Promise<string>;
}

export async function scratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'datalandkort-bench-'));
  return {
    folder,
    async write(name, text) {
      const path = join(folder, name);
      await pipeline(Readable.from(text), createWriteStream(path));
      return path;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
