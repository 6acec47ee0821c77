/** `POST /v1/sources/preview`: reads a source as a run would, whether or not it is kept, and writes nothing. */

import type { AnsweringPorts } from '#functions/api/answering.ts';
import { authorise, bodyOf } from '#functions/api/authorise.ts';
import { Refusal } from '#functions/api/problem-types.ts';
import { json, type Reply } from '#functions/api/reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from '#functions/api/request.ts';
import { checkSource } from '#functions/harvest/check-source.ts';
import { type Preview, preview } from '#functions/harvest/preview.ts';
import { type RunFileStore, readState } from '#functions/harvest/run-files.ts';
import type { ErasedContacts } from '#functions/shared/erased-contacts.ts';
import type { Fetcher } from '#functions/shared/fetcher.ts';
import type { Permission } from '#functions/shared/robots.ts';
import type { Source } from '#schemas/source.ts';
import type { Visit } from '#schemas/visit.ts';
import { PreviewRequest } from './preview-request.ts';
import { type Ended, shownPreview } from './shown-preview.ts';

/** What is on its way after this is let go: the gateway waits 29 seconds, and what came must still be judged and sent. */
const TIME_MS = 22_000;
/** A page that is still being read then is not waited for any more. */
const ANSWER_MS = 26_000;
/** Pages that are asked for: enough for the records of a portal that has a page for each. */
const MOST_PAGES = 60;

export interface PreviewSourcePorts extends AnsweringPorts {
  readonly objects: RunFileStore;
  readonly erased: Pick<ErasedContacts, 'known'>;
  readonly fetcherFor: (source: Source) => Fetcher;
  /** What the host's robots.txt says of an address. */
  readonly permission: (url: URL) => Promise<Permission>;
  /** Resolves after a time, unless its work was done before. */
  readonly wait: (ms: number, done: AbortSignal) => Promise<void>;
}

/** @throws Refusal `invalid-body` with every fault of the definition. */
function sourceIn({ source }: PreviewRequest): Source {
  const checked = checkSource(source);
  if (checked.kind === 'sound') return checked.source;
  const errors = checked.faults.map(({ pointer, code, detail }) => ({ pointer: `/source${pointer}`, code, detail }));
  throw new Refusal('invalid-body', { errors });
}

/** A fetcher that remembers what it asked for. */
const remembering = (fetcher: Fetcher, visits: Visit[], asked: { pages: number }): Fetcher => ({
  async fetch(...wanted) {
    asked.pages += 1;
    const fetched = await fetcher.fetch(...wanted);
    visits.push(...(fetched.visits ?? []));
    return fetched;
  },
});

async function within<Value>(ports: PreviewSourcePorts, work: Promise<Value>): Promise<Value> {
  const done = new AbortController();
  const late = ports.wait(ANSWER_MS, done.signal).then(() => {
    throw new Refusal('preview-too-slow');
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
    // It ends with the work; what it says then concerns nobody.
    late.catch(() => undefined);
    work.catch(() => undefined);
  }
}

function endOf(found: Preview, limit: number, asked: number, isLate: boolean): Ended {
  if (found.whole) return null;
  if (isLate) return 'time';
  return asked >= MOST_PAGES && found.rows.length < limit ? 'pages' : 'records';
}

/** Answers what a harvest would do, what is wrong, and how the source's host answered; bounded in time, pages and records. */
export async function previewSource(ports: PreviewSourcePorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const asked = bodyOf(PreviewRequest, request);
  const source = sourceIn(asked);
  const end = ports.clock() + TIME_MS;
  const visits: Visit[] = [];
  const count = { pages: 0 };
  const isLate = () => ports.clock() >= end;
  const fetcher = remembering(ports.fetcherFor(source), visits, count);
  const bounds = { hasTime: () => !isLate() && count.pages < MOST_PAGES, mustStop: isLate };
  const known = Promise.all([readState(ports.objects, source.id), ports.erased.known()]);
  const found = await within(
    ports,
    known.then(([state, isErased]) =>
      preview({ fetcher, clock: ports.clock, isErased, ...bounds }, source, state, asked.limit),
    ),
  );
  const permission = source.politeness.respectRobots ? await ports.permission(new URL(source.url)) : undefined;
  const ended = endOf(found, asked.limit, count.pages, isLate());
  const document = shownPreview(source, found, { visits, permission, ended, limit: asked.limit, now: ports.clock() });
  const reply = json(document, { cache: 'no-store' });
  return { ...reply, audited: { after: { counts: document.counts, requests: visits.length } } };
}
