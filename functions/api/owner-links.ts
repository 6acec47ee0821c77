/**
 * `/v1/owner-links/{token}`: what an owner does by the signed link in the letter – see the registers and how good their
 * descriptions are, confirm one, ask for a harvest, say how often to be written to.
 */
import * as z from 'zod';
import { isHarvest, latestRun } from '#functions/shared/latest-run.ts';
import { type Claim, readOwnerToken } from '#functions/shared/owner-link.ts';
import { Frequency, type Letter } from '#schemas/letter.ts';
import type { Run } from '#schemas/run.ts';
import { bodyOf } from './authorise.ts';
import { preferred } from './negotiation.ts';
import { refuseTooSoon } from './owner-pace.ts';
import { ownerPage } from './owner-page.ts';
import { latestPreview } from './owner-preview.ts';
import { findOwner } from './owners.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply, text } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

/** Registers of an owner on one page; who has more reads the report. */
const REGISTERS = 1000;
const PAGE = 500;

/** The address is a key: it is kept by nobody and told to nobody. */
const SECRET = {
  cache: 'no-store',
  headers: {
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    // Nothing but our own forms: a harvested title could do nothing even if it were not escaped.
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  },
};

interface Guest {
  readonly claim: Claim;
  readonly letter: Letter;
}

/** Whom the link speaks for. @throws Refusal when it is not ours, too old, or was made void. */
async function guestOf(ports: ApiPorts, { params }: ApiRequest): Promise<Guest> {
  const claim = readOwnerToken(ports.linkSecret, params.token ?? '', ports.clock());
  if (!claim) throw new Refusal('link-void');
  const letter = await ports.letters.get(claim.owner);
  if (letter.links !== claim.links) throw new Refusal('link-void');
  return { claim, letter };
}

/** A body as JSON, or as a form of the page sends it. */
function fieldsOf<Body>(schema: z.ZodType<Body>, request: ApiRequest): Body {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? ''))
    return bodyOf(schema, request);
  const fields = JSON.stringify(Object.fromEntries(new URLSearchParams(request.body)));
  return bodyOf(schema, { ...request, headers: {}, body: fields });
}

const isPage = ({ headers }: ApiRequest): boolean =>
  preferred(headers.accept, ['application/json', 'text/html']) === 'text/html';

/** The owner's live datasets with their scores and the owner's word on each. */
async function registersOf({ catalogue, quality }: ApiPorts, sources: readonly { readonly id: string }[]) {
  const rows = [];
  for (const { id } of sources) {
    let after: string | undefined;
    do {
      const page = await catalogue.list({ source: id, state: 'live', after, limit: PAGE });
      rows.push(...page);
      after = page.length === PAGE ? page.at(-1)?.id : undefined;
    } while (after !== undefined && rows.length < REGISTERS);
  }
  const ids = rows.map(({ id }) => id);
  const scores = await quality.summaries(ids);
  const confirmed = await quality.confirmations(ids);
  return rows.map(({ id, summary, source }) => ({
    id,
    source,
    title: summary.title,
    quality: scores.get(id) ?? null,
    lastConfirmed: confirmed.get(id) ?? null,
  }));
}

async function sourcesOf(ports: ApiPorts, sources: Awaited<ReturnType<typeof findOwner>>['sources']) {
  return Promise.all(
    sources.map(async ({ id, title, url }) => {
      const run = await latestRun(ports.runs, id);
      const harvest = run
        ? { id: run.id, state: run.state, startedAt: run.startedAt, reason: run.reason ?? null, counts: run.counts }
        : null;
      const preview = await latestPreview(ports, id, run);
      return { id, title, url: new URL(url).origin, latestRun: harvest, preview };
    }),
  );
}

export const PageQuery = z.strictObject({
  lang: z.enum(['da', 'en']).default('da'),
  done: z.enum(['confirm', 'frequency', 'harvest', 'preview']).optional(),
});

/** Shows what the link is for: as a page to people, as JSON to programs. */
export async function showOwnerLink(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { claim, letter } = await guestOf(ports, request);
  const { lang, done } = parseQuery(PageQuery, request.query);
  const owner = await findOwner(ports, claim.owner);
  const self = ports.links.to(`/v1/owner-links/${request.params.token}`);
  const view = {
    owner: { id: owner.id, name: owner.sources[0]?.owner.name ?? {} },
    letter: { frequency: letter.frequency, always: letter.always, sentAt: letter.sentAt, stopped: letter.stopped },
    registers: await registersOf(ports, owner.sources),
    sources: await sourcesOf(ports, owner.sources),
    links: { self, report: ports.links.to(`/v1/owners/${owner.id}/report`) },
  };
  if (!isPage(request)) return json(view, SECRET);
  return text(ownerPage(view, lang, done), { ...SECRET, type: 'text/html; charset=utf-8' });
}

/** A program is told what came of it; a form goes back to its page. */
const answer = (ports: ApiPorts, request: ApiRequest, done: string, body: object): Reply =>
  isPage(request)
    ? {
        status: 303,
        headers: {
          ...SECRET.headers,
          'cache-control': SECRET.cache,
          location: ports.links.to(`/v1/owner-links/${request.params.token}`, { done }),
        },
        body: '',
      }
    : json(body, SECRET);

export const Wish = z.strictObject({
  frequency: Frequency,
  always: z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false),
});

/** How often the owner wants to be written to. */
export async function chooseFrequency(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { letter } = await guestOf(ports, request);
  parseQuery(NoQuery, request.query);
  const wish = fieldsOf(Wish, request);
  await ports.letters.change(letter.owner, (now) => ({ ...now, ...wish }));
  const { frequency, always } = letter;
  return { ...answer(ports, request, 'frequency', wish), audited: { before: { frequency, always }, after: wish } };
}

/** No more letters: the address that mail programs know (RFC 8058), which take any body and want no page. */
export async function unsubscribe(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { letter } = await guestOf(ports, request);
  await ports.letters.change(letter.owner, (now) => ({ ...now, frequency: 'off' }));
  const audited = { before: { frequency: letter.frequency }, after: { frequency: 'off' } };
  return { ...answer(ports, request, 'frequency', { frequency: 'off' }), audited };
}

export const Confirmation = z.strictObject({ dataset: z.string().min(1).max(256) });

/** The owner says that a description is right as it stands (Article 60 of the EHDS regulation: once a year). */
export async function confirmDataset(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { claim } = await guestOf(ports, request);
  const { dataset: id } = fieldsOf(Confirmation, request);
  const dataset = await ports.catalogue.get(id);
  const source = dataset && (await ports.sources.get(dataset.source));
  if (source?.owner.id !== claim.owner) throw new Refusal('not-found', { detail: 'The owner has no such dataset.' });
  if (!dataset?.entry) throw new Refusal('dataset-removed', { members: { id } });
  const confirmedAt = new Date(ports.clock()).toISOString();
  await ports.quality.confirm(id, confirmedAt);
  return { ...answer(ports, request, 'confirm', { id, confirmedAt }), audited: { after: { id, confirmedAt } } };
}

export const Harvest = z.strictObject({ source: z.string().min(1).max(64) });

/** Starts a run of one of the owner's sources, unless one of that kind was started within the hour. */
async function startOwn(
  ports: ApiPorts,
  request: ApiRequest,
  options: { readonly force: boolean; readonly preview?: true },
  isOfKind: (run: Run) => boolean,
): Promise<{ readonly run: string; readonly href: string }> {
  const { claim } = await guestOf(ports, request);
  const { source: id } = fieldsOf(Harvest, request);
  const source = await ports.sources.get(id);
  if (source?.owner.id !== claim.owner) throw new Refusal('not-found', { detail: 'The owner has no such source.' });
  await refuseTooSoon(ports, id, isOfKind);
  const started = await ports.starter.start(id, options);
  if (started.kind === 'busy') throw new Refusal('source-busy', { headers: { 'retry-after': '60' } });
  if (started.kind === 'waiting') throw new Refusal('source-resting', { detail: `Not before ${started.until}.` });
  if (started.kind === 'unknown') throw new Refusal('not-found');
  return { run: started.run, href: ports.links.run(started.run) };
}

/** What the audit is told of a run that was begun. */
const begun = (reply: Reply, run: string): Reply => ({ ...reply, audited: { after: { run } } });

/** Harvests one of the owner's sources now. */
export async function harvestNow(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const started = await startOwn(ports, request, { force: false }, isHarvest);
  return begun(answer(ports, request, 'harvest', started), started.run);
}

/** Reads one of the owner's sources now, and shows what a harvest would change; nothing is published. */
export async function previewNow(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const isPreview = (run: Run) => !isHarvest(run);
  const started = await startOwn(ports, request, { force: false, preview: true }, isPreview);
  return begun(answer(ports, request, 'preview', started), started.run);
}
