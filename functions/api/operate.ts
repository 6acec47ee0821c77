/** What is decided: release or reject held removals, start or replay a run. */
import * as z from 'zod';
import { authorise, authoriseOwner, authoriseRunOwner, bodyOf } from './authorise.ts';
import { isOperator } from './caller.ts';
import { refuseTooSoon } from './owner-pace.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';
import { findRun, runItem } from './runs.ts';
import { findSource } from './sources.ts';

const done = { cache: 'no-store' };

export const Decision = z.strictObject({ action: z.enum(['release', 'reject']) });

/** `POST /v1/runs/{id}/held`: removes what the run held back, or keeps it. */
export async function decideHeld(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request, 'owner');
  parseQuery(NoQuery, request.query);
  const { action } = bodyOf(Decision, request);
  const { id, source, state, counts } = await findRun(ports, request.params.id);
  await authoriseRunOwner(ports, request, source);
  const decided = await ports.held.decide(id, action);
  if (decided.kind === 'unknown-run') throw new Refusal('not-found', { detail: 'There is no run of this id.' });
  if (decided.kind === 'nothing-held') throw new Refusal('nothing-held');
  if (decided.kind === 'unfinished') {
    throw new Refusal('unavailable', { detail: decided.detail, headers: { 'retry-after': '1' } });
  }
  if (decided.kind === 'outdated') throw new Refusal('held-outdated', { detail: decided.detail });
  if (decided.kind === 'busy') throw new Refusal('source-busy', { headers: { 'retry-after': '60' } });
  const { run } = decided;
  const audited = { before: { state, counts }, after: { state: run.state, counts: run.counts } };
  return { ...json(runItem(run, ports.links), done), audited };
}

export const Replay = z.strictObject({ dryRun: z.boolean().default(false) });

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
  const reply = json({ run, links: { run: href } }, { ...done, status: 202, headers: { location: href } });
  return { ...reply, audited: { after: { run } } };
}

export const Start = z.strictObject({ force: z.boolean().default(false), preview: z.boolean().default(false) });

/** `POST /v1/sources/{id}/runs`: harvests the source now, also when it is not due; with `preview` it only shows what would change. */
export async function startRun(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request, 'owner');
  parseQuery(NoQuery, request.query);
  const { force, preview } = bodyOf(Start, request);
  const { id, owner } = await findSource(ports, request.params.id);
  authoriseOwner(request, owner.id);
  if (!isOperator(request)) await refuseTooSoon(ports, id);
  const started = await ports.starter.start(id, { force, ...(preview && { preview }) });
  if (started.kind === 'unknown') throw new Refusal('not-found', { detail: 'There is no source of this id.' });
  if (started.kind === 'busy') throw new Refusal('source-busy', { headers: { 'retry-after': '60' } });
  if (started.kind === 'waiting') {
    const detail = `The source may not be asked before ${started.until}: by its quiet hours, or because its host said so.`;
    throw new Refusal('source-resting', { detail, headers: { 'retry-after': new Date(started.until).toUTCString() } });
  }
  return accepted(ports, started.run);
}
