/** What was found: how much, in which view, and the view itself. */
import type { JSX } from 'preact';
import type { Answer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { type MapState, queryOf, sorts, type View, views, withoutFilters } from './address.ts';
import { Choice } from './choice.tsx';
import { ChosenFilters } from './chosen-filters.tsx';
import { DrawnView } from './drawn-view.tsx';
import type { Steering } from './filters.tsx';
import { ResultList } from './result-list.tsx';
import type { SearchPage } from './use-search.ts';

export interface ResultsProps extends Steering {
  readonly view: View;
  readonly answer: Answer<SearchPage>;
}

function ViewSwitch({ state, view }: { readonly state: MapState; readonly view: View }): JSX.Element {
  const { say, to } = useSpeech();
  return (
    <nav class="tab-container view-switch" aria-label={say('map.views')}>
      <ul class="tab-list">
        {views.map((one) => (
          <li key={one}>
            <a
              class="tab-button"
              href={to(`/${queryOf({ ...state, view: one })}`)}
              aria-current={one === view ? 'true' : undefined}
            >
              {say(`map.view.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SortChoice({ state, go }: Steering): JSX.Element {
  const { say } = useSpeech();
  const isAsked = state.q.trim() !== '';
  const possible = isAsked ? sorts : sorts.filter((sort) => sort !== 'relevance');
  const now = state.sort ?? (isAsked ? 'relevance' : 'title');
  return (
    <Choice
      id="sort"
      label={say('map.sort')}
      value={now}
      options={possible.map((sort) => [sort, say(`map.sort.${sort}`)])}
      onChange={(sort) => go({ ...state, sort })}
    />
  );
}

/** The question as it was probably meant: it has been asked already where the answer has something. */
function DidYouMean({ page, state, go }: Steering & { readonly page: SearchPage }): JSX.Element | null {
  const { say } = useSpeech();
  const { didYouMean } = page;
  if (!didYouMean) return null;
  return (
    <p class="did-you-mean">
      {say('map.meant')}{' '}
      <button type="button" class="button button-tertiary" onClick={() => go({ ...state, q: didYouMean })}>
        {didYouMean}
      </button>
    </p>
  );
}

function NoHits({ state, go }: Steering): JSX.Element {
  const { say } = useSpeech();
  return (
    <div class="no-hits">
      <h3 class="h4">{say('map.none.title')}</h3>
      <ul>
        <li>{say('map.none.spelling')}</li>
        <li>{say('map.none.other')}</li>
        <li>{say('map.none.filters')}</li>
      </ul>
      <button type="button" class="button button-secondary" onClick={() => go(withoutFilters({ ...state, q: '' }))}>
        {say('map.none.all')}
      </button>
    </div>
  );
}

function Shown({ page, view, ...steering }: Omit<ResultsProps, 'answer'> & { readonly page: SearchPage }): JSX.Element {
  if (page.total === 0) return <NoHits {...steering} />;
  if (view !== 'list') return <DrawnView view={view} {...steering} />;
  return (
    <>
      <SortChoice {...steering} />
      <ResultList state={steering.state} page={page} />
    </>
  );
}

/** The count is a live region: it is read out when the results are others. */
export function Results({ answer, view, ...steering }: ResultsProps): JSX.Element {
  const { say } = useSpeech();
  const page = answer.held?.value;
  const isBusy = answer.kind === 'loading';
  return (
    <section class="map-results" aria-labelledby="results-head">
      <div class="results-bar">
        <h2 id="results-head" class="h4 results-head" tabIndex={-1}>
          {say('map.results')}
        </h2>
        <p class="result-count" role="status">
          {page && !isBusy ? say('map.total', { count: page.total ?? 0 }) : ''}
        </p>
        <ViewSwitch state={steering.state} view={view} />
      </div>
      <ChosenFilters {...steering} facets={page?.facets} />
      <div class={isBusy ? 'results-body busy' : 'results-body'} aria-busy={isBusy}>
        <AnswerView answer={answer}>
          {(found) => (
            <>
              <DidYouMean page={found} {...steering} />
              <Shown page={found} view={view} {...steering} />
            </>
          )}
        </AnswerView>
      </div>
    </section>
  );
}
