/** `/v1/dead-letters`: what could not be worked on, why, and the way to try it again; for operators. */
import * as z from 'zod';
import type { DeadLetter } from '#schemas/dead-letter.ts';
import { authorise, bodyOf } from './authorise.ts';
import { listCursor, readListCursor } from './cursors.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, nextHeader, type Reply } from './reply.ts';
import { type ApiRequest, Limit, NoQuery, parseQuery } from './request.ts';

export const Query = z.strictObject({
  limit: Limit,
  cursor: z.string().optional(),
  /** Also those that were replayed. */
  all: z.enum(['true', 'false']).optional(),
});

const PRIVATE = { cache: 'no-store' };

const itemOf = (letter: DeadLetter, links: Links) => ({
  ...letter,
  links: {
    self: links.to(`/v1/dead-letters/${letter.id}`),
    replay: links.to(`/v1/dead-letters/${letter.id}/replay`),
    ...(letter.run !== undefined && { run: links.run(letter.run) }),
  },
});

/** Lists the letters that wait for somebody, in the order of their ids. */
export async function listDeadLetters(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  const { limit, cursor, all } = parseQuery(Query, request.query);
  const [after] = readListCursor('dead-letters', cursor, 1);
  const letters: DeadLetter[] = [];
  for await (const letter of ports.deadLetters.list({ after, replayed: all === 'true' })) {
    letters.push(letter);
    if (letters.length > limit) break;
  }
  const shown = letters.slice(0, limit);
  const next = letters.length > limit ? listCursor('dead-letters', [shown.at(-1)?.id ?? '']) : null;
  const nextHref = next === null ? null : ports.links.to('/v1/dead-letters', { limit, all, cursor: next });
  const page = {
    items: shown.map((letter) => itemOf(letter, ports.links)),
    cursor: next,
    hasMore: next !== null,
    links: {
      self: ports.links.to('/v1/dead-letters', { limit, all, cursor }),
      next: nextHref,
      replay: ports.links.to('/v1/dead-letters/replay'),
    },
  };
  return json(page, { ...PRIVATE, headers: nextHeader(nextHref) });
}

const notFound = () => new Refusal('not-found', { detail: 'There is no dead letter of this id.' });

/** Shows one letter, its message and reason. */
export async function showDeadLetter(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const letter = await ports.deadLetters.get(request.params.id ?? '');
  if (!letter) throw notFound();
  return json(itemOf(letter, ports.links), PRIVATE);
}

export const Nothing = z.strictObject({});

/** `POST /v1/dead-letters/{id}/replay`: tries one again. */
export async function replayDeadLetter(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  bodyOf(Nothing, request);
  const outcome = await ports.deadLetters.replay(request.params.id ?? '');
  if (!outcome) throw notFound();
  if (outcome.kind === 'refused') throw new Refusal('not-replayable', { detail: outcome.detail });
  return json(outcome, PRIVATE);
}

/** `POST /v1/dead-letters/replay`: tries all again that nobody has tried yet. */
export async function replayDeadLetters(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  bodyOf(Nothing, request);
  return json(await ports.deadLetters.replayAll(), PRIVATE);
}
