/** Plays one group of faults on a system of its own and sends its rows to the process that started it: `child.ts GROUP [FAULT…]`. */
import { scratch } from '#bench/scratch.ts';
import type { Fault, Row } from './fault.ts';
import { groups } from './groups.ts';
import { play, prepare } from './play.ts';
import { System } from './system.ts';

async function playAll(system: System, faults: readonly Fault[], atOnce: number): Promise<Row[]> {
  const rows = new Map<Fault, Row>();
  const waiting = [...faults];
  const worker = async (): Promise<void> => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) rows.set(fault, await play(system, fault));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return faults.flatMap((fault) => rows.get(fault) ?? []);
}

const [name = '', ...wanted] = process.argv.slice(2);
const group = groups[name];
if (!group) throw new Error(`There is no group "${name}".`);
const faults = group.faults.filter((fault) => wanted.length === 0 || wanted.includes(fault.name));
await using place = await scratch();
const system = await System.start(place.folder);
for (const fault of faults) await prepare(system, fault);
const rows = await playAll(system, faults, group.atOnce);
process.send?.({ rows });
await system.stop();
