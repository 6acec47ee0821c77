/** `/metrics`: what the metrics of our own are; their names in documents lead here. */
import { gradeBands, gradeWeights } from '#quality/weights/grade.ts';
import { weightTables } from '#quality/weights/weight-tables.ts';
import { dimensionLabels, metrics, publishedIri, scoreSetLabels } from '#schemas/metrics/metric-table.ts';
import type { ApiPorts } from './ports.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

/** What the metrics of a set are worth in it. */
const setsWorth = Object.entries(weightTables).map(([set, weights]) => ({
  set,
  parts: weights.map(({ metric, dimension, points, notAssessed }) => ({
    metric,
    dimension,
    points,
    notAssessed: notAssessed ?? null,
  })),
}));

/** Lists every metric, what each is worth in which set, and how the sets make the grade. */
export async function showMetrics({ links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  return json({
    sets: scoreSetLabels,
    dimensions: dimensionLabels,
    items: metrics.map((metric) => ({ ...metric, iri: publishedIri(metric.id) ?? links.to(`/metrics#${metric.id}`) })),
    scores: setsWorth,
    grade: { weights: gradeWeights, bands: gradeBands },
    links: { self: links.to('/metrics') },
  });
}
