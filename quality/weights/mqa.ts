/**
 * The points of the Metadata Quality Assessment: piveau's default scores, 405 in all. The points of 2019 took five away for a
 * missing format and a missing media type; the current ones do not.
 */
import type { mqaMetrics } from '#schemas/metrics/mqa.ts';
import type { Weight } from './weight.ts';

type MqaMetric = (typeof mqaMetrics)[number]['id'];

const dimension = (name: string, points: Partial<Record<MqaMetric, number | Omit<Weight, 'metric' | 'dimension'>>>) =>
  Object.entries(points).map(
    ([metric, weight]): Weight => ({
      metric,
      dimension: name,
      ...(typeof weight === 'number' ? { points: weight } : weight),
    }),
  );

const status = { kind: 'status' } as const;
const ofDistribution = ['expectsDistribution'] as const;
const ofDownload = ['expectsDistribution', 'expectsDownload'] as const;
const distributed = (points: number): Omit<Weight, 'metric' | 'dimension'> => ({ points, needs: ofDistribution });

/** What cannot apply counts as not had in `mqa` itself, and is left out of the share that counts in our own grade. */
export const mqaWeights: readonly Weight[] = [
  ...dimension('findability', {
    keywordAvailability: 30,
    categoryAvailability: 30,
    spatialAvailability: 20,
    temporalAvailability: 20,
  }),
  ...dimension('accessibility', {
    accessUrlStatusCode: { points: 50, rule: status, needs: ofDistribution },
    downloadUrlAvailability: { points: 20, needs: ofDownload },
    downloadUrlStatusCode: { points: 30, rule: status, needs: ofDownload },
  }),
  ...dimension('interoperability', {
    formatAvailability: distributed(20),
    mediaTypeAvailability: distributed(10),
    formatMediaTypeVocabularyAlignment: distributed(10),
    formatMediaTypeNonProprietary: distributed(20),
    formatMediaTypeMachineInterpretable: distributed(20),
    dcatApCompliance: 30,
  }),
  ...dimension('reusability', {
    licenceAvailability: distributed(20),
    knownLicence: distributed(10),
    accessRightsAvailability: 10,
    accessRightsVocabularyAlignment: 5,
    contactPointAvailability: 20,
    publisherAvailability: 10,
  }),
  ...dimension('contextuality', {
    rightsAvailability: distributed(5),
    byteSizeAvailability: distributed(5),
    dateIssuedAvailability: 5,
    dateModifiedAvailability: 5,
  }),
];

/**
 * The bands by piveau's code and its scheme of concepts: 120 points are enough. The published text has 120 among the bad.
 * The first band whose bound is reached is the one.
 */
export const mqaBands = [
  { rating: 'excellent', from: 351 },
  { rating: 'good', from: 221 },
  { rating: 'enough', from: 120 },
  { rating: 'bad', from: 0 },
] as const;
