/**
 * Follows the public feed as anybody would, and tells when it does not add up (docs/decisions/0055): it reads `/v1/changes` from
 * a cursor of its own, reckons the state hash from the changes alone, and compares it with what `/v1/state` says of the same
 * place in the log. It sees what followers see, through everything that stands between them and the ledger.
 */
import { afterChange, readState, stateHashOf } from '#catalogue/state-hash.ts';
import type { EmitFigures } from '#functions/shared/figures.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { type AskPublic, Unanswered } from '#functions/shared/public-api.ts';
import { canaryMetrics, feedTroubles } from '#schemas/watch-metrics.ts';
import { type Kept, type Place, readKept, writeKept } from './place.ts';
import { beginning, type Change, pageAfter, type StateDocument, stateOf } from './public-feed.ts';

/** Changes asked for at a time, the most that the API gives; some 500 kB. */
const PAGE = 1000;

export interface CanaryPorts {
  readonly ask: AskPublic;
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  readonly emit: EmitFigures;
  readonly tell: (found: Found) => void;
  readonly outOfTime: () => boolean;
}

export type Found =
  | { readonly kind: 'in-step'; readonly seq: number }
  /** Time ran out, or the log was built anew on the way: the next turn goes on. */
  | { readonly kind: 'on-the-way'; readonly seq: number }
  /** `agreed` and `at` are places in the log: what is wrong was told between them. */
  | {
      readonly kind: 'mismatch';
      readonly agreed: number;
      readonly at: number;
      readonly told: Pick<StateDocument, 'count' | 'stateHash'>;
      readonly reckoned: Pick<Place, 'seq' | 'count' | 'stateHash'>;
    }
  | { readonly kind: 'unanswered'; readonly reason: string };

function afterChanges(place: Place, changes: readonly Change[], cursor: string): Place {
  let state = readState(place.count, place.stateHash);
  for (const { entity, ...change } of changes) {
    state = afterChange(state, { ...change, dataset: entity.iri.slice(entity.iri.lastIndexOf('/') + 1) });
  }
  const seq = changes.at(-1)?.seq ?? place.seq;
  return { ...place, seq, cursor, count: state.count, stateHash: stateHashOf(state) };
}

/** Reads on up to a place, at most as far as the feed goes; undefined when its cursor is void. */
async function follow({ ask, outOfTime }: CanaryPorts, from: Place, to: number): Promise<Place | undefined> {
  // Where there is nothing new, the feed is asked all the same: whether it answers is half of what is to be known.
  if (from.seq === to) return (await pageAfter(ask, from.cursor, 1)) && from;
  let place = from;
  while (place.seq < to && !outOfTime()) {
    // Numbers have no gaps, so the page ends at the place itself; a feed that leaves one out goes beyond.
    const page = await pageAfter(ask, place.cursor, Math.min(PAGE, to - place.seq));
    if (!page) return undefined;
    const changes = page.items.filter(({ seq }) => seq <= to);
    const isEnd = !page.hasMore || page.cursor === place.cursor || changes.length < page.items.length;
    place = afterChanges(place, changes, page.cursor);
    if (isEnd) break;
  }
  return place;
}

async function placeToBegin({ ask, objects }: CanaryPorts, { epoch, seq }: StateDocument): Promise<Kept> {
  const kept = await readKept(objects);
  // A log of another epoch, or one that ends before us, was built anew.
  if (kept?.reached.epoch === epoch && kept.reached.seq <= seq) return kept;
  const start = await beginning(ask, epoch);
  return { reached: start, agreed: start };
}

async function look(ports: CanaryPorts): Promise<Found> {
  const told = await stateOf(ports.ask);
  const { reached, agreed } = await placeToBegin(ports, told);
  const place = await follow(ports, reached, told.seq);
  if (!place) return { kind: 'on-the-way', seq: reached.seq };
  if (place.seq === told.seq && place.stateHash === told.stateHash && place.count === told.count) {
    await writeKept(ports.objects, { reached: place, agreed: place });
    return { kind: 'in-step', seq: place.seq };
  }
  if (place.seq < told.seq && ports.outOfTime()) {
    await writeKept(ports.objects, { reached: place, agreed });
    return { kind: 'on-the-way', seq: place.seq };
  }
  // The next turn reads again from where both agreed: a fault that passed is then over, one that stays is told again.
  await writeKept(ports.objects, { reached: agreed, agreed });
  const { seq, count, stateHash } = place;
  return {
    ...{ kind: 'mismatch', agreed: agreed.seq, at: told.seq },
    told: { count: told.count, stateHash: told.stateHash },
    reckoned: { seq, count, stateHash },
  };
}

async function found(ports: CanaryPorts): Promise<Found> {
  try {
    return await look(ports);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    // A host that stops has closed its door already.
    if (ports.outOfTime()) return { kind: 'on-the-way', seq: 0 };
    return { kind: 'unanswered', reason: error.message };
  }
}

/** Takes one turn, and tells what it found. */
export async function canary(ports: CanaryPorts): Promise<Found> {
  const result = await found(ports);
  const value =
    result.kind === 'mismatch' || result.kind === 'unanswered' ? feedTroubles[result.kind] : feedTroubles.none;
  ports.emit({ figures: [{ name: 'FeedTrouble', unit: canaryMetrics.FeedTrouble, value }] });
  ports.tell(result);
  return result;
}
