/**
 * Six blocks of six points each, shared among the evidence of a block. They are no weights of the label itself (QUANTUM has its
 * own, of which not all are known here): a block counts as much as another, because nothing says otherwise.
 */
import { art78ReadinessMetrics } from '#schemas/metrics/art78-readiness.ts';
import type { Weight } from './weight.ts';

/** Six can be shared by one, two and three without a rest. */
const POINTS_OF_A_BLOCK = 6;

const blockOf = (id: string): string => id.split('.')[1] ?? '';

export const art78ReadinessWeights: readonly Weight[] = art78ReadinessMetrics.map(({ id }) => ({
  metric: id,
  dimension: blockOf(id),
  points: POINTS_OF_A_BLOCK / art78ReadinessMetrics.filter((other) => blockOf(other.id) === blockOf(id)).length,
  ...(id === 'art78.documentation.variables' && { needs: ['expectsVariables'] as const }),
}));
