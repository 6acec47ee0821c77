/** What a start says of sources that operators edited or added, a line each (docs/decisions/0048). */
import type { FileNote } from '#functions/shared/source-store.ts';

const when = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

/** The line of one note: what is so, and what to do when it should be otherwise. */
export function sourceNote(note: FileNote): string {
  switch (note.kind) {
    case 'edit-kept':
      return `${note.source}: stays as ${note.by} edited it at ${when(note.at)}, until the source file says something else of it.`;
    case 'edit-replaced':
      return `${note.source}: the source file says something new, which takes the place of the edit by ${note.by} at ${when(note.at)}; /v1/audit has the edit.`;
    case 'api-kept':
      return `${note.source}: was added by the API and stays as it is there; what the source file says of it is not taken.`;
    case 'removed':
      return `${note.source}: is not in the source file any more, so it is not harvested; its datasets stay.`;
  }
}
