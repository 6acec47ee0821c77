/**
 * Structured log lines on standard error: one JSON object a line, as CloudWatch reads them. Text from outside stays the value
 * of the field that it was given to: it can end no line, add no field, and take the place of none.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { withoutObeyed } from './obeyed.ts';

type Level = 'info' | 'warning' | 'error';

type Fields = Readonly<Record<string, unknown>>;

/** Characters of one text: a service's message may hold a whole page, and CloudWatch cuts a line of 1 MB off, unreadable. */
const LONGEST_TEXT = 8_000;

/** Fields of the line itself, and the one by which CloudWatch takes a line for figures (functions/shared/figures.ts). */
const OURS: ReadonlySet<string> = new Set(['level', 'time', 'message', '_aws']);

const plain = (_key: string, value: unknown): unknown => {
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack };
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string' && value.length > LONGEST_TEXT) return `${value.slice(0, LONGEST_TEXT)}…`;
  return value;
};

/** An object as one line of the log, without its end: what JSON lets stand and a terminal obeys is written out. */
export const lineOf = (fields: Fields): string => withoutObeyed(JSON.stringify(fields, plain));

const about = new AsyncLocalStorage<Fields>();

/** Does some work; each line that it logs also has these fields: whose it is (`source`, `run`, `requestId`, `invocation`). */
export const logAbout = <Result>(fields: Fields, work: () => Result): Result =>
  about.run({ ...about.getStore(), ...fields }, work);

/** Writes one line. Fields must not hold credentials; errors are written with their stack. */
export function log(level: Level, message: string, fields: Fields = {}): void {
  const details = Object.entries({ ...about.getStore(), ...fields }).filter(([key]) => !OURS.has(key));
  const line = { level, time: new Date().toISOString(), message, ...Object.fromEntries(details) };
  process.stderr.write(`${lineOf(line)}\n`);
}
