import type { ProfileId } from '#schemas/profile.ts';
import type { CatalogueEntry } from '#schemas/record.ts';

/** A dataset as the world may read it: its address in our catalogue, and what the catalogue holds of it. */
export interface Published {
  readonly iri: string;
  readonly entry: CatalogueEntry;
  /** The profile that its triples keep to; without one they say all that the record says. */
  readonly profile?: ProfileId | undefined;
}

/** What marks the datasets of the bundled example wherever they are published, so that no reader takes them for the owner's. */
export const exampleMark = {
  da: 'Eksempel: en kopi til demonstration og ikke ejerens egen udgivelse.',
  en: 'Example: a copy for demonstration and not the owner’s own publication.',
} as const;
