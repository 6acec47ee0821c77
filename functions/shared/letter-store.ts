/** How each owner wants to be written to; an owner of whom nothing is known has the defaults. */
import type { Letter } from '#schemas/letter.ts';

export interface LetterStore {
  get(owner: string): Promise<Letter>;
  save(letter: Letter): Promise<void>;
}
