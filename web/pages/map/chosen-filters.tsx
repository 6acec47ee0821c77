/** What the results are narrowed by: each a button that lets it go. */
import type { JSX } from 'preact';
import { type Speech, useSpeech } from '../../language.tsx';
import { facetNames, filterCount, type MapState, toggled, withoutFilters } from './address.ts';
import { facetValueLabel } from './facet-label.ts';
import type { Steering } from './filters.tsx';
import type { Facets } from './use-search.ts';

interface Tag {
  readonly key: string;
  readonly text: string;
  /** The state without it. */
  readonly without: MapState;
}

function tagsOf(state: MapState, facets: Facets | undefined, speech: Speech): readonly Tag[] {
  const { say } = speech;
  const { from, until } = state.period;
  const values = facetNames.flatMap((name) =>
    state.chosen[name].map((value) => ({
      key: `${name} ${value}`,
      text: `${say(`map.facet.${name}`)}: ${facetValueLabel(name, value, facets, speech)}`,
      without: toggled(state, name, value),
    })),
  );
  if (from === undefined && until === undefined) return values;
  const text = `${say('map.facet.period')}: ${from ?? ''}–${until ?? ''}`;
  return [...values, { key: 'period', text, without: { ...state, period: { from: undefined, until: undefined } } }];
}

interface ChosenFiltersProps extends Steering {
  readonly facets: Facets | undefined;
}

/** Nothing where nothing is chosen. Whoever lets one go is led to the results: the button is gone. */
export function ChosenFilters({ state, go, facets }: ChosenFiltersProps): JSX.Element | null {
  const speech = useSpeech();
  if (filterCount(state) === 0) return null;
  const leave = (next: MapState) => {
    go(next);
    document.getElementById('results-head')?.focus();
  };
  return (
    <div class="chosen-filters">
      <ul class="chosen-list" aria-label={speech.say('map.chosen')}>
        {tagsOf(state, facets, speech).map(({ key, text, without }) => (
          <li key={key}>
            <button type="button" class="tag" onClick={() => leave(without)}>
              <span class="visually-hidden">{speech.say('map.chosen.remove')} </span>
              {text} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button button-tertiary" onClick={() => leave(withoutFilters(state))}>
        {speech.say('map.chosen.clear')}
      </button>
    </div>
  );
}
