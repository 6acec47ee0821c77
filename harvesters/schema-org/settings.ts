/** The `settings` of a schema-org source: which pages of a sitemap or start page are read, and how. */
import * as z from 'zod';
import { HtmlSettings } from '#harvesters/html/settings.ts';
import { Duration } from '#schemas/duration.ts';

const compiles = (pattern: string): boolean => {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false; // compiling is the only test of a pattern that there is
  }
};

const Pattern = z.string().min(1).refine(compiles, 'not a regular expression');

export const SchemaOrgSettings = z.strictObject({
  /** Only pages of a sitemap whose address fits are read. */
  include: Pattern.optional(),
  /** Pages of a sitemap whose address fits are not read. */
  exclude: Pattern.optional(),
  /** Only sitemaps of a sitemap index whose address fits are read. */
  sitemaps: Pattern.optional(),
  /** For a start page: its links that lead to pages with datasets. */
  links: HtmlSettings.shape.links,
  /** For a start page: its link to the next page of the list. */
  next: HtmlSettings.shape.next,
  /** Every page must hold a dataset: one without is a rejection and not only told. */
  everyPage: z.boolean().default(false),
  /** Between full readings, only pages are read whose `lastmod` says that they changed. */
  trustLastmod: z.boolean().default(false),
  /** With `trustLastmod`: the longest time between two readings of everything; what a sitemap forgot to date is found then. */
  fullEvery: Duration.default('P7D'),
});
export type SchemaOrgSettings = z.infer<typeof SchemaOrgSettings>;
