/** The `settings` of an oai-pmh source. */
import * as z from 'zod';
import { Duration } from '#schemas/duration.ts';

const Day = /^\d{4}-\d{2}-\d{2}$/;
const When = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/,
    'a day or a second in UTC, as 2024-01-31 or 2024-01-31T12:00:00Z',
  );

export const OaiSettings = z.strictObject({
  /** The format that records are asked for in; what came is read by what it is: oai_dc, DataCite or RDF. */
  metadataPrefix: z
    .string()
    .regex(/^[\w.!~*'()-]{1,64}$/, "letters, digits and -_.!~*'()")
    .default('oai_dc'),
  /** Only this set of the repository. */
  set: z
    .string()
    .regex(/^[\w.!~*'():-]{1,256}$/, 'a setSpec, as a:b')
    .optional(),
  /** Only records changed since and until; those outside are then no part of the source, and are removed as missing. */
  from: When.optional(),
  until: When.optional(),
  /** Only records that call themselves one of these (dc:type, resourceTypeGeneral), as `Dataset`; all where none is named. */
  types: z.array(z.string().min(1)).min(1).max(100).optional(),
  /**
   * The longest time between two listings of everything, where the repository tells of its deletions; between them only what
   * changed is asked for. A week: what a repository forgot to tell, or deleted before it began to tell, is gone by then.
   * `PT0S` lists everything always.
   */
  fullEvery: Duration.default('P7D'),
});
export type OaiSettings = z.infer<typeof OaiSettings>;

/** `from` and `until` as the repository counts time: both in days, or both in seconds. */
export const windowOf = (
  { from, until }: Pick<OaiSettings, 'from' | 'until'>,
  granularity: string,
): { from?: string; until?: string } => {
  const inDays = !/ss/i.test(granularity) || [from, until].some((when) => when !== undefined && Day.test(when));
  const written = (when: string): string => (inDays ? when.slice(0, 10) : when);
  return {
    ...(from !== undefined && { from: written(from) }),
    ...(until !== undefined && { until: written(until) }),
  };
};
