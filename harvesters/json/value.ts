/** JSON values as texts, the same whatever order an exporter happens to write keys in. */

export type JsonObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as text: a text as it is, anything else as JSON with its keys sorted. */
export const plainText = (value: unknown): string => (typeof value === 'string' ? value : sortedJson(value));

const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
