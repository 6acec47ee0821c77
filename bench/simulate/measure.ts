/** Measures what every action uses, in three catalogues of different shapes. */
import { cpus } from 'node:os';
import { child } from '#bench/child.ts';
import { writeMeasured } from './measured.ts';
import type { Measurement, Scene, Shape } from './scenario.ts';

/** Sizes, pages and changes each in two values at least, and not in step: else none could be told from another. */
const SHAPES: readonly Shape[] = [
  { datasets: 400, perPage: 100, changed: 100 },
  { datasets: 2000, perPage: 100, changed: 200 },
  { datasets: 2000, perPage: 500, changed: 1000 },
];

/** Units are counts and the same each time; times have their third digit from the machine's mood. */
const told = (value: number): number => Math.round(value * 10) / 10;

const rounded = ({ shape, played }: Scene): Measurement => ({
  shape,
  played: Object.fromEntries(
    Object.entries(played).map(([action, numbers]) => [
      action,
      Object.fromEntries(Object.entries(numbers).map(([unit, value]) => [unit, told(value)])),
    ]),
  ),
});

/** Measures and writes it down. Some minutes. */
export async function measure(): Promise<void> {
  const scenes: Measurement[] = [];
  for (const shape of SHAPES) {
    console.error(`${shape.datasets} datasets on pages of ${shape.perPage}, ${shape.changed} changed …`);
    const parameters = [shape.datasets, shape.perPage, shape.changed].map(String);
    scenes.push(rounded(await child<Scene>('simulate/measure-round.ts', ...parameters)));
  }
  const [cpu] = cpus();
  writeMeasured({
    measured: new Date().toISOString().slice(0, 10),
    machine: `Node ${process.version}, ${cpus().length} × ${cpu?.model.trim()}`,
    scenes,
  });
}
