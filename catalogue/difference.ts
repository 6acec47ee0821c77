/** What a change does to its record, property by property. */
import type { ChangeDraft } from '#schemas/change.ts';
import type { PropertyDifference, RecordDifference } from '#schemas/difference.ts';
import type { CatalogueEntry } from '#schemas/record.ts';

/** A property's value; what no row could take stands under `unmapped`, as in the fingerprint. */
const propertyOf = (entry: CatalogueEntry | null, property: string): unknown => {
  if (entry === null) return undefined;
  if (property === 'kind') return entry.kind;
  if (property === 'unmapped') return entry.unmapped.length > 0 ? entry.unmapped : undefined;
  const record: Record<string, unknown> = entry.record;
  return record[property];
};

const keysOf = ({ record, unmapped }: CatalogueEntry): string[] => [
  ...Object.keys(record).sort(),
  ...(unmapped.length > 0 ? ['unmapped'] : []),
];

/**
 * @param before the record as the catalogue has it; null for one that it does not have, or no longer.
 * @param after the record as it would be; null for a deletion.
 */
export function differenceOf(
  draft: Pick<ChangeDraft, 'type' | 'dataset' | 'kind' | 'changed' | 'cause'>,
  before: CatalogueEntry | null,
  after: CatalogueEntry | null,
): RecordDifference {
  const keys = draft.type === 'Update' ? draft.changed : after === null ? [] : keysOf(after);
  const changed = keys.map((property): PropertyDifference => {
    const was = propertyOf(before, property);
    const is = propertyOf(after, property);
    return { property, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) };
  });
  const { record, identifier } = after ?? before ?? { record: {}, identifier: null };
  return {
    type: draft.type,
    returns: draft.cause === 'source-returned',
    kind: draft.kind,
    id: draft.dataset,
    identifier,
    title: record.title ?? {},
    changed,
  };
}
