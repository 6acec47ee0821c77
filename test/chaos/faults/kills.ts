/** Where a worker is killed: at each step of a run and of the projection, as a power cut does it. */
import type { EngineCall } from '#infra/local/rules/engine-call.ts';
import { die, type Tamper } from '../engine-tap.ts';
import type { Step } from '../fault.ts';
import { NAMES, turtle } from '../feeds.ts';
import { type Answer, page } from '../owners.ts';

/** What the owner has added when the worker is killed. */
export const AT_THE_KILL = [...NAMES, 'r10'];

export interface Kill {
  readonly name: string;
  readonly tamper?: Tamper;
  /** How the owner answers while the worker is killed. */
  readonly answer: Answer;
  /** What is found after the restart, where it is not the run, ended as if nothing had been. */
  readonly found?: Pick<Step, 'state' | 'told' | 'live'>;
}

const added = page(turtle(AT_THE_KILL));

const kill = (
  name: string,
  when: 'before' | 'after',
  service: EngineCall['service'],
  operation: string,
  target: RegExp,
  found?: Kill['found'],
): Kill => {
  let met = 0;
  const tamper: Tamper = (call) => {
    if (call.service !== service || call.operation !== operation || !target.test(call.target)) return undefined;
    met += 1;
    if (met !== 1) return undefined;
    return when === 'before' ? die : (proceed) => proceed().then(die);
  };
  return { name: `worker killed ${name}`, tamper, answer: added, ...(found && { found }) };
};

/** In the order of a run; each is the first step that the worker no longer takes. */
export const kills: readonly Kill[] = [
  kill('with the lease taken and no run written', 'after', 'dynamodb', 'PutItem', /^control$/, {
    state: 'succeeded',
    told: null,
    live: NAMES,
  }),
  kill('with the run written and no message sent', 'before', 'sqs', 'SendMessage', /^harvest$/, {
    state: 'failed',
    told: /stopped without a word/,
    live: NAMES,
  }),
  kill('with the message sent', 'after', 'sqs', 'SendMessage', /^harvest$/),
  kill('before it takes the run up', 'before', 'dynamodb', 'UpdateItem', /^control$/),
  kill('before it reads the state', 'before', 's3', 'GET', /^state\//),
  { name: 'worker killed while the owner answers', answer: () => void die() },
  kill('before it archives the page', 'before', 's3', 'PUT', /^raw\//),
  kill('before it writes the records of a batch', 'before', 's3', 'PUT', /^payloads\//),
  kill('between the records and the ledger', 'before', 'dynamodb', 'PutItem', /^ledger$/),
  kill('behind the ledger', 'after', 'dynamodb', 'PutItem', /^ledger$/),
  kill('before it announces the batch', 'before', 'sns', 'Publish', /./),
  kill('before it writes the balance sheet', 'before', 's3', 'PUT', /^runs\/.*records/),
  kill('before it writes the list of pages', 'before', 's3', 'PUT', /^runs\/.*pages/),
  kill('before it writes the state', 'before', 's3', 'PUT', /^state\/.*current/),
  kill('behind the state', 'after', 's3', 'PUT', /^state\/.*current/),
  kill('behind the end of the run, with the lease in its hands', 'before', 'dynamodb', 'DeleteItem', /^control$/),
  kill('before it takes the message off the queue', 'before', 'sqs', 'DeleteMessageBatch', /^harvest$/),
  kill('before the projection writes', 'before', 'dynamodb', 'BatchWriteItem', /./),
  kill('behind what the projection wrote', 'after', 'dynamodb', 'BatchWriteItem', /./),
  kill('before the projection takes its message off the queue', 'before', 'sqs', 'DeleteMessageBatch', /^project$/),
];
