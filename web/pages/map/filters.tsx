/** What the results can be narrowed by: values with how many registers have each, and a period. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useSpeech } from '../../language.tsx';
import { type FacetName, facetNames, filterCount, type MapState, toggled } from './address.ts';
import { Decades } from './decades.tsx';
import { facetLabel } from './facet-label.ts';
import { SpanInput } from './span-input.tsx';
import type { Facets } from './use-search.ts';

/** Values shown of a filter before somebody asks for all of them. */
const FIRST_VALUES = 8;

export interface Steering {
  readonly state: MapState;
  /** Goes to another state: one to come back to, unless it is replaced. */
  readonly go: (state: MapState, replace?: boolean) => void;
}

interface FilterProps extends Steering {
  readonly name: FacetName;
  readonly values: Facets[FacetName];
}

/** A value that was chosen stands there also when nothing has it any more: it must be possible to let it go. */
function valuesOf({ name, values, state }: FilterProps): Facets[FacetName] {
  const missing = state.chosen[name].filter((value) => !values.some((one) => one.value === value));
  return [...values, ...missing.map((value) => ({ value, label: {}, count: 0 }))];
}

function FilterValues(props: FilterProps): JSX.Element {
  const { name, state, go } = props;
  const speech = useSpeech();
  const [isWhole, setWhole] = useState(false);
  const values = valuesOf(props);
  const chosen = state.chosen[name];
  const shown = isWhole ? values : values.filter(({ value }, place) => place < FIRST_VALUES || chosen.includes(value));
  return (
    <div class="details-text">
      {shown.map(({ value, label, count }) => (
        <div class="form-group-checkbox" key={value}>
          <input
            class="form-checkbox"
            type="checkbox"
            id={`${name}-${value}`}
            checked={chosen.includes(value)}
            onChange={() => go(toggled(state, name, value))}
          />
          <label for={`${name}-${value}`} lang={speech.langOf(label)}>
            {facetLabel(name, { value, label }, speech)} <span class="filter-count">({speech.number(count)})</span>
          </label>
        </div>
      ))}
      {shown.length < values.length && (
        <button type="button" class="button button-tertiary filter-more" onClick={() => setWhole(true)}>
          {speech.say('map.filter.more', { count: values.length })}
        </button>
      )}
    </div>
  );
}

/** Open where something is chosen, and the owners: what a filter is, is best seen from one. */
function Filter(props: FilterProps): JSX.Element | null {
  const { name, values, state } = props;
  const { say } = useSpeech();
  const chosen = state.chosen[name].length;
  const [isOpen] = useState(name === 'owner' || chosen > 0);
  if (values.length === 0 && chosen === 0) return null;
  return (
    <details class="details filter" open={isOpen}>
      <summary class="details-summary">
        {say(`map.facet.${name}`)}
        {chosen > 0 && ` (${say('map.filter.chosen', { count: chosen })})`}
      </summary>
      <FilterValues {...props} />
    </details>
  );
}

function PeriodFilter({ state, go, counts }: Steering & { readonly counts: Facets['period'] }): JSX.Element {
  const { say } = useSpeech();
  const { period } = state;
  const [isOpen] = useState(period.from !== undefined || period.until !== undefined);
  const change = (next: MapState['period']) => go({ ...state, period: next, zoom: undefined });
  return (
    <details class="details filter" open={isOpen}>
      <summary class="details-summary">{say('map.facet.period')}</summary>
      <div class="details-text">
        <SpanInput name="period" span={period} hint={say('map.period.hint')} onChange={change} />
        <Decades counts={counts} span={period} onChange={change} />
      </div>
    </details>
  );
}

/** All filters; on a narrow screen behind one button. */
export function Filters({ facets, ...steering }: Steering & { readonly facets: Facets | undefined }): JSX.Element {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const count = filterCount(steering.state);
  return (
    <section class="map-filters" aria-labelledby="filters-head">
      <h2 id="filters-head" class="h4 filters-head">
        {say('map.filters')}
      </h2>
      <button
        type="button"
        class="button button-secondary filters-button"
        aria-expanded={isOpen}
        aria-controls="filters"
        onClick={() => setOpen(!isOpen)}
      >
        {count === 0 ? say('map.filters') : say('map.filters.count', { count })}
      </button>
      <div id="filters" class={isOpen ? 'filters open' : 'filters'}>
        {facets && facetNames.map((name) => <Filter key={name} name={name} values={facets[name]} {...steering} />)}
        {facets && <PeriodFilter {...steering} counts={facets.period} />}
      </div>
    </section>
  );
}
