/** The `settings` of a CKAN source: which packages are asked for, and how often all of them. */
import * as z from 'zod';
import { Duration, durationMs } from '#schemas/duration.ts';
import type { Source } from '#schemas/source.ts';

/** More than this is capped by CKAN itself (`ckan.search.rows_max`), and a page of them is some megabytes. */
const MOST_ROWS = 1000;
/** So few that a bad page costs little, so many that 10,000 packages are 100 requests. */
const USUAL_ROWS = 100;

const Names = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).transform((names) => [names].flat());

export const CkanSettings = z.strictObject({
  /** `current_package_list_with_resources` is what DKAN 7 has in place of a search. */
  action: z.enum(['package_search', 'current_package_list_with_resources']).default('package_search'),
  /** Packages a page. */
  rows: z.number().int().min(1).max(MOST_ROWS).default(USUAL_ROWS),
  /** Filter queries as CKAN's search takes them; a package must meet all. */
  fq: Names.optional(),
  /** Names of organisations; packages of any of them. */
  organization: Names.optional(),
  /** Names of groups; packages in any of them. */
  group: Names.optional(),
  /** The longest time between two listings of everything; between them only changes are asked for. `PT0S` lists everything always. */
  fullEvery: Duration.default('P7D'),
});
export type CkanSettings = z.infer<typeof CkanSettings>;

/** The settings with their defaults. @throws ZodError for settings that were never checked. */
export const settingsOf = ({ settings }: Source): CkanSettings => CkanSettings.parse(settings);

/** How long changes may be asked for before everything is listed again, in milliseconds. */
export const fullEvery = (source: Source): number => durationMs(settingsOf(source).fullEvery);
