/** `/v1/datasets/{id}/same-as`: what other sources tell of the same dataset, and where they contradict it. */
import { conflictsBetween } from '#catalogue/same-dataset.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import type { Dataset } from '#schemas/record.ts';
import { findDataset, readAddress, sameItem } from './dataset.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

const conflictItems = (here: Dataset, there: Dataset) =>
  conflictsBetween(here, there).map(({ property, ...values }) => ({
    property,
    label: propertyByKey('Dataset', property)?.label ?? {},
    ...values,
  }));

/** A source that is not among the sources any more has the last word. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Where each source stands; lower numbers come first, and sources without one keep the order of their ids. */
async function precedences({ sources }: ApiPorts): Promise<(source: string) => number> {
  const all = await sources.list();
  const places = new Map(all.map(({ id, precedence }, index) => [id, precedence ?? all.length + index]));
  return (source) => places.get(source) ?? LAST;
}

/**
 * Shows the links of a dataset with their conflicts, worked out from the records as they are now. `preferred` is the one
 * whose source comes first; nothing is taken from one into another.
 */
export async function showSameAs(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const { links, catalogue } = ports;
  const { id, suffix } = readAddress(request.params.id);
  const { entry, source, tombstone } = await findDataset(ports, suffix === undefined ? id : '');
  if (!entry) throw new Refusal('dataset-removed', { members: { id, tombstone } });
  const placeOf = await precedences(ports);
  const items = [];
  for (const same of await ports.sameAs.get(id)) {
    const other = await catalogue.get(same.id);
    // The links follow the log at their own pace: one of them may be gone already.
    if (!other?.entry) continue;
    const item = sameItem(same, links);
    const conflicts = conflictItems(entry.record, other.entry.record);
    items.push({ ...item, title: other.summary.title, precedence: placeOf(other.source), conflicts });
  }
  const candidates = [{ id, precedence: placeOf(source) }, ...items];
  const preferred = candidates.reduce((best, one) => (one.precedence < best.precedence ? one : best)).id;
  const self = links.to(`/v1/datasets/${id}/same-as`);
  return json({ id, iri: links.datasetIri(id), preferred, items, links: { self, dataset: links.dataset(id) } });
}
