/** The geometry of a share over time: it stays what it is until the day on which it becomes another. */

export interface SharePoint {
  /** `2026-11-25`. */
  readonly day: string;
  /** 0 to 1. */
  readonly share: number;
  readonly letter?: string;
}

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly day: string;
  /** Stands above the line; left out where it would lie on the one before. */
  readonly letter?: string;
}

export interface ShareSteps {
  readonly width: number;
  readonly height: number;
  /** The lines of 0, 50 and 100 %. */
  readonly levels: readonly { readonly share: number; readonly y: number }[];
  readonly left: number;
  /** As `d` of a path. */
  readonly line: string;
  readonly marks: readonly Mark[];
}

const WIDTH = 480;
const HEIGHT = 148;
/** Room for "100 %", for a letter above the highest point, and for the days below. */
const LEFT = 48;
const TOP = 24;
const BOTTOM = 24;
/** So that the letter of today's point is not cut. */
const RIGHT = 12;
/** A letter is so wide, with air. */
const LETTER = 18;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/**
 * @param points oldest first, at least one.
 * @param today the last day that is drawn; a point after it is drawn at it.
 */
export function shareStepsOf(points: readonly SharePoint[], today: string): ShareSteps {
  const from = timeOf(points[0]?.day ?? today);
  const span = Math.max(1, timeOf(today) - from);
  const xOf = (day: string) => LEFT + Math.min(1, (timeOf(day) - from) / span) * (WIDTH - LEFT - RIGHT);
  const yOf = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  const marks: Mark[] = [];
  let free = 0;
  for (const { day, share, letter } of points) {
    const x = xOf(day);
    const hasRoom = letter !== undefined && x >= free;
    if (hasRoom) free = x + LETTER;
    marks.push({ x, y: yOf(share), day, ...(hasRoom && { letter }) });
  }
  const steps = marks.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`));
  return {
    width: WIDTH,
    height: HEIGHT,
    levels: [0, 0.5, 1].map((share) => ({ share, y: yOf(share) })),
    left: LEFT,
    line: `${steps.join('')}H${xOf(today)}`,
    marks,
  };
}
