/** Which addresses of harvested data may be gone to. */

/** An address of the web, as it may stand in a link; undefined for anything else, such as `javascript:`. */
export function webAddress(text: string): string | undefined {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}
