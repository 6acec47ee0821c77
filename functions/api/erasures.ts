/** `/v1/erasures`: erase the contact of a person who asked for it, and see how far that has come; for operators. */
import * as z from 'zod';
import { canonicalAddress } from '#catalogue/erased-contacts.ts';
import type { Erasure } from '#functions/shared/erased-contacts.ts';
import { authorise, bodyOf } from './authorise.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

/** As an address may be written: itself, or as a link to write to it. */
export const Contact = z.strictObject({ email: z.string().min(3).max(400) });

const PRIVATE = { cache: 'no-store' };

const itemOf = (erasure: Erasure, links: Links) => ({
  ...erasure,
  links: { self: links.to(`/v1/erasures/${erasure.id}`) },
});

/** `POST /v1/erasures`: from now on no run takes the address in, and what is kept is gone through when the clock next starts it. */
export async function eraseContact(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const address = canonicalAddress(bodyOf(Contact, request).email);
  if (address === undefined) {
    // Without what was written: whoever mistyped an address wrote most of it.
    const detail = 'This is no e-mail address.';
    throw new Refusal('invalid-body', { errors: [{ pointer: '/email', detail }] });
  }
  const erasure = await ports.erased.add(address, new Date(ports.clock()).toISOString());
  const item = itemOf(erasure, ports.links);
  const reply = json(item, { ...PRIVATE, status: 202, headers: { location: item.links.self } });
  return { ...reply, audited: { after: { erasure: erasure.id } } };
}

/** Lists the erasures, the newest first. There are few: people ask one by one. */
export async function listErasures(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const erasures = (await ports.erased.list()).sort((one, other) => (one.requestedAt < other.requestedAt ? 1 : -1));
  const items = erasures.map((erasure) => itemOf(erasure, ports.links));
  const links = { self: ports.links.to('/v1/erasures'), next: null };
  return json({ items, cursor: null, hasMore: false, links }, PRIVATE);
}

/** Shows how far one has come. */
export async function showErasure(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const erasure = (await ports.erased.list()).find(({ id }) => id === request.params.id);
  if (!erasure) throw new Refusal('not-found', { detail: 'There is no erasure of this id.' });
  return json(itemOf(erasure, ports.links), PRIVATE);
}
