/** All variables of all registers, by a question. */
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Said } from '../../parts/said.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { ShowMore } from '../../parts/show-more.tsx';

/** A screen or two; more when asked for. */
const VARIABLES = 50;

/** So many registers are named beside a variable; its own page has all of them. */
const NAMED = 4;

const useVariables = (q: string) =>
  usePages(`variables ${q}`, (cursor, signal) => {
    const query = { limit: VARIABLES, ...(q && { q }), ...(cursor && { cursor }) };
    return answerOf(api.GET('/v1/variables', { params: { query }, signal }));
  });

type Variable = ReturnType<typeof useVariables>['items'][number];

function FoundVariable({ variable }: { readonly variable: Variable }): JSX.Element {
  const { say, to } = useSpeech();
  const { name, holdings, datasets } = variable;
  return (
    <li>
      <h2 class="found-name">
        <a href={to(`/variables/${encodeURIComponent(name)}`)}>{name}</a>
      </h2>
      <p>
        <Said text={holdings[0]?.description} />
      </p>
      <p>
        {say('variable.in', { count: datasets })}{' '}
        {holdings.slice(0, NAMED).map(({ dataset }, place) => (
          <span key={dataset.id}>
            {place > 0 && ', '}
            <a href={to(`/registers/${dataset.id}`)}>
              <Said text={dataset.title} />
            </a>
          </span>
        ))}
        {datasets > NAMED && ' …'}
      </p>
    </li>
  );
}

/** The search of variables. */
export function VariablesPage(): JSX.Element {
  const { say, to } = useSpeech();
  const { q = '' } = useLocation().query;
  const pages = useVariables(q);
  return (
    <>
      <PageHead title={say('variables.title')} />
      <p class="lead">{say('variables.lead')}</p>
      <SearchField name="q" label={say('variables.search')} />
      <AnswerView answer={pages.first}>
        {({ total, didYouMean }) => (
          <>
            <p role="status">{say('variables.found', { count: total })}</p>
            {didYouMean && (
              <p>
                {say('variables.mean')} <a href={to(`/variables?q=${encodeURIComponent(didYouMean)}`)}>{didYouMean}</a>?
              </p>
            )}
            <ul class="found-list">
              {pages.items.map((variable) => (
                <FoundVariable key={variable.name} variable={variable} />
              ))}
            </ul>
            {total > 0 && <ShowMore pages={pages} total={total} />}
          </>
        )}
      </AnswerView>
    </>
  );
}
