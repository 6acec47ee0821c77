/** A problem as runs report it: a stable code, how bad it is, which record, and where in which page. */
import * as z from 'zod';

/** Where something stands, as runs report it. */
const PlaceSchema = z.object({
  page: z.string().optional(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  path: z.string().optional(),
});

/** `error` lost a record or a page, `warning` was repaired or left out, `info` is worth knowing. */
export const Severity = z.enum(['info', 'warning', 'error']);
export type Severity = z.infer<typeof Severity>;

export const Problem = z.object({
  code: z.string(),
  severity: Severity,
  /** The record's id in the catalogue, or the source's identifier where it has none. */
  record: z.string().optional(),
  property: z.string().optional(),
  place: PlaceSchema.optional(),
  /** What the owner wrote, or the part of the page around the place; cut at EXCERPT_LENGTH. */
  excerpt: z.string().optional(),
  message: z.string(),
});
export type Problem = z.infer<typeof Problem>;
