/**
 * One life of a system whose worker is killed: `mortal.ts FOLDER PORT KILL`. Without a port it is the first one, in which a good
 * run is made and then the one that ends it; with the port of the owner it is the second, which finds what the first left.
 */

import { sourceIdOf } from './fault.ts';
import { AT_THE_KILL, type Kill, kills } from './faults/kills.ts';
import { LATER, NAMES, namesOf, turtle } from './feeds.ts';
import { page } from './owners.ts';
import { inPlace, playStep, prepare, rowOf } from './play.ts';
import { System } from './system.ts';

const good = page(turtle(namesOf(false)));
const IN_THE_END = [...LATER, 'r10'];

/** Ends by its own kill; 3 says that the step was never taken. */
async function firstLife(system: System, { name, tamper, answer }: Kill): Promise<void> {
  const source = sourceIdOf(name);
  const first = await playStep(system, source, { answer: good, state: 'succeeded', told: null, live: NAMES }, false);
  process.send?.({ port: system.owners.port, broken: inPlace('first run', first.broken) });
  system.owners.answer(`${source}.test`, answer);
  system.tap.use(tamper);
  await system.harvest(source);
  await system.catchUp();
  process.exit(3);
}

async function secondLife(system: System, { name, found }: Kill): Promise<void> {
  const source = sourceIdOf(name);
  const taken = await playStep(
    system,
    source,
    {
      answer: page(turtle(AT_THE_KILL)),
      run: async () => {
        await system.until(
          'the run goes on and ends',
          async () => (await system.latestRun(source))?.state !== 'running',
        );
        return (await system.latestRun(source))?.id ?? '';
      },
      ...{ state: 'succeeded', told: null, live: AT_THE_KILL },
      ...found,
    },
    false,
  );
  const last = await playStep(
    system,
    source,
    { answer: page(turtle(IN_THE_END, true)), state: 'succeeded', told: null, live: IN_THE_END, titles: true },
    true,
  );
  const broken = [...inPlace('after the restart', taken.broken), ...inPlace('next run', last.broken)];
  process.send?.({ row: rowOf(name, [taken, last], broken) });
}

const [folder = '', port = '', name] = process.argv.slice(2);
const kill = kills.find((one) => one.name === name);
if (!kill) throw new Error(`There is no kill "${name}".`);
const system = await System.start(folder, Number(port));
await prepare(system, { name: kill.name, good: () => good, steps: [] });
system.owners.answer(`${sourceIdOf(kill.name)}.test`, page(turtle(AT_THE_KILL)));
await (port === '' ? firstLife(system, kill) : secondLife(system, kill));
await system.stop();
