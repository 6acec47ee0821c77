/** The `settings` of a csw source. */
import * as z from 'zod';

/** The schemas that records are asked for in, by the names that people know them by. */
const SCHEMAS = {
  gmd: 'http://www.isotc211.org/2005/gmd',
  dcat: 'http://www.w3.org/ns/dcat#',
} as const;

/** A server that is asked for more at once answers slowly or not at all. */
const MAX_RECORDS = 1000;

export const CswSettings = z.strictObject({
  /** How the server is asked: by XML in a POST, or by parameters in the address where a server knows only that. */
  method: z.enum(['POST', 'GET']).default('POST'),
  /** `gmd` (ISO 19139), `dcat`, or the address of another schema that holds one of the two. */
  outputSchema: z.union([z.enum(['gmd', 'dcat']), z.url()]).default('gmd'),
  typeNames: z
    .string()
    .regex(/^[\w:. -]{1,100}$/, 'a type name, as csw:Record')
    .default('csw:Record'),
  maxRecords: z.number().int().min(1).max(MAX_RECORDS).default(100),
  /** What the list is sorted by, since pages of an unsorted list may overlap and leave records out; null for a server that cannot. */
  sortBy: z
    .string()
    .regex(/^[\w:.-]{1,100}$/, 'a property name, as dc:identifier')
    .nullable()
    .default('dc:identifier'),
  /** Only records that match this condition in CQL. */
  cql: z.string().min(1).max(4000).optional(),
  /** What a record has to describe to be taken in (ISO's MD_ScopeCode); services and maps are no datasets. */
  hierarchyLevels: z.array(z.string().min(1)).min(1).default(['dataset', 'series', 'nonGeographicDataset']),
});
export type CswSettings = z.infer<typeof CswSettings>;

/** The address of the schema that records are asked for in. */
export const schemaOf = ({ outputSchema }: CswSettings): string =>
  outputSchema === 'gmd' || outputSchema === 'dcat' ? SCHEMAS[outputSchema] : outputSchema;
