/** `/v1/me`: who the caller is and what the token allows, for a page that asks people to sign in. */

import { authorise, challenge } from './authorise.ts';
import { isOperator } from './caller.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

/** Shows the name that acts are noted under, and the scopes. @throws Refusal `unauthorized` for a token that is none of ours. */
export async function showMe(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { caller } = request;
  // A person who mistyped the token is told so; elsewhere a token that is not known is one that allows nothing.
  if (caller.kind === 'refused') throw new Refusal('unauthorized', { headers: challenge('invalid_token') });
  authorise(ports, request, 'known');
  parseQuery(NoQuery, request.query);
  if (caller.kind !== 'known') throw new Refusal('unauthorized', { headers: challenge() });
  const { name, by, scopes } = caller;
  const links = { self: ports.links.to('/v1/me') };
  return json({ name, by, scopes: [...scopes].sort(), operator: isOperator(request), links }, { cache: 'no-store' });
}
