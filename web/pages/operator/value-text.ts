/** A value of a record as lines of text, whatever it is, each property by its name. */
import { type Names, noNames } from '../../parts/property-names.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Longer ones are cut: the whole record is a click away. */
const MOST_LINES = 40;

function linesOf(value: unknown, indent: string, names: Names): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => marked(linesOf(item, `${indent}  `, names), indent));
  if (!isRecord(value)) return [`${indent}${String(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => {
    const lines = linesOf(inner, `${indent}  `, names.inside(key));
    const [only = ''] = lines;
    const name = names.label(key) ?? key;
    return lines.length === 1 ? [`${indent}${name}: ${only.trim()}`] : [`${indent}${name}:`, ...lines];
  });
}

/** The lines of an item of a list, the first with its dash. */
const marked = ([first = '', ...rest]: readonly string[], indent: string): readonly string[] => [
  `${indent}- ${first.trim()}`,
  ...rest,
];

/** `undefined` and `null` give nothing. @param names what the keys inside the value are called. */
export function valueText(value: unknown, names: Names = noNames): string {
  if (value === undefined || value === null) return '';
  const lines = linesOf(value, '', names);
  return lines.length <= MOST_LINES ? lines.join('\n') : [...lines.slice(0, MOST_LINES), '…'].join('\n');
}
