/** `/v1/datasets/{id}/same-as`: what other sources tell of the same dataset, and where they contradict it. */
import * as z from 'zod';
import { conflictsBetween, differencesBetween } from '#catalogue/same-dataset.ts';
import { propertyLabel } from '#publishing/value-text.ts';
import type { Dataset } from '#schemas/record.ts';
import { findDataset, readAddress, sameItem } from './dataset.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { fitting, json, jsonBytes, type Reply } from './reply.ts';
import { type ApiRequest, parseQuery } from './request.ts';
import { toldValue } from './told-value.ts';

const conflictItems = (here: Dataset, there: Dataset) =>
  conflictsBetween(here, there).map(({ property, ...values }) => ({
    property,
    label: propertyLabel(property),
    ...values,
  }));

const differenceItems = (here: Dataset, there: Dataset) =>
  differencesBetween(here, there).map(({ property, here: one, there: other }) => ({
    property,
    label: propertyLabel(property),
    here: toldValue(property, one),
    there: toldValue(property, other),
  }));

export const Query = z.strictObject({ include: z.literal('differences').optional() });

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
  const { include } = parseQuery(Query, request.query);
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
    const differences = include && differenceItems(entry.record, other.entry.record);
    const told = { title: other.summary.title, precedence: placeOf(other.source), conflicts };
    items.push({ ...item, ...told, ...(differences && { differences }) });
  }
  const candidates = [{ id, precedence: placeOf(source) }, ...items];
  const preferred = candidates.reduce((best, one) => (one.precedence < best.precedence ? one : best)).id;
  const self = links.to(`/v1/datasets/${id}/same-as`, { include });
  const shown = fitting(items, jsonBytes);
  const omitted = items.length - shown.length;
  return json({
    id,
    iri: links.datasetIri(id),
    preferred,
    items: shown,
    omitted,
    links: { self, dataset: links.dataset(id) },
  });
}
