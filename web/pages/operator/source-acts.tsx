/** What can be done with a source at once: harvest it, try it, pause it. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';

interface SourceActsProps {
  readonly id: string;
  readonly isEnabled: boolean;
  readonly onDone: () => void;
}

type Start = 'run' | 'force' | 'trial';

const bodies = { run: {}, force: { force: true }, trial: { preview: true } } as const;

export function SourceActs({ id, isEnabled, onDone }: SourceActsProps): JSX.Element {
  const { say, to } = useSpeech();
  const path = { id };
  const start = useAct(
    (kind: Start) => answerOf(api.POST('/v1/sources/{id}/runs', { params: { path }, body: bodies[kind] })),
    onDone,
  );
  const change = useAct(
    (enabled: boolean) => answerOf(api.PATCH('/v1/sources/{id}', { params: { path }, body: { enabled } })),
    onDone,
  );
  const isWorking = start.state.kind === 'working' || change.state.kind === 'working';
  return (
    <section>
      <h2>{say('op.source.acts')}</h2>
      <div class="button-row">
        {(['run', 'trial', 'force'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            class={`button button-${kind === 'run' ? 'primary' : 'secondary'}`}
            disabled={isWorking}
            onClick={() => start.run(kind)}
          >
            {say(`op.source.${kind}`)}
          </button>
        ))}
        <button
          type="button"
          class="button button-secondary"
          disabled={isWorking}
          onClick={() => change.run(!isEnabled)}
        >
          {say(isEnabled ? 'op.source.pause' : 'op.source.resume')}
        </button>
      </div>
      <ActResult state={start.state}>
        {({ run }) => (
          <p>
            {say('op.source.begun')} <a href={to(`/operator/runs/${run}`)}>{run}</a>
          </p>
        )}
      </ActResult>
      <ActResult state={change.state}>
        {({ definition }) => <p>{say(definition.enabled === false ? 'op.source.paused' : 'op.source.resumed')}</p>}
      </ActResult>
    </section>
  );
}
