/**
 * The frozen pages of the DCAT-AP feed anew, each in its place with the bytes that it had: they follow from the log alone. What
 * tells how many pages there are is written last, so readers see every page all the time.
 */
import { feedsConsumer, freezeUpTo, inLog, type RenderPorts } from '#functions/render-feeds/render-feeds.ts';
import { type FeedState, type FeedStore, feedGeneration, feedStore } from '#functions/shared/feed-store.ts';
import { type Hold, holdPlace, type Worked } from './hold-place.ts';
import { hashesOf, surveyLog } from './log-survey.ts';
import type { Rebuilt } from './rebuilt.ts';

/** Changes between two renewals of the hold: two pages. */
const STEP_ENTRIES = 200;

interface Pages {
  readonly count: number;
  /** Whether each page that is told of can be read and begins where it is told to. */
  readonly agrees: boolean;
}

async function areThere(store: FeedStore, { starts }: FeedState): Promise<boolean> {
  for (const [index, { published }] of starts.entries()) {
    if ((await store.events(index + 1))[0]?.published !== published) return false;
  }
  return true;
}

/** Pages go to their places; how far they are made anew is kept beside what tells of them, and taken over at the end. */
function workStore(ports: RenderPorts, epoch: string): { store: FeedStore; takeOver: () => Promise<Pages> } {
  const generation = feedGeneration(epoch, ports.addresses.base);
  const store = feedStore(ports.objects, generation, 'rebuilt');
  const takeOver = async () => {
    const state = await store.state();
    await feedStore(ports.objects, generation).tell(state);
    await store.tell(undefined);
    return { count: state.starts.length, agrees: await areThere(store, state) };
  };
  return { store, takeOver };
}

async function rebuild(ports: RenderPorts, { head, renew }: Hold): Promise<Worked<Rebuilt>> {
  const { epoch, seq } = head;
  const { store, takeOver } = workStore(ports, epoch);
  for (let reached = (await store.state()).position.seq; reached < seq; ) {
    await renew();
    reached = Math.min(seq, reached + STEP_ENTRIES);
    await freezeUpTo(inLog(ports, epoch), store, reached);
    // The last changes fill no page: only what lies before them can be gone on with.
    if (reached < seq && ports.outOfTime())
      return { isWhole: false, result: { kind: 'behind', view: 'feeds', seq: reached, of: seq } };
  }
  const pages = await takeOver();
  const { state } = await surveyLog(ports.ledger, seq, renew);
  const report = { view: 'feeds' as const, epoch, seq, ...pages, cleared: 0, ledger: hashesOf(state) };
  return { isWhole: true, result: { kind: 'done', report } };
}

/** Writes the pages anew, or goes on where an earlier call ran out of time. */
export async function rebuildFeeds(ports: RenderPorts): Promise<Rebuilt> {
  const held = await holdPlace(ports, feedsConsumer(ports.addresses), (hold) => rebuild(ports, hold));
  return held.kind === 'busy' ? { kind: 'busy', view: 'feeds' } : held.result;
}
