/** Every change of a register, the newest first, with what stood there before. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { DifferenceTable } from '../../parts/difference-table.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { Section } from './section.tsx';

/** Each comes with whole values; a register changes some times a year. */
const CHANGES = 10;

const useHistory = (id: string) =>
  usePages(`history ${id}`, (cursor, signal) => {
    const query = { limit: CHANGES, include: 'difference' as const, ...(cursor && { cursor }) };
    return answerOf(api.GET('/v1/datasets/{id}/changes', { params: { path: { id }, query }, signal }));
  });

type Change = ReturnType<typeof useHistory>['items'][number];

function ChangeItem({ change }: { readonly change: Change }): JSX.Element {
  const { say, dateTime, read } = useSpeech();
  const { seq, published, type, cause, revision } = change;
  const differences = 'difference' in change ? (change.difference ?? []) : [];
  const label = say('history.revision', { revision });
  return (
    <li class="history-item">
      <h3>
        <time dateTime={published}>{dateTime(published)}</time>: {say(`change.${type}`)}
      </h3>
      <p>
        {say(`cause.${cause}`)}
        {type === 'Update' && differences.length > 0 && ` ${differences.map((one) => read(one.label)).join(', ')}.`}
      </p>
      {differences.length > 0 && (
        <details class="history-details" open={type === 'Update' && differences.length <= 5}>
          <summary>
            {say('history.details', { count: differences.length })}
            <span class="visually-hidden"> ({label})</span>
          </summary>
          <DifferenceTable
            label={`${label} (${seq})`}
            one={say('difference.before')}
            other={say('difference.after')}
            differences={differences.map(({ before, after, ...told }) => ({ ...told, one: before, other: after }))}
          />
        </details>
      )}
    </li>
  );
}

/** The list itself: a removed register has one as well. */
export function History({ id }: { readonly id: string }): JSX.Element {
  const pages = useHistory(id);
  return (
    <AnswerView answer={pages.first}>
      {() => (
        <>
          <ol class="history">
            {pages.items.map((change) => (
              <ChangeItem key={change.seq} change={change} />
            ))}
          </ol>
          <ShowMore pages={pages} />
        </>
      )}
    </AnswerView>
  );
}

/** The part of the page. */
export function HistorySection({ id }: { readonly id: string }): JSX.Element {
  return (
    <Section part="history">
      <History id={id} />
    </Section>
  );
}
