/** `/v1/datasets/{id}/quality`: how good a description is, what was measured, what to mend, and how its scores went. */
import { z } from 'zod';
import { wordFinding } from '#quality/finding-text.ts';
import { gains } from '#quality/gains/gains.ts';
import { findDataset, readAddress } from './dataset.ts';
import { measuredOf } from './measured.ts';
import { preferred } from './negotiation.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, linkHeader, type Reply, text } from './reply.ts';
import { type ApiRequest, parseQuery } from './request.ts';

const Day = z.iso.date();

export const Query = z.strictObject({ from: Day.optional(), to: Day.optional() });

const MEDIA_TYPES = { json: 'application/json', ttl: 'text/turtle', jsonld: 'application/ld+json' } as const;
const formats = ['json', 'ttl', 'jsonld'] as const;

function formatOf({ path, headers }: ApiRequest): (typeof formats)[number] {
  const suffix = formats.find((format) => path.endsWith(`/quality.${format}`));
  const type = preferred(headers.accept, Object.values(MEDIA_TYPES));
  const chosen = suffix ?? formats.find((format) => MEDIA_TYPES[format] === type);
  if (chosen) return chosen;
  throw new Refusal('not-acceptable', {
    detail: `At hand are ${Object.values(MEDIA_TYPES).join(', ')}.`,
    headers: { vary: 'Accept' },
  });
}

/** What the formats share: their other addresses. */
const headersOf = ({ links }: ApiPorts, id: string) => ({
  vary: 'Accept',
  link: linkHeader(
    formats.map((format) => ({
      href: links.to(`/v1/datasets/${id}/quality${format === 'json' ? '' : `.${format}`}`),
      rel: 'alternate',
      type: MEDIA_TYPES[format],
    })),
  ),
});

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
  const format = formatOf(request);
  const headers = headersOf(ports, id);
  if (format !== 'json') {
    const measured = await measuredOf(ports, id);
    const type = format === 'ttl' ? 'text/turtle; charset=utf-8' : MEDIA_TYPES.jsonld;
    return text(ports.reportWriters[format](measured ? [measured] : []), { type, headers });
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
