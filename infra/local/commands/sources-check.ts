/** `sources check`: is a source file sound? */

import { checkSettings } from '../load-sources.ts';
import { readSourceFile } from '../source-file.ts';
import { say } from '../terminal.ts';

/** @returns 0. @throws Refusal that names each fault with its place. */
export async function sourcesCheck(file: string): Promise<number> {
  const sources = readSourceFile(file, checkSettings);
  const enabled = sources.filter((source) => source.enabled).length;
  say(`${file} is sound: ${sources.length} ${sources.length === 1 ? 'source' : 'sources'}, ${enabled} enabled.`);
  return 0;
}
