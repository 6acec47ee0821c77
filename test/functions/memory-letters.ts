/** Owners' wishes, working in memory. */
import type { LetterStore } from '#functions/shared/letter-store.ts';
import { Letter } from '#schemas/letter.ts';

export interface MemoryLetters extends LetterStore {
  readonly letters: Map<string, Letter>;
}

export function memoryLetters(): MemoryLetters {
  const letters = new Map<string, Letter>();
  const get = (owner: string): Letter => letters.get(owner) ?? Letter.parse({ owner });
  return {
    letters,
    get: async (owner) => get(owner),
    change: async (owner, change) => void letters.set(owner, change(get(owner))),
    save: async (letter) => void letters.set(letter.owner, letter),
  };
}
