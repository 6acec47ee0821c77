/** A value of a record as lines of text, whatever it is. */

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Longer ones are cut: the whole record is a click away. */
const MOST_LINES = 40;

function linesOf(value: unknown, indent: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => marked(linesOf(item, `${indent}  `), indent));
  if (!isRecord(value)) return [`${indent}${String(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => {
    const lines = linesOf(inner, `${indent}  `);
    const [only = ''] = lines;
    return lines.length === 1 ? [`${indent}${key}: ${only.trim()}`] : [`${indent}${key}:`, ...lines];
  });
}

/** The lines of an item of a list, the first with its dash. */
const marked = ([first = '', ...rest]: readonly string[], indent: string): readonly string[] => [
  `${indent}- ${first.trim()}`,
  ...rest,
];

/** `undefined` and `null` give nothing. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return '';
  const lines = linesOf(value, '');
  return lines.length <= MOST_LINES ? lines.join('\n') : [...lines.slice(0, MOST_LINES), '…'].join('\n');
}
