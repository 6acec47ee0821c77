/** What lies in the graphs of activities: the description of their object as of then. */
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Addresses } from '../addresses.ts';
import { describeCatalogue, describePublisher, membership } from '../catalogue-description.ts';
import { describeNode } from '../rdf/describe-dataset.ts';
import type { Triple } from '../rdf/term.ts';
import { boundedPayload } from './bounded-payload.ts';
import { type NamedAgent, namedAgents } from './named-agents.ts';

/** The part of an activity's name behind the `#`. */
const partOf = (activity: string): string => activity.slice(activity.indexOf('#') + 1);

/** A dataset, its parts, our record of it, and that it is in the catalogue. */
export function datasetPayload(seq: number, entry: CatalogueEntry, addresses: Addresses): readonly Triple[] {
  const iri = addresses.datasetIri(entry.id);
  const published = { iri, entry };
  const payload = boundedPayload({ published, seed: addresses.activity(seq), whole: addresses.dataset(entry.id) });
  return [...payload, membership(addresses, iri)];
}

/** An agent, whose blank nodes are named after the activity that tells of it. */
export const agentPayload = ({ iri, node }: NamedAgent, activity: string): readonly Triple[] =>
  describeNode(iri, 'Agent', node, activity);

/** The payload of an activity that was published before, from the record of its change; empty for a deletion. */
export function payloadOf(
  { activity, object }: { readonly activity: string; readonly object: string },
  { seq, entry }: { readonly seq: number; readonly entry: CatalogueEntry | null },
  addresses: Addresses,
): readonly Triple[] {
  const part = partOf(activity);
  if (part === 'publisher') return describePublisher(addresses);
  if (part === 'catalogue') return describeCatalogue(addresses);
  if (!entry) return [];
  if (part === 'activity') return datasetPayload(seq, entry, addresses);
  const agent = namedAgents(entry.kind, entry.record).find(({ iri }) => iri === object);
  return agent ? agentPayload(agent, activity) : [];
}
