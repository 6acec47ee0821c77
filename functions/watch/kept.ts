/** What watch remembers of its earlier looks: small documents in the bucket, written only when they are others than before. */
import type * as z from 'zod';
import type { ObjectStore } from '#functions/shared/object-store.ts';

/** Where a document lies, and what it is before the first look. */
export interface KeptAt<Kept> {
  readonly key: string;
  readonly schema: z.ZodType<Kept>;
  readonly empty: Kept;
}

/** Changes one. @returns what is kept now. */
export async function changeKept<Kept>(
  objects: Pick<ObjectStore, 'get' | 'put'>,
  { key, schema, empty }: KeptAt<Kept>,
  change: (kept: Kept) => Kept,
): Promise<Kept> {
  const bytes = await objects.get(key);
  const before = bytes ? Buffer.from(bytes).toString('utf8') : JSON.stringify(empty);
  const kept = change(schema.parse(JSON.parse(before)));
  const after = JSON.stringify(kept);
  if (after !== before) await objects.put(key, Buffer.from(after), { contentType: 'application/json' });
  return kept;
}
