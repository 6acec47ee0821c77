/** The property table, prepared for the normaliser: rows by key, and each row's rule decided once and not once a value. */
import { type ClassName, classNames, type LiteralRange, type Property } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';

/** A row with what the normaliser asks of it ten thousand times. */
export interface RowPlan {
  readonly key: string;
  readonly many: boolean;
  readonly rule: LiteralRange | 'node';
  /** The class of a node-range row. */
  readonly className: ClassName | undefined;
  readonly vocabulary: string;
  /** An IRI outside the vocabulary stays in the record. */
  readonly open: boolean;
}

export type ClassPlan = ReadonlyMap<string, RowPlan>;

/**
 * Vocabularies that profiles recommend and do not close: owners rightly name a licence, a place or a theme of their own,
 * and a reader of the record can follow its IRI.
 */
const openVocabularies: ReadonlySet<string> = new Set([
  'licence',
  'data-theme',
  'country',
  'media-type',
  // What dct:type says of datasets, agents and activities.
  'dataset-type',
  'publisher-type',
  'health-activity',
]);

const isClassName = (range: string): range is ClassName => (classNames as readonly string[]).includes(range);

const planOfRow = ({ key, range, many, vocabulary = '' }: Property): RowPlan => ({
  key,
  many,
  rule: isClassName(range) ? 'node' : range,
  className: isClassName(range) ? range : undefined,
  vocabulary,
  open: openVocabularies.has(vocabulary),
});

const planOfRows = (rows: readonly Property[]): ClassPlan => new Map(rows.map((row) => [row.key, planOfRow(row)]));

const plans = new Map<ClassName, ClassPlan>(classNames.map((name) => [name, planOfRows(propertyTable[name])]));

const nothing: ClassPlan = new Map();

/** The rows of a class by key. */
export const planOf = (name: ClassName): ClassPlan => plans.get(name) ?? nothing;
