/** The eight pictures of docs/tour.md. */

export interface Stop {
  /** The picture's file, without its ending. */
  readonly name: string;
  /** The page, of those that are pictured. */
  readonly path: RegExp;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

const desk = { width: 1280, height: 860, scheme: 'light' } as const;
const phone = { width: 390, height: 860, scheme: 'light' } as const;

export const TOUR: readonly Stop[] = [
  { name: 'map', path: /^\/da\/$/, ...desk },
  { name: 'timeline', path: /view=timeline/, ...desk, scheme: 'dark' },
  { name: 'search', path: /view=list/, ...phone },
  { name: 'register', path: /registers\/eksempel-dokumentation\.lpr$/, ...desk },
  { name: 'variable', path: /variables\/PNR$/, ...phone },
  { name: 'overview', path: /operator$/, ...desk },
  { name: 'run', path: /operator\/runs\/svinder/, ...desk },
  { name: 'owner', path: /da\/owner\//, ...desk },
];
