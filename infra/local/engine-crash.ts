/**
 * An engine that cannot write throws where nobody can catch it: the request that it was at work on would hang for ever, and so
 * would whoever sent it. The process ends then, and says why; what was under way goes on at the next start.
 */
import { withoutObeyed } from '#functions/shared/obeyed.ts';
import { codeOf, NOT_ALL_WELL, sentenceOf } from './refusal.ts';

/** What the tables' engine calls an error of its disk, and what the system calls a full one. */
const DISK_CODES: ReadonlySet<string> = new Set(['LEVEL_IO_ERROR', 'ENOSPC', 'EIO', 'SQLITE_FULL']);

/** What a person is told of an error that nobody caught. */
export function crashText(error: unknown): string {
  const told = sentenceOf(error);
  if (/no space left|disk is full|ENOSPC/i.test(told)) {
    return `The disk is full (${told}). Make space and start again: what was under way goes on then.`;
  }
  if (DISK_CODES.has(codeOf(error))) {
    return `The disk of the data folder does not work (${told}). Start again when it does: what was under way goes on then.`;
  }
  return `Something went wrong that should not: ${error instanceof Error ? error.stack : told}`;
}

/** Ends this process on an error that nobody caught, with a sentence in place of a stack. */
export function endOnCrash(): void {
  process.once('uncaughtException', (error) => {
    process.stderr.write(`${withoutObeyed(crashText(error))}\n`, () => process.exit(NOT_ALL_WELL));
  });
}
