/** What a metric is called; one that was since given up keeps its id for a name. */
import { metricById } from '#schemas/metrics/metric-table.ts';
import type { Texts } from '#schemas/texts.ts';

export const metricLabel = (id: string): Texts => metricById(id)?.label ?? { da: id, en: id };
