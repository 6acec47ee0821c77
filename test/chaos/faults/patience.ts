/** Hosts that ask for time: the run is put down until then, and here the clock is moved on instead of waiting. */
import type { Fault, Step } from '../fault.ts';
import { NAMES, namesOf, turtle } from '../feeds.ts';
import { type Answer, firstTimes, page } from '../owners.ts';
import type { System } from '../system.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const WEEK = 7 * 24 * HOUR;

const good = (later: boolean): Answer => page(turtle(namesOf(later), later));

const busy = (headers: Readonly<Record<string, string>> = {}): Answer => page('slow down', { status: 429, headers });

/** More rounds than a run that may wait six hours needs, ten minutes at a time; without an end a run that waits for ever would hang the suite. */
const ROUNDS = 60;

/** Starts a run and moves the clock on, as often as the run is put down. */
const patiently =
  (stepMs: number) =>
  async (system: System, source: string): Promise<string> => {
    let putDown = 0;
    system.tap.use(({ service, operation, target }) => {
      if (service !== 'sqs' || operation !== 'SendMessage' || target !== 'harvest') return undefined;
      return (proceed) =>
        proceed().finally(() => {
          putDown += 1;
        });
    });
    const run = await system.startRun(source);
    if (typeof run === 'number') throw new Error(`The run was refused with ${run}.`);
    const hasEnded = async (): Promise<boolean> => (await system.run(run)).state !== 'running';
    // The first message is the one that starts the run.
    for (let seen = 1; seen <= ROUNDS && !(await hasEnded()); seen = putDown) {
      await system.until('the run is put down or ends', async () => putDown > seen || (await hasEnded()));
      system.clock.shift(stepMs);
    }
    system.tap.use(undefined);
    return run;
  };

const waited = (answer: Answer, stepMs: number): Step => ({
  answer,
  run: patiently(stepMs),
  state: 'succeeded',
  told: null,
  live: NAMES,
});

const outOfPatience = (answer: Answer, stepMs: number, told: string): Step => ({
  answer,
  run: patiently(stepMs),
  // What the host asked for holds for the next run too.
  after: ({ clock }) => clock.shift(WEEK),
  state: 'failed',
  told,
  live: NAMES,
});

/** Rules are kept for an hour, so the clock is moved on for them to be asked for again. */
const robots = (name: string, told: string, answer: Answer): Fault => ({
  name,
  good,
  steps: [
    {
      before: ({ owners, clock }, source) => {
        owners.showRobots(`${source}.test`, answer);
        clock.shift(2 * HOUR);
      },
      after: ({ owners, clock }, source) => {
        owners.showRobots(`${source}.test`, undefined);
        clock.shift(2 * HOUR);
      },
      state: 'failed',
      told,
      live: NAMES,
    },
  ],
});

const fault = (name: string, ...steps: readonly Step[]): Fault => ({ name, good, steps });

export const patienceFaults: readonly Fault[] = [
  fault(
    '429 with Retry-After of two minutes',
    waited(firstTimes(1, busy({ 'retry-after': '120' }), good(false)), 121 * SECOND),
  ),
  fault('429 without Retry-After', waited(firstTimes(3, busy(), good(false)), 61 * SECOND)),
  fault('429 always', outOfPatience(busy({ 'retry-after': '7200' }), HOUR, 'http-429')),
  fault('429 with Retry-After of a month', outOfPatience(busy({ 'retry-after': '2592000' }), SECOND, 'http-429')),
  robots('robots.txt that forbids', 'robots-disallowed', page('User-agent: *\nDisallow: /\n', { type: 'text/plain' })),
  robots('robots.txt answered with 500', 'robots-unreachable', page('no', { status: 500 })),
];
