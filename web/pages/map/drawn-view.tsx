/** The views that are drawn: their code is loaded when somebody looks at them. */
import type { ComponentType, JSX } from 'preact';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import type { View } from './address.ts';
import type { DrawnProps } from './drawn-props.ts';
import type { Steering } from './filters.tsx';
import { useMap } from './use-search.ts';

type Drawn = Exclude<View, 'list'>;

const load: Readonly<Record<Drawn, () => Promise<ComponentType<DrawnProps>>>> = {
  map: async () => (await import('./area-map.tsx')).AreaMap,
  timeline: async () => (await import('./timeline.tsx')).Timeline,
};

/** Both the code and the answer are asked for at once; either may fail, and says so. */
export function DrawnView({ view, ...steering }: Steering & { readonly view: Drawn }): JSX.Element {
  const { say } = useSpeech();
  const code = useAnswer(`code ${view}`, load[view]);
  const map = useMap(steering.state, true);
  return (
    <AnswerView answer={code}>
      {(View) => (
        <AnswerView answer={map}>
          {(found) => (
            <>
              {found.omitted > 0 && <p class="form-hint">{say('map.omitted', { count: found.omitted })}</p>}
              <View map={found} {...steering} />
            </>
          )}
        </AnswerView>
      )}
    </AnswerView>
  );
}
