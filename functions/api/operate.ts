/** What only an operator may do: release or reject held removals, and start a run now. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';
import { findRun, runItem } from './runs.ts';
import { findSource } from './sources.ts';

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Lets an operator through. Digests are compared, so that neither the length nor the time tells anything of the token. */
export function authorise({ operatorToken }: ApiPorts, { headers }: ApiRequest): void {
  const [, token] = /^Bearer +([^\s]+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token === undefined) {
    throw new Refusal('unauthorized', { headers: { 'www-authenticate': 'Bearer realm="operator"' } });
  }
  const known = operatorToken !== undefined && timingSafeEqual(digest(token), digest(operatorToken));
  if (!known) throw new Refusal('forbidden');
}

/** The body as JSON by its schema; an empty one stands for `{}`. */
export function bodyOf<Body>(schema: z.ZodType<Body>, { headers, body }: ApiRequest): Body {
  if (body !== '' && !/^application\/([a-z.]+\+)?json\b/i.test(headers['content-type'] ?? 'application/json')) {
    throw new Refusal('unsupported-media-type');
  }
  const parsed = schema.safeParse(parsedJson(body === '' ? '{}' : body));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    detail: message,
  }));
  throw new Refusal('invalid-body', { errors });
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal('invalid-body', { detail: 'The body is not JSON.' });
  }
}

const done = { cache: 'no-store' };

const Decision = z.strictObject({ action: z.enum(['release', 'reject']) });

/** `POST /v1/runs/{id}/held`: removes what the run held back, or keeps it. */
export async function decideHeld(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const { action } = bodyOf(Decision, request);
  const { id } = await findRun(ports, request.params.id);
  const decided = await ports.held.decide(id, action);
  if (decided.kind === 'unknown-run') throw new Refusal('not-found', { detail: 'There is no run of this id.' });
  if (decided.kind === 'nothing-held') throw new Refusal('nothing-held');
  if (decided.kind === 'unfinished') {
    throw new Refusal('unavailable', { detail: decided.detail, headers: { 'retry-after': '1' } });
  }
  if (decided.kind === 'outdated') throw new Refusal('held-outdated', { detail: decided.detail });
  if (decided.kind === 'busy') throw new Refusal('source-busy', { headers: { 'retry-after': '60' } });
  return json(runItem(decided.run, ports.links), done);
}

const Replay = z.strictObject({ dryRun: z.boolean().default(false) });

/** `POST /v1/runs/{id}/replay`: reads the run's archived pages anew; with `dryRun` it only shows what would change. */
export async function replayRun(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const { dryRun } = bodyOf(Replay, request);
  const { id } = await findRun(ports, request.params.id);
  const started = await ports.starter.replay(id, { dryRun });
  switch (started.kind) {
    case 'started':
      return accepted(ports, started.run);
    case 'busy':
      throw new Refusal('source-busy', { headers: { 'retry-after': '60' } });
    case 'not-kept':
      throw new Refusal('not-replayable');
    case 'overtaken':
      throw new Refusal('replay-overtaken', {
        detail: `The run ${started.by} read the source since: replay that one.`,
      });
    case 'unknown-run':
      throw new Refusal('not-found', { detail: 'There is no run of this id.' });
  }
}

/** A run was started; where it can be watched. */
function accepted({ links }: ApiPorts, run: string): Reply {
  const href = links.run(run);
  return json({ run, links: { run: href } }, { ...done, status: 202, headers: { location: href } });
}

const Start = z.strictObject({ force: z.boolean().default(false), preview: z.boolean().default(false) });

/** `POST /v1/sources/{id}/runs`: harvests the source now, also when it is not due; with `preview` it only shows what would change. */
export async function startRun(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const { force, preview } = bodyOf(Start, request);
  const { id } = await findSource(ports, request.params.id);
  const started = await ports.starter.start(id, { force, ...(preview && { preview }) });
  if (started.kind === 'unknown') throw new Refusal('not-found', { detail: 'There is no source of this id.' });
  if (started.kind === 'busy') throw new Refusal('source-busy', { headers: { 'retry-after': '60' } });
  if (started.kind === 'waiting') {
    const detail = `The source may not be asked before ${started.until}: by its quiet hours, or because its host said so.`;
    throw new Refusal('source-resting', { detail, headers: { 'retry-after': new Date(started.until).toUTCString() } });
  }
  return accepted(ports, started.run);
}
