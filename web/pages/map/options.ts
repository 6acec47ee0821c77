/** The suggestions below the search box, in the order in which the arrow keys go through them. */
import type { Suggestions } from './use-search.ts';

type Title = Suggestions['datasets'][number]['title'];

export type Option =
  | { readonly kind: 'register'; readonly id: string; readonly title: Title }
  | { readonly kind: 'term' | 'variable'; readonly text: string; readonly count: number };

export const optionKinds = ['register', 'term', 'variable'] as const;

/** Registers, then words, then variables. */
export const optionsOf = ({ datasets, terms, variables }: Suggestions): readonly Option[] => [
  ...datasets.map(({ id, title }): Option => ({ kind: 'register', id, title })),
  ...terms.map(({ term, count }): Option => ({ kind: 'term', text: term, count })),
  ...variables.map(({ name, count }): Option => ({ kind: 'variable', text: name, count })),
];

/** The option that a key goes to: the last one is followed by the text itself (-1), and that by the first. */
export function nextOption(key: string, active: number, count: number): number {
  if (key === 'ArrowDown') return active + 1 >= count ? -1 : active + 1;
  return active < 0 ? count - 1 : active - 1;
}
