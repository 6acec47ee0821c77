/** Scripts of this folder, run in a process of their own. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a script and reads the one JSON object that it prints. */
export async function child<Result>(script: string, ...parameters: string[]): Promise<Result> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, script), ...parameters]);
  return JSON.parse(stdout);
}
