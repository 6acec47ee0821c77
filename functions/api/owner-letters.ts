/** `/v1/owners/{id}/letters`: how an owner is written to, for operators; letters that came back go on when they say so. */
import * as z from 'zod';
import type { Letter } from '#schemas/letter.ts';
import { authorise, bodyOf } from './authorise.ts';
import { findOwner } from './owners.ts';
import type { ApiPorts } from './ports.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

export const Resume = z.strictObject({ action: z.literal('resume') });

/** Without the addresses: they stand in the source file, and nowhere that answers. */
const itemOf = ({ owner, frequency, always, sentAt, stopped }: Letter) => ({
  owner,
  frequency,
  always,
  sentAt,
  stopped: stopped && { at: stopped.at, reason: stopped.reason, detail: stopped.detail },
});

const PRIVATE = { cache: 'no-store' };

/** Shows whether letters are sent, how often, and why none are. */
export async function showLetters(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const { id } = await findOwner(ports, request.params.id);
  return json(itemOf(await ports.letters.get(id)), PRIVATE);
}

/** Lets letters go on that came back or were called unwanted; the next one is sent when its time comes. */
export async function resumeLetters(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  bodyOf(Resume, request);
  const { id } = await findOwner(ports, request.params.id);
  const before = itemOf(await ports.letters.get(id));
  await ports.letters.change(id, (letter) => ({ ...letter, stopped: null }));
  const after = itemOf(await ports.letters.get(id));
  return { ...json(after, PRIVATE), audited: { before, after } };
}
