/**
 * What `settings` each format takes. Apart from the harvesters: whoever only checks a source, as the API does, need not carry
 * all that reads one. A new format is a line here too.
 */
import type * as z from 'zod';
import { CkanSettings } from '#harvesters/ckan/settings.ts';
import { CswSettings } from '#harvesters/csw/settings.ts';
import { DcatSettings } from '#harvesters/dcat/settings.ts';
import { DcatUsSettings } from '#harvesters/dcat-us/settings.ts';
import { FairDataPointSettings } from '#harvesters/fair-data-point/settings.ts';
import { HtmlSettings } from '#harvesters/html/settings.ts';
import { OaiSettings } from '#harvesters/oai-pmh/settings.ts';
import { SchemaOrgSettings } from '#harvesters/schema-org/settings.ts';
import { StatbankSettings } from '#harvesters/statbank/settings.ts';
import type { Source } from '#schemas/source.ts';

export const settingsSchemas: Readonly<Record<Source['format'], z.ZodType>> = {
  csw: CswSettings,
  dcat: DcatSettings,
  'dcat-us': DcatUsSettings,
  'fair-data-point': FairDataPointSettings,
  html: HtmlSettings,
  'oai-pmh': OaiSettings,
  ckan: CkanSettings,
  'schema-org': SchemaOrgSettings,
  statbank: StatbankSettings,
};

/** What is wrong with a source's settings, by its format's own schema; paths begin at the source. */
export function settingsIssues({ format, settings }: Source): z.core.$ZodIssue[] {
  const { error } = settingsSchemas[format].safeParse(settings);
  return (error?.issues ?? []).map((issue) => ({ ...issue, path: ['settings', ...issue.path] }));
}
