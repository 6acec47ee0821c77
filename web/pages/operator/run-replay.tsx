/** Reading a run's kept pages anew. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

export function RunReplay({ run }: { readonly run: string }): JSX.Element {
  const { say, to } = useSpeech();
  const [isAsking, setAsking] = useState(false);
  const act = useAct((dryRun: boolean) =>
    answerOf(api.POST('/v1/runs/{id}/replay', { params: { path: { id: run } }, body: { dryRun } })),
  );
  const isWorking = act.state.kind === 'working';
  const question = { title: say('op.replay.do.title'), text: say('op.replay.do.text'), label: say('op.replay.do') };
  return (
    <section>
      <h2>{say('op.replay')}</h2>
      <p>{say('op.replay.text')}</p>
      <div class="button-row">
        <button type="button" class="button button-secondary" disabled={isWorking} onClick={() => act.run(true)}>
          {say('op.replay.try')}
        </button>
        <button type="button" class="button button-secondary" disabled={isWorking} onClick={() => setAsking(true)}>
          {say('op.replay.do')}
        </button>
      </div>
      <ActResult state={act.state}>
        {({ run: begun }) => (
          <p>
            {say('op.replay.begun')} <a href={to(`/operator/runs/${begun}`)}>{begun}</a>
          </p>
        )}
      </ActResult>
      <ConfirmDialog
        question={isAsking ? question : undefined}
        onAnswer={(isConfirmed) => {
          setAsking(false);
          if (isConfirmed) act.run(false);
        }}
      />
    </section>
  );
}
