/** `/v1/datasets/{id}/quality`: how good a description is, what was measured, what to mend, and how its scores went. */
import { z } from 'zod';
import { findDataset, readAddress } from './dataset.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, parseQuery } from './request.ts';

const Day = z.iso.date();

const Query = z.strictObject({ from: Day.optional(), to: Day.optional() });

/** Shows the latest assessment and the history between two days, all of it when none are given. */
export async function showDatasetQuality(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const range = parseQuery(Query, request.query);
  const { links, quality } = ports;
  const { id, suffix } = readAddress(request.params.id);
  const { entry, tombstone, seq, summary } = await findDataset(ports, suffix === undefined ? id : '');
  const history = await quality.history(id, range);
  if (!entry) throw new Refusal('dataset-removed', { members: { id, tombstone, history } });
  const assessed = await quality.get(id);
  if (!assessed) {
    throw new Refusal('not-assessed', {
      detail: `The dataset "${id}" was not assessed yet; that follows its description within a minute or two.`,
      headers: { 'retry-after': '60' },
    });
  }
  const { dataset: _, ...assessment } = assessed.assessment;
  return json({
    id,
    iri: links.datasetIri(id),
    title: summary.title,
    /** True while the description is newer than what is said of it here. */
    outdated: assessed.seq < seq,
    ...assessment,
    history,
    links: { self: links.to(`/v1/datasets/${id}/quality`), dataset: links.dataset(id) },
  });
}
