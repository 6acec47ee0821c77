/** Registers of a source that look as if they had changed their identifier, and saying whether they have. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { paths } from '#client/api-types.ts';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { usePropertyNames } from '../../parts/use-property-names.ts';
import { BeforeAfter } from './before-after.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { loadDifferences } from './rename-differences.ts';

type Rename =
  paths['/v1/sources/{id}/renames']['get']['responses'][200]['content']['application/json']['items'][number];
type Decision = 'confirm' | 'reject';

/** What the two say differently; asked for when somebody opens it. */
function Differences({ rename: { from, to } }: { readonly rename: Rename }): JSX.Element {
  const { say } = useSpeech();
  const names = usePropertyNames();
  const answer = useAnswer(`rename ${from.id} ${to.id}`, (signal) => loadDifferences(from.id, to.id, signal));
  return (
    <AnswerView answer={answer}>
      {(changed) =>
        changed.length === 0 ? (
          <p>{say('op.renames.same')}</p>
        ) : (
          <BeforeAfter label={say('op.renames.differences', { from: from.id })} changed={changed} names={names} />
        )
      }
    </AnswerView>
  );
}

function WhatWas({ rename }: { readonly rename: Rename }): JSX.Element {
  const { say, to } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const { from, to: arrived, evidence, since } = rename;
  return (
    <>
      <p>
        <a href={to(`/registers/${from.id}`)}>{from.id}</a> → <a href={to(`/registers/${arrived.id}`)}>{arrived.id}</a>
      </p>
      <p>
        {say(`op.renames.evidence.${evidence}`)}{' '}
        <a href={to(`/operator/runs/${since.run}`)}>{say('op.overview.go.run')}</a>
      </p>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{say('op.renames.show')}</summary>
        {isOpen && <Differences rename={rename} />}
      </details>
    </>
  );
}

interface ItemProps {
  readonly rename: Rename;
  readonly onAsk: (decision: Decision) => void;
  readonly isWorking: boolean;
}

/** One that was rejected can still be confirmed: a person may have been wrong. */
function Item({ rename, onAsk, isWorking }: ItemProps): JSX.Element {
  const { say } = useSpeech();
  const isOpen = rename.state === 'proposed';
  const decisions = isOpen ? (['confirm', 'reject'] as const) : (['confirm'] as const);
  return (
    <li>
      {!isOpen && <p>{say('op.renames.was-rejected')}</p>}
      <WhatWas rename={rename} />
      <div class="button-row">
        {decisions.map((decision) => (
          <button
            key={decision}
            type="button"
            class="button button-secondary"
            disabled={isWorking}
            onClick={() => onAsk(decision)}
          >
            {say(`op.renames.${decision}`)}
            <span class="visually-hidden"> {rename.from.id}</span>
          </button>
        ))}
      </div>
    </li>
  );
}

interface Asked {
  readonly rename: Rename;
  readonly decision: Decision;
}

export function SourceRenames({ id, latest }: { readonly id: string; readonly latest: string }): JSX.Element {
  const { say } = useSpeech();
  const [asked, ask] = useState<Asked>();
  const result = useRef<HTMLDivElement>(null);
  const answer = useAnswer(`renames ${id} ${latest}`, (signal) =>
    answerOf(api.GET('/v1/sources/{id}/renames', { params: { path: { id } }, signal, cache: 'no-cache' })),
  );
  const act = useAct(({ rename: { from, to }, decision }: Asked) => {
    const body = { from: from.id, to: to.id, decision };
    return answerOf(api.POST('/v1/sources/{id}/renames', { params: { path: { id } }, body }));
  }, answer.again);
  const isDone = act.state.kind === 'done';
  // The button that had the focus goes with what was decided.
  useEffect(() => {
    if (isDone) result.current?.focus();
  }, [isDone]);
  const values = { from: asked?.rename.from.id ?? '', to: asked?.rename.to.id ?? '' };
  const question = asked && {
    title: say(`op.renames.${asked.decision}.title`),
    text: say(`op.renames.${asked.decision}.text`, values),
    label: say(`op.renames.${asked.decision}`),
  };
  return (
    <section>
      <h2>{say('op.renames')}</h2>
      <AnswerView answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say('op.renames.none')}</p>
          ) : (
            <ul class="trouble-list">
              {items.map((rename) => (
                <Item
                  key={`${rename.from.id} ${rename.to.id}`}
                  rename={rename}
                  isWorking={act.state.kind === 'working'}
                  onAsk={(decision) => ask({ rename, decision })}
                />
              ))}
            </ul>
          )
        }
      </AnswerView>
      <div ref={result} tabIndex={-1}>
        <ActResult state={act.state}>{({ decision }) => <p>{say(`op.renames.${decision}.done`)}</p>}</ActResult>
      </div>
      <ConfirmDialog
        question={question}
        onAnswer={(isConfirmed) => {
          if (isConfirmed && asked) act.run(asked);
          ask(undefined);
        }}
      />
    </section>
  );
}
