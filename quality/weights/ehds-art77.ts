/** Twelve elements, a point each: the draft asks for all of them alike. */
import { ehdsArt77Metrics } from '#schemas/metrics/ehds-art77.ts';
import type { Weight } from './weight.ts';

const needs: Readonly<Record<string, Weight['needs']>> = {
  'art77.distribution': ['expectsDistribution'],
  'art77.hasVariables': ['expectsVariables'],
};

export const ehdsArt77Weights: readonly Weight[] = ehdsArt77Metrics.map(({ id }) => ({
  metric: id,
  dimension: 'minimum',
  points: 1,
  ...(needs[id] && { needs: needs[id] }),
}));
