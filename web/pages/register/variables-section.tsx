/** The variables of a register, as far as the reader goes on in them. */
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { periodText } from '../../parts/period-text.ts';
import { Said } from '../../parts/said.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { ShowMore } from '../../parts/show-more.tsx';

/** So many rows are drawn at once without a pause that is felt; a register may have ten thousand. */
const ROWS = 100;

const useVariables = (id: string, q: string) =>
  usePages(`variables of ${id} ${q}`, (cursor, signal) => {
    const query = { limit: ROWS, ...(q && { q }), ...(cursor && { cursor }) };
    return answerOf(api.GET('/v1/datasets/{id}/variables', { params: { path: { id }, query }, signal }));
  });

type Variable = ReturnType<typeof useVariables>['items'][number];

function VariableRow({ variable }: { readonly variable: Variable }): JSX.Element {
  const speech = useSpeech();
  const { name, table, title, description, datatype, since, until } = variable;
  return (
    <tr>
      <td>
        {name === null ? (
          <Said text={title} />
        ) : (
          <a href={speech.to(`/variables/${encodeURIComponent(name)}`)}>{name}</a>
        )}
      </td>
      <td>
        <Said text={table} />
      </td>
      <td>
        {name !== null && speech.read(title) !== '' && (
          <>
            <Said text={title} />
            <br />
          </>
        )}
        <Said text={description} />
      </td>
      <td>{datatype}</td>
      <td>{periodText({ from: since, until }, speech)}</td>
    </tr>
  );
}

/** Searched by the API: the page never holds more than was asked for. */
export function VariablesTable({ id }: { readonly id: string }): JSX.Element {
  const { say } = useSpeech();
  const { variable: q = '' } = useLocation().query;
  const pages = useVariables(id, q);
  const heads = (['name', 'table', 'description', 'datatype', 'years'] as const).map((key) => say(`variable.${key}`));
  return (
    <>
      <SearchField name="variable" label={say('variables.search.here')} />
      <AnswerView answer={pages.first}>
        {({ total, links }) => (
          <>
            {total > 0 && (
              <ScrollTable label={say('variables.table')} heads={heads}>
                {pages.items.map((variable) => (
                  <VariableRow key={variable.place} variable={variable} />
                ))}
              </ScrollTable>
            )}
            <ShowMore pages={pages} total={total} />
            <p>
              <a href={links.csv}>{say('variables.csv')}</a>
            </p>
          </>
        )}
      </AnswerView>
    </>
  );
}
