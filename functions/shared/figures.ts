/**
 * Figures for CloudWatch in its embedded metric format: a line of the log whose field `_aws` says which of its other fields
 * are metrics. Lambda's log is read for such lines, so there is no call, no library and nothing to wait for
 * (docs/decisions/0054).
 */
import type { Unit } from '#schemas/watch-metrics.ts';
import type { Clock } from './clock.ts';
import { lineOf, log } from './log.ts';

/** A figure's name, its unit in CloudWatch's words, and its value. */
interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly value: number;
}

/** What is told at a time; CloudWatch takes at most a hundred figures in one line. */
export interface Told {
  readonly figures: readonly Figure[];
  /** What the figures count, by their names: which sources, which queues. */
  readonly ill?: Readonly<Record<string, readonly string[]>>;
  /** What else stands in the line for whoever looks into it; no figure. */
  readonly also?: Readonly<Record<string, unknown>>;
}

/** Takes figures to where somebody sees them. */
export type EmitFigures = (told: Told) => void;

/**
 * One line. The one set of dimensions is empty: each further one would make a metric of each of its values. CloudWatch's
 * specification of the format allows an empty set, and its schema asks for one set at least
 * (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 * @param now epoch milliseconds.
 */
const embeddedLine = (namespace: string, { figures, ill = {}, also = {} }: Told, now: number): string =>
  lineOf({
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: namespace,
          Dimensions: [[]],
          Metrics: figures.map(({ name, unit }) => ({ Name: name, Unit: unit })),
        },
      ],
    },
    ...Object.fromEntries(figures.map(({ name, value }) => [name, value])),
    ill,
    also,
  });

const toCloudWatch =
  (namespace: string, clock: Clock, write: (line: string) => void): EmitFigures =>
  (told) =>
    write(`${embeddedLine(namespace, told, clock())}\n`);

/** Where nobody reads figures off a log: one line, and only when one of the figures that matter is another than before. */
function toReaders(matters: ReadonlySet<string>): EmitFigures {
  let before = '';
  return ({ figures, ill = {} }) => {
    const told = figures.filter(({ name, value }) => matters.has(name) && value > 0);
    const named = Object.fromEntries(told.flatMap(({ name }) => (ill[name] ? [[name, ill[name]]] : [])));
    const now = JSON.stringify([told, named]);
    const isWell = told.length === 0;
    if (!isWell && now !== before) {
      const counts = Object.fromEntries(told.map(({ name, value }) => [name, value]));
      log('warning', 'something needs a look', { ...counts, ill: named });
    }
    if (isWell && before !== '') log('info', 'nothing needs a look any more');
    before = isWell ? '' : now;
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
