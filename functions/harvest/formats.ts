/** The formats that can be harvested, by the name that stands in a source. A new format is a line here. */
import { ckan } from '#harvesters/ckan/ckan.ts';
import { csw } from '#harvesters/csw/csw.ts';
import { dcat } from '#harvesters/dcat/dcat.ts';
import { dcatUs } from '#harvesters/dcat-us/dcat-us.ts';
import { fairDataPoint } from '#harvesters/fair-data-point/fair-data-point.ts';
import type { Harvester } from '#harvesters/harvester.ts';
import { html } from '#harvesters/html/html.ts';
import { oaiPmh } from '#harvesters/oai-pmh/oai-pmh.ts';
import { schemaOrg } from '#harvesters/schema-org/schema-org.ts';
import { statbank } from '#harvesters/statbank/statbank.ts';
import type { Source } from '#schemas/source.ts';

const harvesters: Record<Source['format'], Harvester> = {
  csw,
  dcat,
  'dcat-us': dcatUs,
  'fair-data-point': fairDataPoint,
  html,
  'oai-pmh': oaiPmh,
  ckan,
  'schema-org': schemaOrg,
  statbank,
};

/** The harvester of a format. */
export const harvesterOf = (format: Source['format']): Harvester => harvesters[format];
