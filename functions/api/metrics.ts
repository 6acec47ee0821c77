/** `/metrics`: what the metrics of our own are; their names in documents lead here. */
import { dimensionLabels, metrics, publishedIri, scoreSetLabels } from '#schemas/metrics/metric-table.ts';
import type { ApiPorts } from './ports.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

/** Lists every metric; docs/scores.md tells what each is worth. */
export async function showMetrics({ links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  return json({
    sets: scoreSetLabels,
    dimensions: dimensionLabels,
    items: metrics.map((metric) => ({ ...metric, iri: publishedIri(metric.id) ?? links.to(`/metrics#${metric.id}`) })),
    links: { self: links.to('/metrics') },
  });
}
