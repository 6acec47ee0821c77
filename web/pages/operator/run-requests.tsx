/** What a run asked for, page by page, and the pages as they came. */
import type { JSX } from 'preact';
import type { paths } from '#client/api-types.ts';
import { api } from '../../api/client.ts';
import { download } from '../../api/download.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { English } from '../../parts/english.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { sizeText } from '../../parts/size-text.ts';
import { PagedView } from './paged-view.tsx';

type Asked = paths['/v1/runs/{id}/requests']['get']['responses'][200]['content']['application/json']['items'][number];

const SHOWN = 50;

function Status({ asked }: { readonly asked: Asked }): JSX.Element {
  const { say } = useSpeech();
  const { status, failure, notModified, requests } = asked;
  return (
    <>
      {status ?? say('op.requests.no-answer')}
      {notModified && `, ${say('op.requests.same')}`}
      {requests.length > 1 && `, ${say('op.requests.tries', { count: requests.length })}`}
      {failure && (
        <>
          {': '}
          <English>{failure.message}</English>
        </>
      )}
    </>
  );
}

function Raw({ run, asked }: { readonly run: string; readonly asked: Asked }): JSX.Element | null {
  const { say } = useSpeech();
  const { page, links } = asked;
  const act = useAct((which: number) => download(`/v1/runs/${run}/pages/${which}`, `${run}-${which}`));
  if (links.raw === undefined) return null;
  return (
    <>
      <button
        type="button"
        class="button button-tertiary"
        disabled={act.state.kind === 'working'}
        onClick={() => act.run(page)}
      >
        {say('op.requests.download', { page })}
      </button>
      <ActResult state={act.state}>{(name) => <span class="visually-hidden">{name}</span>}</ActResult>
    </>
  );
}

export function RunRequests({ run, isRunning }: { readonly run: string; readonly isRunning: boolean }): JSX.Element {
  const { say, number } = useSpeech();
  const pages = usePages(isRunning ? undefined : `requests ${run}`, (cursor, signal) =>
    answerOf(
      api.GET('/v1/runs/{id}/requests', {
        params: { path: { id: run }, query: { limit: SHOWN, ...(cursor !== undefined && { cursor }) } },
        signal: signal ?? null,
      }),
    ),
  );
  const heads = ['page', 'address', 'status', 'time', 'bytes', 'raw'] as const;
  return (
    <section>
      <h2>{say('op.requests')}</h2>
      {isRunning ? (
        <p>{say('op.requests.running')}</p>
      ) : (
        <PagedView pages={pages} empty={say('op.requests.none')}>
          {(items) => (
            <ScrollTable label={say('op.requests')} heads={heads.map((head) => say(`op.requests.${head}`))}>
              {items.map((asked) => (
                <tr key={asked.page}>
                  <th scope="row">{number(asked.page)}</th>
                  <td>{asked.url}</td>
                  <td>
                    <Status asked={asked} />
                  </td>
                  <td class="number">{number(Math.round(asked.ms))} ms</td>
                  <td class="number">{sizeText(asked.bytes, number)}</td>
                  <td>
                    <Raw run={run} asked={asked} />
                  </td>
                </tr>
              ))}
            </ScrollTable>
          )}
        </PagedView>
      )}
    </section>
  );
}
