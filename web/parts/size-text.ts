/** How much there is to download, as people say it. */

/** A thousand each, as makers of disks and browsers count. */
const UNITS = ['byte', 'kB', 'MB', 'GB', 'TB'] as const;

/** One decimal below ten, none above: `1.5 MB`, `230 kB`. */
export function sizeText(bytes: number, number: (value: number) => string): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const size = bytes / 1000 ** power;
  return `${number(size < 10 ? Math.round(size * 10) / 10 : Math.round(size))} ${UNITS[power]}`;
}
