/** The state of a page in its address. */

/**
 * The address of the same page with other values in its query.
 * @param url the present address with its query.
 * @param change an empty value is taken out.
 */
export function withQuery(path: string, url: string, change: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(url.split('#')[0]?.split('?')[1] ?? '');
  for (const [key, value] of Object.entries(change)) {
    if (value === '') query.delete(key);
    else query.set(key, value);
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
