/** Which addresses of harvested data may be followed. */

/** What a browser is led to: the web, and a letter or a call that the reader starts. Scripts, files and data are not. */
const FOLLOWED: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address as it may stand in a link; undefined for one that leads nowhere or could do something. */
export function followedAddress(written: string | null | undefined): string | undefined {
  if (!written || !URL.canParse(written)) return undefined;
  const { protocol, href } = new URL(written);
  return FOLLOWED.has(protocol) ? href : undefined;
}
