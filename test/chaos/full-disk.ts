/**
 * One life of a system whose disk is full: `full-disk.ts FOLDER PORT`. Without a port it is the first: a good run, and one that
 * finds no space. With the port of the owner it is the second, after somebody has made space and started it again.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { crashText } from '#infra/local/engine-crash.ts';
import type { Step } from './fault.ts';
import { sourceIdOf } from './fault.ts';
import { FULL_DISK, fillDisk } from './faults/disk.ts';
import { LATER, NAMES, namesOf, turtle } from './feeds.ts';
import { page } from './owners.ts';
import { inPlace, playStep, prepare, rowOf } from './play.ts';
import { System } from './system.ts';

const source = sourceIdOf(FULL_DISK);
/** How long the system may go on with the full disk: long enough for every writer to have met it. */
const FULL_FOR_MS = 3000;

const good = page(turtle(namesOf(false)));
/** Too much for what is left of the disk, so that it is found full in the middle of the run. */
const large = page(`${turtle([...NAMES, 'r10'])}# ${'x'.repeat(100_000)}\n`);
const IN_THE_END = [...LATER, 'r10'];

/**
 * Which engine meets the full disk first is chance. One that cannot write ends the process, which says why, and can write nothing
 * about it: the next life then only knows that the run stopped.
 */
function endAsTheCommandDoes(system: System): void {
  process.once('uncaughtException', (error) => {
    const told = crashText(error);
    const broken = /^The disk is full/.test(told) ? [] : [`the process ended and said: ${told}`];
    process.send?.({ port: system.owners.port, crashed: true, broken }, () => process.exit(1));
  });
}

async function firstLife(system: System): Promise<void> {
  endAsTheCommandDoes(system);
  const first = await playStep(system, source, { answer: good, state: 'succeeded', told: null, live: NAMES }, false);
  system.owners.answer(`${source}.test`, large);
  fillDisk(folder);
  // Whether it is refused or begun: what came of it is seen after the restart.
  await system.startRun(source).catch(() => undefined);
  await delay(FULL_FOR_MS);
  process.send?.({
    port: system.owners.port,
    broken: inPlace('first run', first.broken),
  });
  // A stop in order would wait for writers that cannot write.
  process.exit(0);
}

async function secondLife(system: System): Promise<void> {
  const found: Step = {
    answer: page(turtle([...NAMES, 'r10'])),
    run: async () => {
      await system.until('the run goes on and ends', async () => (await system.latestRun(source))?.state !== 'running');
      return (await system.latestRun(source))?.id ?? '';
    },
    state: 'failed',
    told: crashed ? /stopped without a word|disk is full/ : /disk is full/,
    live: NAMES,
  };
  const latest = await playStep(system, source, found, false);
  const last = await playStep(
    system,
    source,
    { answer: page(turtle(IN_THE_END, true)), state: 'succeeded', told: null, live: IN_THE_END, titles: true },
    true,
  );
  const broken = [...inPlace('after the restart', latest.broken), ...inPlace('next run', last.broken)];
  process.send?.({ row: rowOf(FULL_DISK, [latest, last], broken) });
}

const [folder = '', port = '', ended = ''] = process.argv.slice(2);
const crashed = ended === 'crashed';
const system = await System.start(folder, Number(port));
await prepare(system, { name: FULL_DISK, good: () => good, steps: [] });
system.owners.answer(`${source}.test`, page(turtle([...NAMES, 'r10'])));
await (port === '' ? firstLife(system) : secondLife(system));
await system.stop();
