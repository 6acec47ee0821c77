/** What could not be worked on, and trying it again. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { paths } from '#client/api-types.ts';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { English } from '../../parts/english.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ConsoleFrame } from './console-frame.tsx';
import { PagedView } from './paged-view.tsx';

type Letter = paths['/v1/dead-letters']['get']['responses'][200]['content']['application/json']['items'][number];

function Replay({ letter }: { readonly letter: Letter }): JSX.Element {
  const { say, to } = useSpeech();
  const act = useAct((id: string) =>
    answerOf(api.POST('/v1/dead-letters/{id}/replay', { params: { path: { id } }, body: {} })),
  );
  return (
    <>
      <button
        type="button"
        class="button button-secondary"
        disabled={act.state.kind === 'working' || act.state.kind === 'done'}
        onClick={() => act.run(letter.id)}
      >
        {say('op.letters.replay')}
      </button>
      <ActResult state={act.state}>
        {({ kind, run }) => (
          <p>
            {say(`op.letters.${kind}`)} {run !== undefined && <a href={to(`/operator/runs/${run}`)}>{run}</a>}
          </p>
        )}
      </ActResult>
    </>
  );
}

function LetterItem({ letter }: { readonly letter: Letter }): JSX.Element {
  const { say, dateTime, to, number } = useSpeech();
  const { queue, reason, receivedAt, tries, run, replayed, message } = letter;
  return (
    <li>
      <p>
        <strong>{dateTime(receivedAt)}</strong>, {say('op.letters.queue')}: {queue}, {say('op.letters.tries')}:{' '}
        {number(tries)}
        {run !== undefined && (
          <>
            {', '}
            <a href={to(`/operator/runs/${run}`)}>{run}</a>
          </>
        )}
      </p>
      <p>
        <English>{reason}</English>
      </p>
      <details>
        <summary>{say('op.letters.show')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll sideways, and has to be reached by keyboard then. */}
        <pre tabIndex={0}>{message}</pre>
      </details>
      {replayed ? (
        <p>
          {say('op.letters.again')}: {dateTime(replayed.at)}
        </p>
      ) : (
        <Replay letter={letter} />
      )}
    </li>
  );
}

function ReplayAll({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { say } = useSpeech();
  const [isAsking, setAsking] = useState(false);
  const act = useAct((_all: true) => answerOf(api.POST('/v1/dead-letters/replay', { body: {} })), onDone);
  const question = {
    title: say('op.letters.replay-all.title'),
    text: say('op.letters.replay-all.text'),
    label: say('op.letters.replay-all'),
  };
  return (
    <>
      <button
        type="button"
        class="button button-primary"
        disabled={act.state.kind === 'working'}
        onClick={() => setAsking(true)}
      >
        {say('op.letters.replay-all')}
      </button>
      <ActResult state={act.state}>
        {({ letters }) => (
          <p>{say('op.letters.done', { count: letters.filter(({ kind }) => kind === 'replayed').length })}</p>
        )}
      </ActResult>
      <ConfirmDialog
        question={isAsking ? question : undefined}
        onAnswer={(isConfirmed) => {
          setAsking(false);
          if (isConfirmed) act.run(true);
        }}
      />
    </>
  );
}

export function DeadLettersPage(): JSX.Element {
  const { say } = useSpeech();
  const { query, path } = useLocation();
  const all = query.all === 'true' ? 'true' : 'false';
  const pages = usePages(`letters ${all}`, (cursor, signal) =>
    answerOf(
      api.GET('/v1/dead-letters', {
        params: { query: { all, ...(cursor !== undefined && { cursor }) } },
        signal: signal ?? null,
      }),
    ),
  );
  const isAll = all === 'true';
  return (
    <ConsoleFrame>
      <PageHead title={say('op.nav.letters')} />
      <p>{say('op.letters.text')}</p>
      <p>
        <a href={isAll ? path : `${path}?all=true`}>{say(isAll ? 'op.letters.open' : 'op.letters.all')}</a>
      </p>
      <PagedView pages={pages} empty={say('op.letters.none')}>
        {(letters) => (
          <ul class="trouble-list">
            {letters.map((letter) => (
              <LetterItem key={letter.id} letter={letter} />
            ))}
          </ul>
        )}
      </PagedView>
      {pages.items.some(({ replayed }) => !replayed) && <ReplayAll onDone={pages.first.again} />}
    </ConsoleFrame>
  );
}
