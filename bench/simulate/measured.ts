/** What was measured: one file, written by `npm run simulate -- --measure`, and the model that is fitted to it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { fitModel, type Model } from './fit.ts';

const Numbers = z.record(z.string(), z.number());

const File = z.object({
  measured: z.iso.date(),
  /** The machine and Node, for the times; units are the same everywhere. */
  machine: z.string(),
  scenes: z.array(
    z.object({
      shape: z.object({ datasets: z.number(), perPage: z.number(), changed: z.number() }),
      played: z.record(z.string(), Numbers),
    }),
  ),
});
type File = z.infer<typeof File>;

export interface Measured extends File {
  readonly model: Model;
}

const FILE = join(import.meta.dirname, 'measured.json');

export function readMeasured(): Measured {
  const file = File.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  return { ...file, model: fitModel(file.scenes) };
}

export function writeMeasured(file: File): void {
  // A scene a line: a new measurement is then seen at a glance.
  const scenes = file.scenes.map((scene) => `  ${JSON.stringify(scene)}`).join(',\n');
  const { measured, machine } = file;
  writeFileSync(FILE, `{"measured":"${measured}","machine":${JSON.stringify(machine)},"scenes":[\n${scenes}\n]}\n`);
}
