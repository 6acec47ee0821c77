/** Canonical text: one text for all values that mean the same, whatever order a serialisation gave them. */

/**
 * Canonical JSON of a plain value: keys sorted, every list a set (sorted, equal members once), no white space. Two readings
 * of one graph in different serialisations give the same text. Values that JSON has no word for are left out.
 */
export const canonicalText = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? canonicalSet(value) : canonicalObject(value as Record<string, unknown>);
};

const canonicalSet = (values: readonly unknown[]): string => {
  const [only] = values;
  if (values.length === 1) return `[${canonicalText(only)}]`;
  const texts: string[] = [];
  for (const value of values) texts.push(canonicalText(value));
  texts.sort();
  let joined = '';
  let previous: string | undefined;
  for (const text of texts) {
    if (text !== previous) joined += joined === '' ? text : `,${text}`;
    previous = text;
  }
  return `[${joined}]`;
};

const canonicalObject = (object: Record<string, unknown>): string => {
  let joined = '';
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value !== undefined) joined += `${joined === '' ? '' : ','}${JSON.stringify(key)}:${canonicalText(value)}`;
  }
  return `{${joined}}`;
};
