/**
 * The assessment of one dataset. What was measured is kept apart from what it is worth: scores and grade are made of the
 * measurements and the profiles' verdicts by tables of weights, so that a changed weight asks for no new measuring.
 */
import * as z from 'zod';
import { Finding } from './finding.ts';

/** One fact about a dataset or one of its distributions. Metrics stand in `schemas/metrics/`, with their labels. */
export const Measurement = z.object({
  /** The metric's id, as `keywordAvailability`, `FsF-F3-01M-2` or `description.title.da`. */
  metric: z.string(),
  /** The dataset itself, or the place of the distribution in its list, from 0. */
  on: z.union([z.literal('dataset'), z.number().int().nonnegative()]),
  /** Null where it could not be told: an address that nobody has asked yet, a frequency that was not said. */
  value: z.union([z.boolean(), z.number(), z.null()]),
  /** The address that a status was measured of: a distribution may have several. */
  url: z.string().optional(),
});
export type Measurement = z.infer<typeof Measurement>;

export const scoreSets = [
  'mqa',
  'healthdcat-ap-r8',
  'ehds-art77',
  'art78-readiness',
  'fair',
  'timeliness',
  'description',
] as const;

/** A set of scores: a table of metrics and of what each is worth. Each set has points of its own. */
export const ScoreSetId = z.enum(scoreSets);
export type ScoreSetId = z.infer<typeof ScoreSetId>;

/**
 * `met` and `unmet` say it; `part` is met in part; `unknown` could not be told this time; `not-assessed` cannot be told by
 * this catalogue at all; `not-applicable` cannot be asked of this dataset. Only the first three count in a share.
 */
const Standing = z.enum(['met', 'part', 'unmet', 'unknown', 'not-assessed', 'not-applicable']);

/** What one metric gave to a score. */
export const ScorePart = z.object({
  metric: z.string(),
  dimension: z.string(),
  /** Where it was measured; the best distribution's place for what is measured of distributions. */
  on: Measurement.shape.on,
  standing: Standing,
  points: z.number(),
  of: z.number(),
});
export type ScorePart = z.infer<typeof ScorePart>;

/** Points of points that could be had. */
const Points = z.object({ points: z.number(), of: z.number() });

export const Score = z.object({
  set: ScoreSetId,
  /** As the set's own rules count them: in `mqa` what cannot apply counts as not had. */
  points: z.number(),
  of: z.number(),
  /** The most that this dataset can reach: `of` less what cannot apply to it or is not assessed. */
  ceiling: z.number(),
  /** Of what applies and could be told, 0 to 1; null where that is nothing. It is what counts in the grade. */
  share: z.number().nullable(),
  dimensions: z.array(Points.extend({ dimension: z.string() })),
  /** Of `mqa`: the band of the points, by piveau's names. */
  rating: z.enum(['excellent', 'good', 'enough', 'bad']).optional(),
  /** Of `mqa`: the place of the distribution that counted; absent where there is none. */
  distribution: z.number().int().nonnegative().optional(),
  parts: z.array(ScorePart),
});
export type Score = z.infer<typeof Score>;

/** How many of the properties that a profile asks for are there. */
const Met = z.object({ met: z.number().int(), of: z.number().int() });

/** A profile's verdict without its findings, which stand with all others. */
export const ProfileStanding = z.object({
  profile: z.enum(['dcat-ap-3', 'dcat-ap-dk-3', 'healthdcat-ap-r8']),
  level: z.enum(['public', 'restricted', 'nonPublic']).optional(),
  conforms: z.boolean(),
  mandatory: Met,
  recommended: Met,
});
export type ProfileStanding = z.infer<typeof ProfileStanding>;

export const gradeLetters = ['A', 'B', 'C', 'D', 'E'] as const;

/** What a set gave to the grade. A set of which nothing could be told has no share, and its weight is left out. */
const GradePart = z.object({ set: ScoreSetId, weight: z.number(), share: z.number().nullable() });

export const Grade = z.object({
  letter: z.enum(gradeLetters),
  /** The weighted mean of the parts' shares, 0 to 1. */
  share: z.number(),
  parts: z.array(GradePart),
});
export type Grade = z.infer<typeof Grade>;

export const Assessment = z.object({
  /** The record's id in the catalogue. */
  dataset: z.string(),
  /** The moment that ages were counted to. */
  assessedAt: z.string(),
  measurements: z.array(Measurement),
  profiles: z.array(ProfileStanding),
  scores: z.array(Score),
  findings: z.array(Finding),
  grade: Grade,
});
export type Assessment = z.infer<typeof Assessment>;

/** How much it takes to mend a property. */
export const Effort = z.enum(['minutes', 'hours', 'days']);
export type Effort = z.infer<typeof Effort>;

/** What would be gained by mending one property of a dataset; what an owner's report lists as its next steps. */
export const Gain = z.object({
  /** Class and key of the property table, as `Dataset.keyword`; or `confirmation`, the owner's yearly act. */
  property: z.string(),
  effort: Effort,
  /** Added to the grade's share, 0 to 1, and the letter that the grade would then have. */
  grade: z.number(),
  letter: z.enum(gradeLetters),
  /** Added to the points of `mqa`. */
  mqa: z.number(),
  /** The metrics that would then be met. */
  metrics: z.array(z.string()),
  /** The codes of the findings that would be gone. */
  findings: z.array(z.string()),
});
export type Gain = z.infer<typeof Gain>;
