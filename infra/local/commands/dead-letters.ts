/** `dead-letters`: lists, shows and replays what could not be worked on. */
import * as z from 'zod';
import { oneLine } from '#functions/shared/obeyed.ts';
import { DeadLetter } from '#schemas/dead-letter.ts';
import { asOperator, type Operator } from '../operator.ts';
import type { Command } from '../options.ts';
import { NOT_ALL_WELL } from '../refusal.ts';
import { say } from '../terminal.ts';

type DeadLettersCommand = Extract<Command, { kind: 'dead-letters' }>;

const Page = z.object({ items: z.array(DeadLetter), cursor: z.string().nullable() });
const Outcome = z.object({
  id: z.string(),
  kind: z.enum(['replayed', 'already', 'refused']),
  run: z.string().optional(),
  detail: z.string().optional(),
});
type Outcome = z.infer<typeof Outcome>;
const Outcomes = z.object({ letters: z.array(Outcome), hasMore: z.boolean() });

async function list(operator: Operator, json: boolean): Promise<number> {
  const letters: DeadLetter[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = Page.parse(await operator.get(`/v1/dead-letters?limit=500${query}`));
    letters.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  if (json) say(JSON.stringify({ letters }));
  else if (letters.length === 0) say('There is no dead letter.');
  else
    for (const { id, receivedAt, reason } of letters) say(`${receivedAt.slice(0, 16)}  ${id}\n    ${oneLine(reason)}`);
  return 0;
}

async function show(operator: Operator, id: string): Promise<number> {
  const letter = DeadLetter.parse(await operator.get(`/v1/dead-letters/${encodeURIComponent(id)}`));
  say(JSON.stringify(letter, null, 2));
  return 0;
}

async function replayed(operator: Operator, id: string | undefined): Promise<Outcome[]> {
  if (id !== undefined) {
    return [Outcome.parse(await operator.post(`/v1/dead-letters/${encodeURIComponent(id)}/replay`))];
  }
  const all: Outcome[] = [];
  for (;;) {
    const { letters, hasMore } = Outcomes.parse(await operator.post('/v1/dead-letters/replay'));
    all.push(...letters);
    // What was refused stays in the archive and would be met again for ever.
    if (!hasMore || letters.every(({ kind }) => kind !== 'replayed')) return all;
  }
}

const WORDS = { replayed: 'replayed', already: 'was replayed before', refused: 'not replayed' } as const;

async function replay(operator: Operator, id: string | undefined, json: boolean): Promise<number> {
  const outcomes = await replayed(operator, id);
  const runs = new Set(outcomes.flatMap(({ kind, run }) => (kind === 'replayed' && run ? [run] : [])));
  const states = new Map<string, string>();
  // A host that goes on carries them out by itself.
  if (!operator.isServed) for (const run of runs) states.set(run, (await operator.ended(run)).state);
  if (json) say(JSON.stringify({ letters: outcomes, runs: Object.fromEntries(states) }));
  else if (outcomes.length === 0) say('There is no dead letter to replay.');
  else {
    for (const { id: letter, kind, run, detail } of outcomes) {
      const result = run === undefined ? '' : ` as ${run}${states.has(run) ? ` (${states.get(run)})` : ''}`;
      say(`${letter}  ${WORDS[kind]}${result}${detail === undefined ? '' : `: ${detail}`}`);
    }
  }
  const failed = [...states.values()].includes('failed') || outcomes.some(({ kind }) => kind === 'refused');
  return failed ? NOT_ALL_WELL : 0;
}

/** @returns 0 when all went well, 1 when a letter could not be replayed or its run failed again. @throws Refusal for an unknown id. */
export const deadLetters = (command: DeadLettersCommand): Promise<number> =>
  asOperator(command, (operator) => {
    switch (command.action) {
      case 'list':
        return list(operator, command.json);
      case 'show':
        return show(operator, command.id ?? '');
      case 'replay':
        return replay(operator, command.id, command.json);
    }
  });
