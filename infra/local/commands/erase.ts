/** `erase`: erases the contact of a person who asked for it, and waits until that is done. */

import { setTimeout as delay } from 'node:timers/promises';
import { Erasure } from '#functions/shared/erased-contacts.ts';
import { asOperator, type Operator } from '../operator.ts';
import type { Command } from '../options.ts';
import { NOT_ALL_WELL } from '../refusal.ts';
import { say } from '../terminal.ts';

type EraseCommand = Extract<Command, { kind: 'erase' }>;

/** How often is looked whether it is done. */
const LOOK_MS = 200;

/** Without a host that goes on by itself the work is called again as long as something is left; then somebody must look. */
const TURNS = 50;

const lineOf = ({ id, counts: { changes, objects, items, letters } }: Erasure): string =>
  [
    `Erased; it is known as ${id} from now on.`,
    `${changes} descriptions were published anew, ${objects} objects and ${items} items rewritten, ${letters} letters taken away.`,
    'What could not be reached stands in docs/personal-data.md.',
  ].join('\n');

async function ended(operator: Operator, { id }: Erasure): Promise<Erasure> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    await operator.invoke('erase-contacts');
    const now = Erasure.parse(await operator.get(`/v1/erasures/${id}`));
    if (now.state === 'done') return now;
    await delay(LOOK_MS);
  }
  return Erasure.parse(await operator.get(`/v1/erasures/${id}`));
}

/** @returns 0 when it is done, or goes on by a host that runs; 1 when something holds it up. @throws Refusal for no address. */
export const erase = (command: EraseCommand): Promise<number> =>
  asOperator(command, async (operator) => {
    const begun = Erasure.parse(await operator.post('/v1/erasures', { email: command.address }));
    const told = (erasure: Erasure, text: string): void => say(command.json ? JSON.stringify({ erasure }) : text);
    if (operator.isServed) {
      told(begun, `It has begun, and the running datalandkort goes on with it; see /v1/erasures/${begun.id}.`);
      return 0;
    }
    const now = await ended(operator, begun);
    if (now.state === 'done') told(now, lineOf(now));
    else told(now, 'It is not done yet: a run is at work. Run the command again, or start.');
    return now.state === 'done' ? 0 : NOT_ALL_WELL;
  });
