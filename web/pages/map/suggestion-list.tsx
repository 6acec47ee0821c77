/** The suggestions below the search box, by what they are. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { type Option, optionKinds } from './options.ts';

/** The id of an option's element, for `aria-activedescendant`. */
export const optionId = (place: number): string => `suggestion-${place}`;

interface OptionLineProps {
  readonly option: Option;
  readonly place: number;
  readonly isActive: boolean;
  readonly onChoose: (option: Option) => void;
}

function OptionLine({ option, place, isActive, onChoose }: OptionLineProps): JSX.Element {
  const { say, read, langOf } = useSpeech();
  const isRegister = option.kind === 'register';
  return (
    // The keys are those of the text field: it keeps the focus (ARIA authoring practices).
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    <div
      class={isActive ? 'suggestion active' : 'suggestion'}
      id={optionId(place)}
      role="option"
      aria-selected={isActive}
      onClick={() => onChoose(option)}
    >
      <span lang={isRegister ? langOf(option.title) : undefined}>{isRegister ? read(option.title) : option.text}</span>
      {!isRegister && <span class="suggestion-count">{say('map.suggest.count', { count: option.count })}</span>}
    </div>
  );
}

interface SuggestionListProps {
  readonly options: readonly Option[];
  readonly active: number;
  readonly onChoose: (option: Option) => void;
}

/** The list, and for those who hear it how many there are. A press of the mouse must not take the focus from the text. */
export function SuggestionList({ options, active, onChoose }: SuggestionListProps): JSX.Element {
  const { say } = useSpeech();
  return (
    <>
      <div
        id="suggestions"
        class="suggestions"
        role="listbox"
        tabIndex={-1}
        aria-label={say('map.suggest.label')}
        hidden={options.length === 0}
        onMouseDown={(event) => event.preventDefault()}
      >
        {optionKinds.map((kind) => {
          const lines = options.flatMap((option, place) => (option.kind === kind ? [{ option, place }] : []));
          if (lines.length === 0) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox.
            <div key={kind} role="group" aria-label={say(`map.suggest.${kind}`)}>
              <div class="suggestion-kind" aria-hidden="true">
                {say(`map.suggest.${kind}`)}
              </div>
              {lines.map(({ option, place }) => (
                <OptionLine key={place} {...{ option, place, onChoose }} isActive={place === active} />
              ))}
            </div>
          );
        })}
      </div>
      <span class="visually-hidden" role="status">
        {options.length > 0 ? say('map.suggest.found', { count: options.length }) : ''}
      </span>
    </>
  );
}
