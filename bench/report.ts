/** The report of the measures: what was measured, what was wanted, whether it was reached, and by how much not. */
import { cpus, totalmem } from 'node:os';

/** One figure against its target. */
export interface Result {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** Null for a figure that is told and not limited. */
  readonly target: number | null;
  /** Whether the figure has to stay below the target or to reach it. */
  readonly wanted: 'at most' | 'at least';
  /** What the figure was made of, so that a reader can judge it. */
  readonly detail: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

const isReached = (figure: number, target: number, wanted: Result['wanted']): boolean =>
  wanted === 'at most' ? figure <= target : figure >= target;

const number = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));

const verdict = ({ figure, target, wanted }: Result): string => {
  if (target === null) return '';
  if (isReached(figure, target, wanted)) return 'reached';
  const factor = wanted === 'at most' ? figure / target : target / figure;
  return `NOT REACHED, by a factor of ${factor.toFixed(2)}`;
};

/** Prints the results as a Markdown table, with the machine that they were measured on. */
export function printReport(results: readonly Result[]): void {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  console.log(`Node ${process.version}, ${cpus().length} × ${cpu?.model.trim()}, ${memory} GiB\n`);
  console.log('| what | figure | target | |\n|---|---|---|---|');
  for (const result of results) {
    const { what, figure, unit, target, wanted } = result;
    const aim = target === null ? '–' : `${wanted} ${number(target)} ${unit}`;
    console.log(`| ${what} | ${number(figure)} ${unit} | ${aim} | ${verdict(result)} |`);
  }
  console.log('');
  for (const { what, detail } of results) console.log(`- ${what}: ${detail}`);
}
