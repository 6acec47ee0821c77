/** The source file: what is harvested, whose it is, how often and how politely. People edit it, so it is strict. */
import * as z from 'zod';
import { addressFaults, Credentials } from './credentials.ts';

/** The formats that the contracts name; those without a harvester yet are refused by `sources check` with that reason. */
const sourceFormats = [
  'dcat',
  'dcat-us',
  'ckan',
  'html',
  'schema-org',
  'oai-pmh',
  'csw',
  'fair-data-point',
  'statbank',
] as const;

/** Ids stand in addresses, keys and file names, and a dot ends the source's part of a dataset's id. */
const Id = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/, 'lower-case letters, digits and hyphens, at most 64');

/** The API has addresses of these names beside those of the sources. */
const RESERVED: readonly string[] = ['check', 'preview'];

/** A name in Danish, English or both. */
const Names = z.strictObject({ da: z.string().min(1).optional(), en: z.string().min(1).optional() });

const httpUrl = z.url({ protocol: /^https?$/, error: 'an http or https address' });

const isoDuration = z
  .string()
  .regex(
    /^P(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/,
    'a duration of days, hours, minutes and seconds, as PT24H',
  );

const Owner = z.strictObject({
  id: Id,
  name: Names.default({}),
  email: z.email().optional(),
  homepage: httpUrl.optional(),
});

/** A time on the clocks of Copenhagen. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day from 00:00 to 23:59');

const Politeness = z.strictObject({
  requestsPerSecond: z.number().positive().max(1000).default(1),
  concurrency: z.number().int().min(1).max(16).default(1),
  respectRobots: z.boolean().default(true),
  quietHours: z.strictObject({ from: TimeOfDay, to: TimeOfDay }).nullable().default(null),
});

const Removal = z.strictObject({
  missingRuns: z.number().int().min(1).max(100).default(2),
  holdAbove: z
    .strictObject({ share: z.number().min(0).max(1).default(0.1), count: z.number().int().min(0).default(3) })
    .prefault({}),
  releaseAfter: z.number().int().min(1).max(100).default(5),
  /** What becomes of an identifier that looks renamed: an operator is asked (also when absent), a rule decides, or nobody looks. */
  renames: z.enum(['propose', 'auto', 'off']).optional(),
});

/** One source. Everything but id, owner, format and url has a default; `settings` is checked by the format's harvester. */
export const Source = z.strictObject({
  id: Id.refine((id) => !RESERVED.includes(id), 'another name: the API has addresses of this one'),
  title: Names.default({}),
  owner: Owner,
  format: z.enum(sourceFormats),
  url: httpUrl,
  /** How the source lets us in; it names a secret and does not hold it. */
  credentials: Credentials.optional(),
  schedule: z.strictObject({ every: isoDuration.default('PT24H') }).prefault({}),
  settings: z.record(z.string(), z.unknown()).default({}),
  /** The language of texts that carry no tag: feeds such as data.json cannot say which they are in. */
  textLanguage: z
    .string()
    .regex(/^[a-z]{2}$/, 'a language tag of two letters, as da')
    .optional(),
  /** Values for properties that the source leaves out, by key of the property table. */
  defaults: z.record(z.string(), z.unknown()).default({}),
  politeness: Politeness.prefault({}),
  removal: Removal.prefault({}),
  /** Whose changes wait until an operator has seen them: nobody's, those of a source that never published, or all. */
  approve: z.enum(['never', 'first', 'always']).default('never'),
  /**
   * When a yield that fell is taken for a site that was built anew, so that the run's changes wait for an operator. Absent:
   * looked for in web pages and nowhere else; null: never.
   */
  drift: z
    .strictObject({
      drop: z.number().gt(0).max(1).default(0.5),
      minRecords: z.number().int().min(1).default(5),
    })
    .nullable()
    .optional(),
  /**
   * Which source's word comes first where several tell of one dataset: the lowest number. Absent: the place in the file,
   * from 1.
   */
  precedence: z.number().int().min(1).optional(),
  ignoreChangesIn: z.array(z.string()).default([]),
  enabled: z.boolean().default(true),
  /** Marks every record of the source as an example copy and not the owner's publication. */
  example: z.boolean().default(false),
  /** A remark for those who keep the file, such as why a source is not enabled. */
  note: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

/** A whole source file. Two sources of one id would share their records, so ids are unique. */
export const SourceFile = z.strictObject({ sources: z.array(Source) }).superRefine(({ sources }, context) => {
  const seen = new Set<string>();
  for (const [index, { id, url, credentials }] of sources.entries()) {
    for (const { path, message } of addressFaults(url, credentials)) {
      context.addIssue({ code: 'custom', path: ['sources', index, ...path], message });
    }
    if (seen.has(id)) {
      context.addIssue({ code: 'custom', path: ['sources', index, 'id'], message: `the id "${id}" is used twice` });
    }
    seen.add(id);
  }
});
export type SourceFile = z.infer<typeof SourceFile>;
