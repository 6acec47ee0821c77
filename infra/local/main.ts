/** The command line: reads it, runs the command, and ends with its exit code. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { crashText, endOnCrash } from './engine-crash.ts';
import { type Command, readCommand } from './options.ts';
import { codeOf, NOT_ALL_WELL, Refusal } from './refusal.ts';
import { tell } from './terminal.ts';

function version(): string {
  const file = join(import.meta.dirname, '..', '..', 'package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}

const print = (text: string): number => {
  process.stdout.write(`${text}\n`);
  return 0;
};

/** Commands are loaded when they are run: the help should not wait for the SDK. */
async function run(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help':
      return print(command.text);
    case 'version':
      return print(version());
    case 'start':
      return (await import('./commands/start.ts')).start(command);
    case 'harvest':
      return (await import('./commands/harvest.ts')).harvest(command);
    case 'sources check':
      return (await import('./commands/sources-check.ts')).sourcesCheck(command.file);
    case 'preview':
      return (await import('./commands/preview.ts')).previewSources(command);
    case 'replay':
      return (await import('./commands/replay.ts')).replay(command);
    case 'dead-letters':
      return (await import('./commands/dead-letters.ts')).deadLetters(command);
    case 'report':
      return (await import('./commands/report.ts')).report(command);
    case 'token':
      return (await import('./commands/token.ts')).token(command);
    case 'rebuild':
      return (await import('./commands/rebuild.ts')).rebuild(command);
    case 'erase':
      return (await import('./commands/erase.ts')).erase(command);
    case 'backup':
      return (await import('./commands/backup.ts')).backup(command);
    case 'restore':
      return (await import('./commands/restore.ts')).restore(command);
    case 'export':
      return (await import('./commands/export.ts')).exportCatalogue(command);
  }
}

/** Writes to a closed pipe (`… | head`) are no failure of ours. */
function allowClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (codeOf(error) !== 'EPIPE') throw error;
    });
  }
}

const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => stream.write('', () => resolve()));

/** Runs what the words say, and ends the process. */
export async function main(argv: readonly string[]): Promise<void> {
  allowClosedPipes();
  endOnCrash();
  let exitCode: number;
  try {
    exitCode = await run(readCommand(argv));
  } catch (error) {
    exitCode = error instanceof Refusal ? error.exitCode : NOT_ALL_WELL;
    const text = error instanceof Refusal ? error.message : crashText(error);
    tell(text);
  }
  await Promise.all([process.stdout, process.stderr].map(flushed));
  // Connections that are kept open for later would hold the process back.
  process.exit(exitCode);
}
