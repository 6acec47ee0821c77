/** What the command line says: on a terminal, texts of owners' pages are texts, and nothing in them is obeyed. */
import { withoutObeyed } from '#functions/shared/obeyed.ts';

/** Says something on standard output, with a line's end. */
export const say = (text: string): void => void process.stdout.write(`${withoutObeyed(text)}\n`);

/** Tells something beside the result, on standard error. */
export const tell = (text: string): void => void process.stderr.write(`${withoutObeyed(text)}\n`);
