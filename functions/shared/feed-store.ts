/**
 * The frozen pages of the DCAT-AP feed, and where the feed stands after the last of them. All of it follows from the log and
 * can be made again from it; it is kept because a page that clients were told never to ask for again must keep its bytes.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod';
import type { FeedPosition } from '#publishing/ldes/feed-timeline.ts';
import { type FeedFormat, feedFormats } from '#publishing/ldes/write-feed.ts';
import type { ObjectStore } from './object-store.ts';

/** Where a page begins: its first change, and the time of its first member. */
const Start = z.object({ seq: z.number().int(), published: z.string() });
type PageStart = z.infer<typeof Start>;

const State = z.object({
  starts: z.array(Start),
  seq: z.number().int(),
  published: z.string().nullable(),
  agents: z.record(z.string(), z.string()),
});

/** The feed after its last frozen page. */
export interface FeedState {
  /** Of the frozen pages, in order. */
  readonly starts: readonly PageStart[];
  readonly position: FeedPosition;
}

const FrozenEvent = z.object({
  activity: z.string(),
  type: z.enum(['Create', 'Update', 'Delete']),
  object: z.string(),
  published: z.string(),
});
/** A member without its payload. */
export type FrozenEvent = z.infer<typeof FrozenEvent>;

/** The feed before its first page was frozen. */
const BEGINNING: FeedState = { starts: [], position: { seq: 0, published: null, agents: new Map() } };

export interface FrozenPage {
  readonly documents: Readonly<Record<FeedFormat, string>>;
  readonly events: readonly FrozenEvent[];
}

export interface FeedStore {
  /** The beginning when nothing was frozen yet. */
  state(): Promise<FeedState>;
  document(page: number, format: FeedFormat): Promise<string | undefined>;
  events(page: number): Promise<readonly FrozenEvent[]>;
  /** Writes only what tells of the pages; undefined tells of none. */
  tell(state: FeedState | undefined): Promise<void>;
  /** Writes the page before the state that tells of it: a page that is not told of may still be written again. */
  freeze(page: number, frozen: FrozenPage, after: FeedState): Promise<void>;
}

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

const PAGE_DIGITS = 8;

/** A short name of a public address: pages hold addresses, so under another they are other pages. */
export const addressName = (base: string): string => createHash('sha256').update(base).digest('hex').slice(0, 8);

/** The name of the checkpoint of whoever freezes pages under an address. */
export const feedsCheckpoint = (base: string): string => `feeds-${addressName(base)}`;

/** Which log under which address pages tell of. */
export const feedGeneration = (epoch: string, base: string): string => `${epoch}-${addressName(base)}`;

/** Where everything of one generation lies. */
export const feedsFolder = (epoch: string, base: string): string => `feeds/${feedGeneration(epoch, base)}/`;

/**
 * The feed of one generation, under `feeds/`.
 * @param name what the state is called that tells of the pages: a rebuild keeps one of its own until it is done.
 */
export function feedStore(
  objects: Pick<ObjectStore, 'get' | 'put'>,
  generation: string,
  name: 'state' | 'rebuilt' = 'state',
): FeedStore {
  const prefix = `feeds/${generation}/dcat-ap`;
  const pageKey = (page: number, suffix: string) =>
    `${prefix}/pages/${String(page).padStart(PAGE_DIGITS, '0')}.${suffix}.gz`;
  const read = async (key: string): Promise<string | undefined> => {
    const bytes = await objects.get(key);
    return bytes && (await unpacked(bytes)).toString();
  };
  const write = async (key: string, text: string) =>
    objects.put(key, await packed(text), { contentType: 'application/gzip' });
  const stateKey = `${prefix}/${name}.json.gz`;
  const tell = ({ starts, position: { seq, published, agents } }: FeedState) =>
    write(stateKey, JSON.stringify({ starts, seq, published, agents: Object.fromEntries(agents) }));

  return {
    async state() {
      const text = await read(stateKey);
      if (text === undefined) return BEGINNING;
      const { starts, seq, published, agents } = State.parse(JSON.parse(text));
      return { starts, position: { seq, published, agents: new Map(Object.entries(agents)) } };
    },

    document: (page, format) => read(pageKey(page, format)),

    async events(page) {
      return z.array(FrozenEvent).parse(JSON.parse((await read(pageKey(page, 'json'))) ?? '[]'));
    },

    tell: (state = BEGINNING) => tell(state),

    async freeze(page, { documents, events }, after) {
      await Promise.all(feedFormats.map((format) => write(pageKey(page, format), documents[format])));
      const members = events.map(({ activity, type, object, published }) => ({ activity, type, object, published }));
      await write(pageKey(page, 'json'), JSON.stringify(members));
      await tell(after);
    },
  };
}
