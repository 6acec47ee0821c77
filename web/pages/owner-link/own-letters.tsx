/** How often the owner wants to be written to. */
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { OwnerView } from './owner-view.ts';

const frequencies = ['weekly', 'monthly', 'off'] as const;

export function OwnLetters({ view, token }: { readonly view: OwnerView; readonly token: string }): JSX.Element {
  const { say } = useSpeech();
  const { letter } = view;
  const [frequency, setFrequency] = useState(letter.frequency);
  const [always, setAlways] = useState(letter.always);
  const act = useAct((body: { readonly frequency: typeof frequency; readonly always: boolean }) =>
    answerOf(api.POST('/v1/owner-links/{token}/frequency', { params: { path: { token } }, body })),
  );
  const save = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    act.run({ frequency, always });
  };
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{say('ol.letters')}</h2>
      {letter.stopped && <Notice kind="warning">{say('ol.letters.stopped')}</Notice>}
      <form onSubmit={save}>
        <fieldset>
          <legend class="form-label">{say('ol.letters.question')}</legend>
          {frequencies.map((each) => (
            <div key={each} class="form-group-radio">
              <input
                type="radio"
                class="form-radio"
                id={`frequency-${each}`}
                name="frequency"
                checked={frequency === each}
                onChange={() => setFrequency(each)}
              />
              <label class="form-label" for={`frequency-${each}`}>
                {say(`ol.letters.${each}`)}
              </label>
            </div>
          ))}
          <div class="form-group-checkbox">
            <input
              type="checkbox"
              class="form-checkbox"
              id="always"
              checked={always}
              onChange={() => setAlways(!always)}
            />
            <label class="form-label" for="always">
              {say('ol.letters.always')}
            </label>
          </div>
        </fieldset>
        <button type="submit" class="button button-primary" disabled={act.state.kind === 'working'}>
          {say('ol.letters.save')}
        </button>
        <ActResult state={act.state}>
          {() => (
            <Notice kind="success">
              <p>{say('ol.letters.done')}</p>
            </Notice>
          )}
        </ActResult>
      </form>
    </section>
  );
}
