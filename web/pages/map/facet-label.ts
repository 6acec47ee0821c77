/** What a value of a filter is called. */
import type { Speech } from '../../language.tsx';
import type { FacetName } from './address.ts';
import type { Facets } from './use-search.ts';

type Value = Pick<Facets[FacetName][number], 'value' | 'label'>;

/** By its label, else by itself. */
export function facetLabel(name: FacetName, { value, label }: Value, { read, say }: Speech): string {
  return name === 'grade' ? say('map.grade', { letter: value }) : read(label) || value;
}

/** The same of a value that is known by itself alone. */
export const facetValueLabel = (name: FacetName, value: string, facets: Facets | undefined, speech: Speech): string =>
  facetLabel(name, facets?.[name].find((one) => one.value === value) ?? { value, label: {} }, speech);
