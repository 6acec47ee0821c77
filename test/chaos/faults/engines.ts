/** Faults of what the system stands on: tables, objects, queues, topic, clock. */
import { setTimeout as delay } from 'node:timers/promises';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { sqs } from '#functions/shared/clients/sqs.ts';
import { pauseAfter } from '#functions/shared/come-again.ts';
import { LEASE_MS } from '#functions/shared/lease-store.ts';
import type { EngineCall } from '#infra/local/rules/engine-call.ts';
import { topology } from '#infra/topology.ts';
import { answerLost, refused, swallowed, type Tamper } from '../engine-tap.ts';
import type { Fault, Step } from '../fault.ts';
import { LATER, NAMES, turtle } from '../feeds.ts';
import { type Answer, page } from '../owners.ts';
import type { System } from '../system.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the owner adds while the engines are at fault, so that there is something to be lost or told twice. */
const MEANWHILE = [...NAMES, 'r10'];
const IN_THE_END = [...LATER, 'r10'];

const good = (later: boolean): Answer => page(turtle(later ? IN_THE_END : NAMES, later));
const meanwhile: Answer = page(turtle(MEANWHILE));

const fault = (name: string, ...steps: readonly Step[]): Fault => ({
  name,
  good,
  steps,
  liveInTheEnd: IN_THE_END,
});

const isOf = (service: EngineCall['service'], operation: string, target: RegExp) => (call: EngineCall) =>
  call.service === service && call.operation === operation && target.test(call.target);

const appends = isOf('dynamodb', 'PutItem', /^ledger$/);
const objectPuts = isOf('s3', 'PUT', /./);
const publishes = isOf('sns', 'Publish', /./);

/** Of the requests that meet the condition, each n-th is dealt with so. */
const eachNth = (
  nth: number,
  meets: (call: EngineCall) => boolean,
  how: (call: EngineCall) => ReturnType<Tamper>,
): Tamper => {
  let met = 0;
  return (call) => {
    if (!meets(call)) return undefined;
    met += 1;
    return met % nth === 0 ? how(call) : undefined;
  };
};

/** A run during which requests are dealt with so, and which is as good as any other for it. */
const healed = (tamper: () => Tamper): Step => ({
  answer: meanwhile,
  before: ({ tap }) => tap.use(tamper()),
  after: ({ tap }) => tap.use(undefined),
  state: 'succeeded',
  told: null,
  live: MEANWHILE,
});

/** A worker that gave up makes its message come again sooner than its time on the queue is over, at the latest after this. */
const COMES_AGAIN_MS = pauseAfter(topology.queues.harvest.maxReceive) * 1000 + 1000;
/**
 * A message that has not come by then was set aside: under rules of AWS it is received once more than it is worked on. Longer than a
 * poll, which a turned clock does not wake.
 */
const SET_ASIDE_MS = 45_000;
/** What the poller needs to let go of a message that was given back. */
const LET_GO_MS = 700;

const givesBack = isOf('sqs', 'ChangeMessageVisibility', /^harvest$/);

/** A run whose worker meets the fault until it gives its message back; the message comes again `times` times into the same fault. */
const handedBack =
  (meets: (call: EngineCall) => boolean, error: readonly [name: string, status: number], times: number) =>
  async (system: System, source: string): Promise<string> => {
    let givenBack = 0;
    system.tap.use((call) => {
      if (meets(call)) return refused(...error, call);
      if (!givesBack(call)) return undefined;
      return async (proceed) => {
        const answer = await proceed();
        givenBack += 1;
        return answer;
      };
    });
    const run = await system.startRun(source);
    if (typeof run === 'number') throw new Error(`The run was refused with ${run}.`);
    await system.until('the worker has given its message back', () => givenBack > 0);
    await delay(LET_GO_MS);
    for (let again = 1; again <= times; again += 1) {
      system.clock.shift(COMES_AGAIN_MS);
      const late = performance.now() + SET_ASIDE_MS;
      while (givenBack <= again && performance.now() < late) await delay(LET_GO_MS);
      if (givenBack <= again) break;
      await delay(LET_GO_MS);
    }
    system.tap.use(undefined);
    system.clock.shift(COMES_AGAIN_MS);
    return run;
  };

const comesAgain = (meets: (call: EngineCall) => boolean, name: string, status: number): Step => ({
  answer: meanwhile,
  run: handedBack(meets, [name, status], 0),
  state: 'succeeded',
  told: null,
  live: MEANWHILE,
});

/** As often a harvest message is received before it is set aside, the first time not counted. */
const COMES_AGAIN_TIMES = topology.queues.harvest.maxReceive - 1;

/** The message is set aside in the end, and the reaper ends the run. */
const setAside = (meets: (call: EngineCall) => boolean, name: string, status: number): Step => ({
  answer: meanwhile,
  async run(system, source) {
    const run = await handedBack(meets, [name, status], COMES_AGAIN_TIMES)(system, source);
    system.clock.shift(LEASE_MS);
    await system.until('the reaper has ended the run', async () => {
      await system.host.invoke('reap-runs', {});
      return (await system.run(run)).state !== 'running';
    });
    return run;
  },
  state: 'failed',
  told: /its last try failed|set aside/,
  live: NAMES,
});

const duplicated: Tamper = (call) => {
  if (!isOf('sqs', 'SendMessage', /^harvest$/)(call)) return undefined;
  return async (proceed) => {
    await proceed();
    return proceed();
  };
};

/** Sends the message of a run once more, as it was, and waits until somebody has looked at it. */
async function repeatMessage(system: System, source: string, run: string): Promise<void> {
  const deleted = new Promise<void>((resolve) => {
    system.tap.use((call) => {
      if (!isOf('sqs', 'DeleteMessageBatch', /^harvest$/)(call)) return undefined;
      return (proceed) => proceed().finally(resolve);
    });
  });
  const QueueUrl = process.env.QUEUE_HARVEST_URL;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ source, run }) }));
  await deleted;
  system.tap.use(undefined);
}

/** The first announcement is held back and reaches the consumers after the second. */
function held(): { readonly tamper: Tamper; readonly release: () => Promise<unknown> } {
  let first: (() => Promise<unknown>) | undefined;
  return {
    tamper: (call) => {
      if (!publishes(call)) return undefined;
      return (proceed) => {
        if (first) return proceed();
        first = proceed;
        return swallowed();
      };
    },
    // It is carried out also where rules of AWS let its answer be lost, and nobody waits for that.
    release: async () => first?.().catch(() => undefined),
  };
}

const announcements = held();

const shiftingBy = (ms: number): Pick<Step, 'before' | 'after'> => ({
  before: ({ clock }) => clock.shift(ms),
  after: ({ clock }) => clock.shift(-ms),
});

/** The clock jumps while the owner answers. */
function jump(name: string, ms: number): Fault {
  let clock: System['clock'] | undefined;
  return fault(name, {
    before: (system) => {
      clock = system.clock;
    },
    answer: (request, response) => {
      clock?.shift(ms);
      meanwhile(request, response);
    },
    after: (system) => system.clock.shift(-ms),
    run: (system, source) => system.harvest(source),
    state: 'succeeded',
    told: null,
    live: MEANWHILE,
  });
}

const throttled = (call: EngineCall): ReturnType<Tamper> =>
  refused('ProvisionedThroughputExceededException', 400, call);

export const engineFaults: readonly Fault[] = [
  fault(
    'DynamoDB throttling, every third request',
    healed(() => eachNth(3, ({ service }) => service === 'dynamodb', throttled)),
  ),
  fault('DynamoDB throttling until the worker gives up', comesAgain(appends, 'ThrottlingException', 400)),
  fault('DynamoDB throttling until the message is set aside', setAside(appends, 'ThrottlingException', 400)),
  fault(
    'DynamoDB whose answers are lost',
    healed(() =>
      eachNth(
        3,
        ({ service, operation }) => service === 'dynamodb' && operation !== 'Query',
        () => answerLost,
      ),
    ),
  ),
  fault(
    'answer of the ledger lost',
    healed(() => eachNth(1, appends, once(answerLost))),
  ),
  fault(
    'S3 errors, every third request',
    healed(() =>
      eachNth(
        3,
        ({ service }) => service === 's3',
        (call) => refused('SlowDown', 503, call),
      ),
    ),
  ),
  fault('S3 errors until the worker gives up', comesAgain(objectPuts, 'InternalError', 500)),
  fault('S3 errors until the message is set aside', setAside(objectPuts, 'InternalError', 500)),
  fault(
    'answers of S3 lost',
    healed(() => eachNth(2, objectPuts, () => answerLost)),
  ),
  fault('topic that refuses until the worker gives up', comesAgain(publishes, 'InternalFailure', 500)),
  fault(
    'lost topic message',
    healed(() => eachNth(1, publishes, () => swallowed)),
  ),
  fault(
    'duplicate queue delivery, both at once',
    healed(() => duplicated),
  ),
  fault('duplicate queue delivery, after the run', {
    ...healed(() => () => undefined),
    async run(system, source) {
      const run = await system.harvest(source);
      await repeatMessage(system, source, run);
      return run;
    },
  }),
  {
    ...fault(
      'reordered queue delivery',
      { ...healed(() => announcements.tamper), after: () => undefined },
      {
        answer: page(turtle([...MEANWHILE, 'r11'])),
        after: async ({ tap }) => {
          await announcements.release();
          tap.use(undefined);
        },
        state: 'succeeded',
        told: null,
        live: [...MEANWHILE, 'r11'],
      },
    ),
    liveInTheEnd: [...IN_THE_END, 'r11'],
  },
  fault('clock moved back an hour', { ...healed(() => () => undefined), ...shiftingBy(-HOUR) }),
  fault('clock moved back a day', { ...healed(() => () => undefined), ...shiftingBy(-DAY) }),
  jump('clock moved back in the middle of a run', -HOUR),
  jump('clock moved on in the middle of a run', DAY),
];

/** Deals with the first request so, and lets all later ones pass. */
function once(how: NonNullable<ReturnType<Tamper>>): () => ReturnType<Tamper> {
  let used = false;
  return () => {
    if (used) return undefined;
    used = true;
    return how;
  };
}
