/** `sources check`: is a source file sound? */
import { checkSettings } from '../load-sources.ts';
import { readSourceFile } from '../source-file.ts';

/** @returns 0. @throws Refusal that names each fault with its place. */
export async function sourcesCheck(file: string): Promise<number> {
  const sources = readSourceFile(file, checkSettings);
  const enabled = sources.filter((source) => source.enabled).length;
  process.stdout.write(
    `${file} is sound: ${sources.length} ${sources.length === 1 ? 'source' : 'sources'}, ${enabled} enabled.\n`,
  );
  return 0;
}
