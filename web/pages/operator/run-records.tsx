/** The records behind a figure of a run's balance. */
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { English } from '../../parts/english.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { PagedView } from './paged-view.tsx';
import { type Outcome, outcomes } from './types.ts';

const isOutcome = (text: string | undefined): text is Outcome => outcomes.some((outcome) => outcome === text);

/** Removed ones are not on the map any more; their tombstone still says what they were. */
function RecordName({
  id,
  identifier,
}: {
  readonly id: string | null;
  readonly identifier: string | null;
}): JSX.Element {
  const { to } = useSpeech();
  if (id === null) return <span>{identifier ?? '–'}</span>;
  return <a href={to(`/registers/${id}`)}>{id}</a>;
}

function Records({ run, outcome }: { readonly run: string; readonly outcome: Outcome }): JSX.Element {
  const { say } = useSpeech();
  const { path } = useLocation();
  const pages = usePages(`records ${run} ${outcome}`, (cursor, signal) =>
    answerOf(
      api.GET('/v1/runs/{id}/records', {
        params: { path: { id: run }, query: { outcome, ...(cursor !== undefined && { cursor }) } },
        signal: signal ?? null,
        cache: 'no-cache',
      }),
    ),
  );
  const label = say('op.records.of', { outcome: say(`op.outcome.${outcome}`) });
  return (
    <section>
      <h2>{label}</h2>
      <p>
        <a href={`/v1/runs/${run}/records.csv?outcome=${outcome}`}>{say('op.records.csv')}</a> ·{' '}
        <a href={path}>{say('op.records.close')}</a>
      </p>
      <PagedView pages={pages} empty={say('op.records.none')}>
        {(items) => (
          <ScrollTable
            label={label}
            heads={[say('op.records.record'), say('op.records.reason'), say('op.records.place')]}
          >
            {items.map(({ id, identifier, reason, page, place }, index) => (
              <tr key={`${id} ${identifier} ${index}`}>
                <th scope="row">
                  <RecordName id={id} identifier={identifier} />
                </th>
                <td>
                  <English>{reason ?? '–'}</English>
                </td>
                <td>{[page, place].filter((part) => part !== undefined).join(', ') || '–'}</td>
              </tr>
            ))}
          </ScrollTable>
        )}
      </PagedView>
    </section>
  );
}

/** Shown for the outcome that the address names. */
export function RunRecords({ run }: { readonly run: string }): JSX.Element | null {
  const { outcome } = useLocation().query;
  return isOutcome(outcome) ? <Records run={run} outcome={outcome} /> : null;
}
