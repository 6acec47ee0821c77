/** `/v1/datasets/{id}/quality`: how good a description is, what was measured, what to mend, and how its scores went. */
import * as z from 'zod';
import { wordFinding } from '#quality/finding-text.ts';
import { gains } from '#quality/gains/gains.ts';
import { findDataset, readAddress } from './dataset.ts';
import type { Links } from './links.ts';
import { measuredOf } from './measured.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply, text } from './reply.ts';
import { alternateHeaders, chooseFormat, type Offer } from './representation.ts';
import { type ApiRequest, parseQuery } from './request.ts';

const Day = z.iso.date();

export const Query = z.strictObject({ from: Day.optional(), to: Day.optional(), format: z.string().optional() });

const MEDIA_TYPES = { json: 'application/json', ttl: 'text/turtle', jsonld: 'application/ld+json' } as const;

const offerOf = (id: string, links: Links): Offer<keyof typeof MEDIA_TYPES> => ({
  types: MEDIA_TYPES,
  order: ['json', 'ttl', 'jsonld'],
  href: (format) => {
    const path = `/v1/datasets/${id}/quality`;
    return format === 'json' ? links.to(path, { format }) : links.to(`${path}.${format}`);
  },
});

/** Shows the latest assessment and the history between two days, all of it when none are given. */
export async function showDatasetQuality(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { format: wished, ...range } = parseQuery(Query, request.query);
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
  const offer = offerOf(id, links);
  const format = chooseFormat(request, offer, {
    suffix: /\/quality\.([a-z]+)$/.exec(request.path)?.[1],
    format: wished,
  });
  const headers = alternateHeaders(format, offer);
  if (format !== 'json') {
    const measured = await measuredOf(ports, id);
    const type = format === 'ttl' ? 'text/turtle; charset=utf-8' : MEDIA_TYPES.jsonld;
    return text(await ports.reportWriters[format](measured ? [measured] : []), { type, headers });
  }
  const { dataset: _, findings, ...assessment } = assessed.assessment;
  const body = {
    id,
    iri: links.datasetIri(id),
    title: summary.title,
    /** True while the description is newer than what is said of it here. */
    outdated: assessed.seq < seq,
    ...assessment,
    findings: findings.map(wordFinding),
    /** What mending each property would gain, the most for the least effort first. */
    gains: gains(assessed.assessment),
    history,
    links: { self: links.to(`/v1/datasets/${id}/quality`), dataset: links.dataset(id) },
  };
  return json(body, { headers });
}
