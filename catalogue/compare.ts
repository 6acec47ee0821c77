/** What a record that was read is, against what is known of it. */
import { changedProperties, type Fingerprint } from './fingerprint.ts';
import type { RecordState } from './record-state.ts';

/** The outcome of a comparison; `changed` names properties by their keys. */
export type Comparison =
  | { readonly kind: 'created' }
  | { readonly kind: 'updated'; readonly changed: readonly string[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'returned' };

/**
 * Compares a record with its state. A record that was removed has returned, whatever it says now. A record whose only
 * changes are in ignored properties is unchanged, and is compared with the published state again the next time.
 * @param ignored keys of properties whose changes alone are not published (the source's `ignoreChangesIn`).
 */
export const compare = (
  before: RecordState | undefined,
  now: Fingerprint,
  ignored: readonly string[] = [],
): Comparison => {
  if (before === undefined) return { kind: 'created' };
  if (!before.live) return { kind: 'returned' };
  if (before.hash === now.contentHash) return { kind: 'unchanged' };
  const changed = changedProperties(before.properties, now.properties);
  const isIgnored = ignored.length > 0 && changed.length > 0 && changed.every((key) => ignored.includes(key));
  return isIgnored ? { kind: 'unchanged' } : { kind: 'updated', changed };
};
