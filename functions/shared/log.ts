/** Structured log lines on standard error: one JSON object a line, as CloudWatch reads them. */

type Level = 'info' | 'warning' | 'error';

const plain = (value: unknown): unknown =>
  value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;

/** Writes one line. Fields must not hold credentials; errors are written with their stack. */
export function log(level: Level, message: string, fields: Readonly<Record<string, unknown>> = {}): void {
  const details = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plain(value)]));
  process.stderr.write(`${JSON.stringify({ level, time: new Date().toISOString(), message, ...details })}\n`);
}
