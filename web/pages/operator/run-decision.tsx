/** What a run holds back, and the decision about it. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { English } from '../../parts/english.tsx';
import { ConfirmDialog, type Question } from './confirm-dialog.tsx';
import type { Run } from './types.ts';

type Action = 'release' | 'reject';

const decide = (run: string) => async (action: Action) => {
  await answerOf(api.POST('/v1/runs/{id}/held', { params: { path: { id: run } }, body: { action } }));
  return action;
};

function WhatWaits({ run }: { readonly run: Run }): JSX.Element {
  const { say } = useSpeech();
  const { path } = useLocation();
  const { waiting, counts, reason, problems } = run;
  // What waits or would be removed is said here; only of a site that looks built anew does the run know more.
  const isDrift = problems.some(({ code }) => code === 'scraper-drift');
  return (
    <>
      <p>{waiting ? say('op.held.waiting', waiting) : say('op.held.removals', { count: counts.held })}</p>
      {isDrift && reason !== undefined && (
        <p>
          <strong>{say('op.run.reason')}:</strong> <English>{reason}</English>
        </p>
      )}
      <p>{say('op.held.look')}</p>
      {counts.held > 0 && (
        <p>
          <a href={`${path}?outcome=held`}>{say('op.held.see')}</a>
        </p>
      )}
    </>
  );
}

/** Asks, decides, and says how it ended; stays there after the run holds nothing any more, to say so. */
export function RunDecision({
  run,
  onDecided,
}: {
  readonly run: Run;
  readonly onDecided: () => void;
}): JSX.Element | null {
  const { say } = useSpeech();
  const [asked, ask] = useState<Action>();
  const result = useRef<HTMLDivElement>(null);
  const act = useAct(decide(run.id), onDecided);
  const isOpen = run.links.held !== undefined && run.state === 'held';
  const isDone = act.state.kind === 'done';
  // The button that had the focus is gone with what was decided.
  useEffect(() => {
    if (isDone) result.current?.focus();
  }, [isDone]);
  if (!isOpen && act.state.kind === 'idle') return null;
  const kind = run.waiting ? 'waiting' : 'removals';
  const questionOf = (action: Action): Question => ({
    title: say(`op.held.${action}.title`),
    text: say(`op.held.${action}.${kind}`, { count: run.counts.held }),
    label: say(`op.held.${action}`),
  });
  return (
    <section class="trouble-list">
      <h2>{say('op.held.title')}</h2>
      {isOpen && !isDone && (
        <>
          <WhatWaits run={run} />
          <div class="button-row">
            {(['release', 'reject'] as const).map((action) => (
              <button
                key={action}
                type="button"
                class={`button button-${action === 'release' ? 'primary' : 'secondary'}`}
                disabled={act.state.kind === 'working'}
                onClick={() => ask(action)}
              >
                {say(`op.held.${action}`)}
              </button>
            ))}
          </div>
        </>
      )}
      <div ref={result} tabIndex={-1}>
        <ActResult state={act.state}>
          {(action) => <p>{say(action === 'release' ? 'op.held.released' : 'op.held.rejected')}</p>}
        </ActResult>
      </div>
      <ConfirmDialog
        question={asked && questionOf(asked)}
        onAnswer={(isConfirmed) => {
          if (isConfirmed && asked) act.run(asked);
          ask(undefined);
        }}
      />
    </section>
  );
}
