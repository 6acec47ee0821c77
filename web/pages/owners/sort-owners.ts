/** In which order owners are listed. */

export const orders = ['name', 'datasets', 'grade', 'changed'] as const;
export type Order = (typeof orders)[number];

export interface SortedOwner {
  readonly datasets: number;
  readonly changedAt: string | null;
  readonly quality: { readonly share: number } | null;
}

/** The order that an address names; by name where it names none. */
export const orderOf = (written: string | undefined): Order => orders.find((order) => order === written) ?? 'name';

/** The most, the best and the newest first; those of whom it is not known last, by name among equals. */
export function sortOwners<Owner extends SortedOwner>(
  owners: readonly Owner[],
  order: Order,
  nameOf: (owner: Owner) => string,
): readonly Owner[] {
  const worth = ({ datasets, quality, changedAt }: Owner): number => {
    if (order === 'datasets') return datasets;
    if (order === 'grade') return quality?.share ?? -1;
    return order === 'changed' && changedAt !== null ? Date.parse(changedAt) : 0;
  };
  return owners.toSorted((one, other) => worth(other) - worth(one) || nameOf(one).localeCompare(nameOf(other), 'da'));
}
