/** `/v1/owners/{id}/report`: an owner's quality report, for people as a page or a PDF, for programs as JSON or tables. */
import * as z from 'zod';
import { eachOf } from '#functions/shared/each-of.ts';
import type { OwnerReport } from '#schemas/owner-report.ts';
import { authorise } from './authorise.ts';
import type { Links } from './links.ts';
import { measuredOf } from './measured.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { CHANGING, data, json, type Reply, text } from './reply.ts';
import { alternateHeaders, chooseFormat, type Offer } from './representation.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

type Language = 'da' | 'en';

export const MEDIA_TYPES = {
  json: 'application/json',
  html: 'text/html',
  pdf: 'application/pdf',
  csv: 'text/csv',
  ttl: 'text/turtle',
  jsonld: 'application/ld+json',
} as const;
type Format = keyof typeof MEDIA_TYPES;

/** In the order of our preference: a client that takes anything gets the first. */
const formats = ['json', 'html', 'pdf', 'csv', 'ttl', 'jsonld'] as const;

export const Query = z.strictObject({ lang: z.enum(['da', 'en']).default('da'), format: z.string().optional() });

/** The report as of now. @throws Refusal where there is no such owner, or where it cannot be made yet. */
async function reportOf({ reports }: ApiPorts, id: string | undefined): Promise<OwnerReport> {
  const built = await reports.build(id ?? '');
  if (built.kind === 'report') return built.report;
  if (built.kind === 'unknown') throw new Refusal('not-found', { detail: 'There is no owner of this id.' });
  if (built.kind === 'too-many') {
    throw new Refusal('answer-too-large', {
      detail: `The owner has more than ${built.most} registers: read their quality one by one, or by /v1/quality/summary.`,
    });
  }
  throw new Refusal('not-assessed', {
    detail: `${built.datasets} of the owner's datasets were not assessed yet; that follows their descriptions within a minute or two.`,
    headers: { 'retry-after': '60' },
  });
}

const offerOf = (id: string, lang: Language, links: Links): Offer<Format> => ({
  types: MEDIA_TYPES,
  order: formats,
  href: (format) => links.to(`/v1/owners/${id}/report.${format}`, { lang }),
});

/** Shows the report in the format and language that are asked for. */
export async function showOwnerReport(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { lang, format: named } = parseQuery(Query, request.query);
  const report = await reportOf(ports, request.params.id);
  const offer = offerOf(report.owner.id, lang, ports.links);
  const suffix = /\/report\.([a-z]+)$/.exec(request.path)?.[1];
  const format = chooseFormat(request, offer, { suffix, format: named });
  const headers = { 'content-language': lang, ...alternateHeaders(format, offer) };
  const name = `datalandkort-${report.owner.id}-${report.at.slice(0, 10)}-${lang}`;
  switch (format) {
    case 'json':
      return json(report, { headers });
    case 'html':
      return text(await ports.reportWriters.html(report, lang), { type: 'text/html; charset=utf-8', headers });
    case 'csv':
      return text(await ports.reportWriters.csv(report, lang), {
        type: 'text/csv; charset=utf-8',
        headers: { ...headers, 'content-disposition': `attachment; filename="${name}.csv"` },
      });
    case 'ttl':
    case 'jsonld': {
      const measured = await eachOf(report.registers, ({ id }) => measuredOf(ports, id));
      const body = await ports.reportWriters[format](measured.flatMap((one) => one ?? []));
      return text(body, { type: format === 'ttl' ? 'text/turtle; charset=utf-8' : MEDIA_TYPES.jsonld, headers });
    }
    case 'pdf':
      return data(await ports.reportWriters.pdf(report, lang), {
        type: 'application/pdf',
        cache: CHANGING,
        headers: { ...headers, 'content-disposition': `inline; filename="${name}.pdf"` },
      });
  }
}

/** `POST /v1/owners/{id}/report`: remembers the report as given out, so that the next one tells what changed since. */
export async function keepOwnerReport(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const report = await reportOf(ports, request.params.id);
  await ports.reports.keep(report);
  const kept = { owner: report.owner.id, at: report.at };
  return { ...json(kept, { cache: 'no-store' }), audited: { after: kept } };
}
