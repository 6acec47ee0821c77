/** A change in RDF: its activity, those that it brought along, and what they describe. The times are those of the feed. */
import { nextPage } from '#functions/shared/feed-page.ts';
import type { FrozenEvent } from '#functions/shared/feed-store.ts';
import { activityTriples } from '#publishing/ldes/feed-event.ts';
import { payloadOf } from '#publishing/ldes/payload.ts';
import type { Triple } from '#publishing/rdf/term.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import { openFeed } from './dcat-ap-feed.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';

type ChangePorts = Pick<ApiPorts, 'links' | 'ledger' | 'objects'>;

/** When the pages that are not frozen yet will be, at the latest: the freezing function runs every minute. */
const NEXT_FREEZE = '60';

/** The activities of one change, as the feed published them. @throws Refusal when the feed has not come that far. */
async function activitiesOf(ports: ChangePorts, seq: number): Promise<readonly FrozenEvent[]> {
  const store = openFeed(ports);
  const state = await store.state();
  if (seq <= state.position.seq) {
    const after = state.starts.findIndex((start) => start.seq > seq);
    return store.events(after < 0 ? state.starts.length : after);
  }
  const page = await nextPage({ ledger: ports.ledger, addresses: ports.links }, state);
  if (page && seq <= page.position.seq) return page.events;
  throw new Refusal('unavailable', {
    detail: 'The feed has not come as far as this change yet.',
    headers: { 'retry-after': NEXT_FREEZE },
  });
}

/** All that is said of a change, in one graph. */
export async function changeTriples(ports: ChangePorts, change: LedgerEntry): Promise<readonly Triple[]> {
  const own = `${ports.links.change(change.seq)}#`;
  const activities = (await activitiesOf(ports, change.seq)).filter(({ activity }) => activity.startsWith(own));
  const [entry = null] = await ports.ledger.payloads([change]);
  return activities.flatMap((event) => [
    ...activityTriples(event),
    ...payloadOf(event, { seq: change.seq, entry }, ports.links),
  ]);
}
