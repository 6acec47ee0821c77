/** The sources as the functions see them. They come from the source file and from operators (docs/decisions/0048). */
import * as z from 'zod';
import { Source } from '#schemas/source.ts';

/** A source with where its definition comes from. */
export const KeptSource = z.object({
  source: Source,
  /** Goes up with every change of the definition, so that two who change it at once do not undo each other. */
  version: z.number().int().min(0),
  managedBy: z.enum(['file', 'api']),
  /** Who changed what the file says, and when; null for a definition that is the file's own, or the API's. */
  edited: z.object({ at: z.string(), by: z.string() }).nullable(),
  /** What the file said of it when that was last taken; null for a source of the API. */
  fileHash: z.string().nullable(),
  /** Since when it does not stand in the file any more; it is then not enabled. */
  removedFromFile: z.string().nullable(),
});
export type KeptSource = z.infer<typeof KeptSource>;

/** What an operator should know of a start, one a source. */
export type FileNote =
  /** The file says what it said before, so the edit stays. */
  | { readonly kind: 'edit-kept'; readonly source: string; readonly at: string; readonly by: string }
  /** The file says something new, which takes the place of the edit. */
  | { readonly kind: 'edit-replaced'; readonly source: string; readonly at: string; readonly by: string }
  /** An operator added a source of this id, which stays as it is. */
  | { readonly kind: 'api-kept'; readonly source: string }
  /** It stands in the file no longer and is not harvested any more. */
  | { readonly kind: 'removed'; readonly source: string };

export interface SourceStore {
  list(): Promise<Source[]>;
  get(id: string): Promise<Source | undefined>;
  kept(id: string): Promise<KeptSource | undefined>;
  listKept(): Promise<KeptSource[]>;
  /** Puts the next version in place of the one before it (1: there was none); false when somebody else has done so meanwhile. */
  save(next: KeptSource): Promise<boolean>;
  /** Takes over what the source file says; what operators edited or added stays as `planFile` decides, which is told. */
  replaceAll(sources: readonly Source[]): Promise<readonly FileNote[]>;
}
