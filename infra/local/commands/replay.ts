/** `replay`: reads the archived pages of a run anew, says what would change, and publishes just that. */
import * as z from 'zod';
import { asOperator, type Operator, type RunNow } from '../operator.ts';
import type { Command } from '../options.ts';
import { NOT_ALL_WELL } from '../refusal.ts';
import { say } from '../terminal.ts';

type ReplayCommand = Extract<Command, { kind: 'replay' }>;

const Started = z.object({ run: z.string() });
const Page = z.object({ items: z.array(z.unknown()), cursor: z.string().nullable() });

async function differences(operator: Operator, run: string): Promise<unknown[]> {
  const items: unknown[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = Page.parse(await operator.get(`/v1/runs/${run}/difference?limit=500${query}`));
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return items;
}

/** Nothing waits: the run failed, or what it read says the same as the catalogue. */
function tellNothing(run: RunNow, { json }: ReplayCommand): number {
  if (json) say(JSON.stringify({ run, difference: [], published: false }));
  else say(run.state === 'failed' ? `The replay failed: ${run.reason}` : 'Nothing would change.');
  return run.state === 'failed' ? NOT_ALL_WELL : 0;
}

async function tell(operator: Operator, shown: RunNow, command: ReplayCommand): Promise<number> {
  const { json, dryRun } = command;
  const difference = json ? await differences(operator, shown.id) : [];
  if (!json) say(await operator.text(`/v1/runs/${shown.id}/difference?format=text&language=en`));
  const action = dryRun ? 'reject' : 'release';
  const run = await operator.post(`/v1/runs/${shown.id}/held`, { action });
  if (json) say(JSON.stringify({ run, difference, published: !dryRun }));
  else say(dryRun ? 'This is what would change; nothing was changed.' : 'This was changed.');
  return 0;
}

/** @returns 0 when the pages could be read, 1 when they could not. @throws Refusal for a run that cannot be replayed. */
export const replay = (command: ReplayCommand): Promise<number> =>
  asOperator(command, async (operator) => {
    // Always shown before it is published: the set that is released is the one that was shown.
    const started = Started.parse(await operator.post(`/v1/runs/${command.run}/replay`, { dryRun: true }));
    const run = await operator.ended(started.run);
    return run.state === 'held' && run.waiting ? tell(operator, run, command) : tellNothing(run, command);
  });
