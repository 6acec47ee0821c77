/**
 * The second half of a run whose pages make records only together (docs/decisions/0016): the pages that the walk met are taken
 * out of the archive, those that were not asked for again too, and what they say together is put into the run.
 */
import type { Gathering } from '#harvesters/harvester.ts';
import { problemCode } from '#schemas/problem-codes.ts';
import type { ReadContext } from './read-context.ts';
import { PageReader } from './read-page.ts';
import { note } from './session.ts';

export interface GatherPorts {
  /** A page's bytes as they were archived; undefined where the archive does not have them. */
  readonly open: (archive: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
  readonly heartbeat: () => Promise<void>;
  readonly now: () => string;
}

/** A page as it was last received. */
interface Received {
  readonly key: string;
  readonly asked: string;
  readonly url: string;
  readonly contentType: string | null;
  readonly archive: string;
  readonly observedAt: string;
  /** Where it stands in the walk. */
  readonly place: number;
}

/** The pages that came or stand for themselves in this run, in the order of the walk. */
const receivedIn = ({ session }: ReadContext): Received[] =>
  session.archived.flatMap(({ key, request, url, contentType, archive, observedAt }, place) =>
    archive === null ? [] : [{ key, asked: request.url, url, contentType, archive, observedAt, place }],
  );

/** Before all pages of the walk. */
const BEFORE_ALL = -1;
/** Before what came of the page in this run, and behind the page before it. */
const JUST_BEFORE = 0.5;

/**
 * The pages of earlier runs that this one did not see whole: what they said was not taken back. Each stands where it did, so
 * that a page which fails does not turn around what two pages say of one moment.
 */
const receivedBefore = ({ session, state }: ReadContext, now: string): Received[] => {
  const places = new Map(session.archived.map(({ key }, place) => [key, place - JUST_BEFORE]));
  const known = new Set(session.archived.map(({ archive }) => archive));
  return [...state.pages.values()].flatMap(({ key, url = key, contentType = null, archive }) =>
    session.pages.get(key)?.whole || known.has(archive)
      ? []
      : [{ key, asked: key, url, contentType, archive, observedAt: now, place: places.get(key) ?? BEFORE_ALL }],
  );
};

/** The page that the run began with. */
const firstOf = ({ session }: ReadContext) => session.archived.find(({ parent }) => parent === null);

/** Gathers pages; those that the archive does not have are asked for again in the next run. */
async function add(
  context: ReadContext,
  ports: GatherPorts,
  gathering: Gathering,
  pages: readonly Received[],
): Promise<void> {
  const { session, state } = context;
  for (const { key, asked, url, contentType, archive, place } of pages) {
    const body = await ports.open(archive);
    if (body) await gathering.add({ request: { url: asked }, url, contentType, body }, place);
    else {
      const { severity, en } = problemCode('not-archived');
      note(session, { code: 'not-archived', severity, message: en, place: { page: url } });
      state.pages.delete(key);
      context.touch();
      const seen = session.pages.get(key);
      if (seen) session.pages.set(key, { ...seen, whole: false });
    }
    await ports.heartbeat();
  }
}

/** Puts the readings into the run, each on its page. All records are at home on the first page: only the whole feed lacks one. */
async function take(context: ReadContext, gathering: Gathering, pages: readonly Received[]): Promise<boolean> {
  const first = firstOf(context);
  if (first === undefined) return true;
  const received = new Map(pages.map((page) => [page.asked, page]));
  const taken = { key: first.key, parent: null, request: first.request };
  const readers = new Map<string, PageReader>();
  for (const { page, reading } of gathering.readings()) {
    if (reading.kind === 'scope') {
      // Said of the source and not of a page, whose records keep their home.
      context.session.run.scope = reading.scope;
      continue;
    }
    const { url, archive, observedAt } = received.get(page) ?? {
      url: page,
      archive: null,
      observedAt: first.observedAt,
    };
    const reader = readers.get(page) ?? new PageReader(context, { taken, url, archive, observedAt });
    readers.set(page, reader);
    await reader.take(reading);
  }
  return [...readers.values()].every(({ isWhole }) => isWhole);
}

/** Reads the records of a format that gathers its pages; does nothing for any other, and where no page came. */
export async function gatherPages(context: ReadContext, ports: GatherPorts): Promise<void> {
  const gathering = context.harvester.gather?.(context.source);
  const pages = receivedIn(context);
  if (gathering === undefined || pages.length === 0) return;
  await add(context, ports, gathering, pages);
  const { session } = context;
  const isWhole = [...session.pages.values()].every(({ whole }) => whole);
  if (!isWhole || gathering.isWindow) {
    const earlier = receivedBefore(context, ports.now());
    await add(context, ports, gathering, earlier);
    pages.push(...earlier);
  }
  if (await take(context, gathering, pages)) return;
  const first = firstOf(context);
  const seen = first && session.pages.get(first.key);
  if (first && seen) session.pages.set(first.key, { ...seen, whole: false });
}
