/**
 * Figures for CloudWatch in its embedded metric format: a line of the log whose field `_aws` says which of its other fields
 * are metrics. Lambda's log is read for such lines, so there is no call, no library and nothing to wait for
 * (docs/decisions/0054).
 */
import type { Clock } from './clock.ts';
import { lineOf, log } from './log.ts';

/** A figure's name, its unit in CloudWatch's words, and its value. */
interface Figure {
  readonly name: string;
  readonly unit: 'Count' | 'Seconds' | 'None';
  readonly value: number;
}

/** Figures that have the same dimensions; CloudWatch takes at most a hundred of them in one line. */
export interface FigureSet {
  readonly dimensions: Readonly<Record<string, string>>;
  readonly figures: readonly Figure[];
}

/** Takes figures to where somebody sees them. */
export type EmitFigures = (sets: readonly FigureSet[]) => void;

const valuesOf = (figures: readonly Figure[]): Record<string, number> =>
  Object.fromEntries(figures.map(({ name, value }) => [name, value]));

/** One line. @param now epoch milliseconds. */
const embeddedLine = (namespace: string, { dimensions, figures }: FigureSet, now: number): string =>
  lineOf({
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: namespace,
          Dimensions: [Object.keys(dimensions)],
          Metrics: figures.map(({ name, unit }) => ({ Name: name, Unit: unit })),
        },
      ],
    },
    ...dimensions,
    ...valuesOf(figures),
  });

const toCloudWatch =
  (namespace: string, clock: Clock, write: (line: string) => void): EmitFigures =>
  (sets) => {
    for (const set of sets) write(`${embeddedLine(namespace, set, clock())}\n`);
  };

/** Where nobody reads figures off a log: one line, and only when one of the figures that matter is another than before. */
function toReaders(matters: ReadonlySet<string>): EmitFigures {
  let before = '';
  return (sets) => {
    const told = sets
      .flatMap(({ dimensions, figures }) =>
        figures.map(({ name, value }): [string, number] => [[...Object.values(dimensions), name].join(' '), value]),
      )
      .filter(([name, value]) => matters.has(name) && value > 0);
    const now = JSON.stringify(told);
    if (now !== before && (told.length > 0 || before !== '')) {
      if (told.length > 0) log('warning', 'something needs a look', Object.fromEntries(told));
      else log('info', 'nothing needs a look any more');
    }
    before = told.length > 0 ? now : '';
  };
}

/**
 * @param namespace of CloudWatch; empty on one machine.
 * @param matters figures that are above zero only when somebody should look.
 */
export const figuresTo = (
  namespace: string,
  { matters, clock = Date.now }: { readonly matters: readonly string[]; readonly clock?: Clock },
): EmitFigures =>
  namespace === '' ? toReaders(new Set(matters)) : toCloudWatch(namespace, clock, (line) => process.stderr.write(line));
