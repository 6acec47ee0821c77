/** What an area is coloured by. The colour says nothing that a letter or a code in the area does not say. */
import type { ColourBy } from './address.ts';
import type { Box } from './area-layout.ts';
import type { Mapped } from './map-document.ts';

/** Themes with a colour of their own: those of most health data. The others share one. */
const COLOURED: ReadonlySet<string> = new Set(['HEAL', 'SOCI', 'GOVE', 'TECH', 'EDUC', 'ECON', 'ENVI', 'REGI']);

export interface Tone {
  /** The class of the area. */
  readonly name: string;
  /** What stands in the area. */
  readonly mark: string;
}

/** The last part of a theme that no vocabulary lists. */
const codeOf = (theme: string): string => theme.split(/[/#]/).at(-1)?.slice(0, 6) ?? theme;

/** The tone of a register. @param none what stands where nothing is told. */
export function toneOf({ grade, themes }: Mapped, colour: ColourBy, none: string): Tone {
  if (colour === 'grade')
    return grade === null ? { name: 'none', mark: none } : { name: `grade-${grade.toLowerCase()}`, mark: grade };
  const [theme] = themes;
  if (theme === undefined) return { name: 'none', mark: none };
  return { name: COLOURED.has(theme) ? `theme-${theme.toLowerCase()}` : 'theme-other', mark: codeOf(theme) };
}

/** All areas of one tone as one path: thousands of elements would cost what nobody sees. */
export function pathOf(boxes: readonly Box[]): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  return boxes
    .map(({ x, y, width, height }) => `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`)
    .join('');
}
