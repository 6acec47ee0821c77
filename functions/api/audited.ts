/** Writes what was done into the audit log: one place for every address that changes something. */
import { randomUUID } from 'node:crypto';
import { readOwnerToken } from '#functions/shared/owner-link.ts';
import type { Access, Operation } from './openapi/operation.ts';
import type { ApiPorts } from './ports.ts';
import { problemTypes, Refusal } from './problem-types.ts';
import type { Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';

/** What noting stands on. A function that answers no signed links has no secret of theirs. */
export interface AuditPorts extends Pick<ApiPorts, 'audit' | 'clock' | 'report'> {
  readonly linkSecret?: string | undefined;
}

/** Bodies of an audit entry: an act says what it wants in far less, and the entry must fit an item. */
const BODY_CHARACTERS = 20_000;

/** Members that may hold what nobody should read here, whatever the body is. */
const SECRET = /secret|token|passw|credential|authori[sz]ation|signature|key$/i;

const HIDDEN = '[secret]';

/** The value without secrets: members by their names, and whatever the caller let himself in with. */
function withoutSecrets(value: unknown, known: readonly string[]): unknown {
  if (typeof value === 'string') return known.reduce((text, secret) => text.replaceAll(secret, HIDDEN), value);
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, known));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, SECRET.test(name) ? HIDDEN : withoutSecrets(member, known)]),
  );
}

/** Forms and JSON; of anything else no more is told than that there was something. */
function fieldsOf({ body, headers }: ApiRequest): unknown {
  if (body === '') return undefined;
  if (body.length > BODY_CHARACTERS) return `${body.length} characters`;
  if (/^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '')) {
    return Object.fromEntries(new URLSearchParams(body));
  }
  try {
    return JSON.parse(body);
  } catch {
    // The use case refuses it with a reason of its own.
    return `${body.length} characters`;
  }
}

/** Undefined for those whom nobody knows: what they try is refused, and would only fill the log. */
function actorOf(
  ports: AuditPorts,
  { caller, params, path }: ApiRequest,
  access: Access | undefined,
): string | undefined {
  if (access === 'link') {
    const claim = ports.linkSecret && readOwnerToken(ports.linkSecret, params.token ?? '', ports.clock());
    return claim ? `owner:${claim.owner} by link` : undefined;
  }
  if (caller.kind === 'known') return caller.name;
  // Let in by the key of the one subscription that the address names, if at all.
  return path.startsWith('/v1/subscriptions/') && params.id ? `subscription:${params.id} by key` : undefined;
}

/** Refusals by which nothing was attempted: the request was no request. */
const IDLE: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 406, 415]);

const outcomeOf = (failure: unknown): string => (failure instanceof Refusal ? failure.code : 'internal');

const isIdle = (failure: unknown): boolean => failure instanceof Refusal && IDLE.has(problemTypes[failure.code].status);

interface Act {
  readonly request: ApiRequest;
  readonly operation: Operation | undefined;
  /** The address's pattern, for what is not described. */
  readonly path: string;
}

async function note(
  ports: AuditPorts,
  { request, operation, path }: Act,
  outcome: string,
  reply?: Reply,
): Promise<void> {
  const actor = actorOf(ports, request, operation?.access);
  if (actor === undefined) return;
  const { token = '', ...target } = request.params;
  const shown = [token, request.headers.authorization?.replace(/^\S+ +/, '') ?? ''].filter((secret) => secret !== '');
  const at = new Date(ports.clock()).toISOString();
  const { before, after } = reply?.audited ?? {};
  await ports.audit.add({
    id: `${at}#${randomUUID().slice(0, 8)}`,
    at,
    actor,
    action: operation?.id ?? `${request.method} ${path}`,
    target,
    ...(!operation?.unnotedBody && { request: withoutSecrets(fieldsOf(request), shown) }),
    outcome,
    ...(before !== undefined && { before: withoutSecrets(before, shown) }),
    ...(after !== undefined && { after: withoutSecrets(after, shown) }),
    requestId: request.requestId,
  });
}

/** What was done cannot be undone because it could not be noted; those who run us are told. */
async function noted(ports: AuditPorts, act: Act, outcome: string, reply?: Reply): Promise<void> {
  await note(ports, act, outcome, reply).catch((failure: unknown) => ports.report(failure, act.request.requestId));
}

/** Does what changes something, and notes it, also when it failed half-way. */
export async function audited(ports: AuditPorts, act: Act, work: () => Promise<Reply>): Promise<Reply> {
  try {
    const reply = await work();
    await noted(ports, act, 'done', reply);
    return reply;
  } catch (failure) {
    if (!isIdle(failure)) await noted(ports, act, outcomeOf(failure));
    throw failure;
  }
}
