/** The record: what the catalogue holds of one dataset. Its type and its schema are made from the property table. */
import * as z from 'zod';
import { type ClassName, classNames, isClassName, type LiteralRange, type Property } from './property.ts';
import { propertyTable } from './property-table.ts';

/** One text a language. `und` is a text whose language the owner did not say. */
export type LanguageMap = { [language: string]: string };

type LiteralValue<Range extends LiteralRange> = Range extends 'text'
  ? LanguageMap
  : Range extends 'texts'
    ? { [language: string]: string[] }
    : Range extends 'integer' | 'decimal'
      ? number
      : Range extends 'boolean'
        ? boolean
        : string;

type SingleValue<Range> = Range extends LiteralRange
  ? LiteralValue<Range>
  : Range extends ClassName
    ? RecordNode<Range>
    : never;

type ValueOf<Row extends Property> = Row['many'] extends true ? SingleValue<Row['range']>[] : SingleValue<Row['range']>;

type RowsOf<Class extends ClassName> = (typeof propertyTable)[Class][number];

/** A node of a class: every property of its rows, all optional (profiles say what is mandatory), and its IRI where it has one. */
export type RecordNode<Class extends ClassName> = { iri?: string } & {
  [Row in RowsOf<Class> as Row['key']]?: ValueOf<Row>;
};

export type Dataset = RecordNode<'Dataset'>;

const literalSchemas: Record<LiteralRange, z.ZodType> = {
  text: z.record(z.string(), z.string()),
  texts: z.record(z.string(), z.array(z.string())),
  literal: z.string(),
  iri: z.string(),
  concept: z.string(),
  date: z.string(),
  duration: z.string(),
  integer: z.number().int(),
  decimal: z.number(),
  boolean: z.boolean(),
};

const schemaOfRow = ({ range, many }: Property): z.ZodType => {
  const single: z.ZodType = isClassName(range) ? z.lazy(() => nodeSchemas[range]) : literalSchemas[range];
  return (many ? z.array(single) : single).optional();
};

/** The class's name is the schema's: nodes hold nodes, and a description of one has to name the others. */
const schemaOfClass = (name: ClassName): z.ZodType =>
  z
    .strictObject({
      iri: z.string().optional(),
      ...Object.fromEntries((propertyTable[name] as readonly Property[]).map((row) => [row.key, schemaOfRow(row)])),
    })
    .meta({ id: name });

const nodeSchemas = Object.fromEntries(classNames.map((name) => [name, schemaOfClass(name)])) as Record<
  ClassName,
  z.ZodType
>;

/** The schema of a class's nodes. The cast says what the table's types say already: the compiler cannot follow the loop. */
export const schemaOf = <Class extends ClassName>(name: Class): z.ZodType<RecordNode<Class>> =>
  nodeSchemas[name] as z.ZodType<RecordNode<Class>>;

/** A value that no row, or no rule, could take: kept as written and counted as part of the record's content. */
export const UnmappedValue = z.object({
  /** The key of the property it stood under, or the owner's own name for it (predicate, key or label). */
  name: z.string(),
  value: z.string(),
  language: z.string().optional(),
});
export type UnmappedValue = z.infer<typeof UnmappedValue>;

/** A value that was mapped: what the owner wrote, beside what stands in the record. Not part of the fingerprint. */
export const WrittenValue = z.object({
  property: z.string(),
  written: z.string(),
  mapped: z.string(),
  rule: z.string(),
});
export type WrittenValue = z.infer<typeof WrittenValue>;

/** What the catalogue keeps of a dataset: the record, what could not be mapped, and where all of it came from. */
export const CatalogueEntry = z.object({
  id: z.string(),
  kind: z.enum(['Dataset', 'DatasetSeries']),
  identifier: z.string().nullable(),
  source: z.string(),
  record: schemaOf('Dataset'),
  unmapped: z.array(UnmappedValue),
  written: z.array(WrittenValue),
  origin: z.object({
    run: z.string(),
    page: z.string(),
    /** The archived bytes of the page. */
    archive: z.string().nullable(),
    place: z.string().nullable(),
    observedAt: z.string(),
    catalogues: z.array(z.string()),
    /** True for the bundled example: a copy for demonstration and not the owner's publication. */
    example: z.boolean().optional(),
  }),
  problems: z.array(
    z.object({ code: z.string(), property: z.string().optional(), value: z.string().optional(), message: z.string() }),
  ),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;
