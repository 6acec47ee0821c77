/** How scores went: points in time of datasets, and of what they are gathered in, with what made them change. */
import * as z from 'zod';
import { gradeLetters, ProfileStanding } from './assessment.ts';

/**
 * Why the scores of a dataset are others than before. `created` and `changed`: its description, by a run; `link`: an address
 * answers otherwise; `confirmed`: its owner said that it is right; `time`: nothing but time went by; `rules`: what is measured
 * or what it is worth was changed here.
 */
export const ScoreCause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('created'), run: z.string(), seq: z.number().int() }),
  z.object({ kind: z.literal('changed'), run: z.string(), seq: z.number().int(), properties: z.array(z.string()) }),
  z.object({ kind: z.literal('link'), urls: z.array(z.string()) }),
  z.object({ kind: z.literal('confirmed'), on: z.string() }),
  z.object({ kind: z.literal('time') }),
  z.object({ kind: z.literal('rules') }),
]);
export type ScoreCause = z.infer<typeof ScoreCause>;

/** The scores of a dataset that lists and comparisons need. */
export const ScoreSummary = z.object({
  letter: z.enum(gradeLetters),
  /** The grade's share, 0 to 1. */
  share: z.number(),
  /** Points of 405. */
  mqa: z.number(),
  rating: z.enum(['excellent', 'good', 'enough', 'bad']),
});
export type ScoreSummary = z.infer<typeof ScoreSummary>;

/** What is kept of an assessment to gather it with others: one row a live dataset. */
export const ScoreRow = z.object({
  id: z.string(),
  source: z.string(),
  /** The number of the change whose record was assessed; rows of earlier versions have none. */
  seq: z.number().int().optional(),
  /** Codes of the EU data themes, as `HEAL`. */
  themes: z.array(z.string()),
  summary: ScoreSummary,
  conforms: z.array(ProfileStanding.shape.profile),
});
export type ScoreRow = z.infer<typeof ScoreRow>;

/** A day on which a dataset's scores became others; they stay so until the next point. */
export const ScorePoint = ScoreSummary.extend({
  /** `2026-11-25`, in UTC. */
  day: z.string(),
  causes: z.array(ScoreCause),
});
export type ScorePoint = z.infer<typeof ScorePoint>;

/** What datasets are gathered by. */
export const Gathering = z.enum(['catalogue', 'owner', 'source', 'theme']);
export type Gathering = z.infer<typeof Gathering>;

/** Many datasets' scores together. */
export const Aggregate = z.object({
  by: Gathering,
  /** The owner's, source's or theme's id; `all` for the catalogue. */
  id: z.string(),
  datasets: z.number().int(),
  /** The mean of the grades' shares, 0 to 1, and of the points of `mqa`. */
  share: z.number(),
  mqa: z.number(),
  letters: z.record(z.enum(gradeLetters), z.number().int()),
  ratings: z.record(ScoreSummary.shape.rating, z.number().int()),
  /** How many keep each profile. */
  conforms: z.record(ProfileStanding.shape.profile, z.number().int()),
});
export type Aggregate = z.infer<typeof Aggregate>;

/** A day on which an aggregate became another. */
export const AggregatePoint = Aggregate.extend({ day: z.string() });
export type AggregatePoint = z.infer<typeof AggregatePoint>;
