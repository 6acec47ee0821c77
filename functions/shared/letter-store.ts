/** How each owner wants to be written to; an owner of whom nothing is known has the defaults. */
import type { Letter } from '#schemas/letter.ts';

export interface LetterStore {
  get(owner: string): Promise<Letter>;
  save(letter: Letter): Promise<void>;
  /**
   * Makes another of what is known at that moment, again if somebody else was faster: an owner who ends the letters while one is
   * being written is not overruled by it. `change` may be called several times and must do nothing else.
   */
  change(owner: string, change: (letter: Letter) => Letter): Promise<void>;
}
