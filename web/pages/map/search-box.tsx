/** The question: results follow while it is typed, and suggestions go on from it (the combobox of the ARIA authoring practices). */
import type { JSX, TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useSpeech } from '../../language.tsx';
import { useTyped } from '../../parts/use-typed.ts';
import { QUESTION_LENGTH } from './address.ts';
import { nextOption, type Option, optionsOf } from './options.ts';
import { optionId, SuggestionList } from './suggestion-list.tsx';
import { useSuggestions } from './use-search.ts';

interface SearchBoxProps {
  readonly q: string;
  /** @param isChosen told for a question that is complete, as one to come back to. */
  readonly onSearch: (q: string, isChosen: boolean) => void;
}

interface Suggesting {
  readonly q: string;
  readonly onChoose: (option: Option) => void;
}

/** Which suggestions are shown, which of them is active, and what the keys do. */
function useSuggesting({ q, onChoose }: Suggesting) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { held } = useSuggestions(isOpen ? q : undefined);
  const options = isOpen && held ? optionsOf(held.value) : [];
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (option: Option) => {
    close();
    onChoose(option);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    const { key } = event;
    const option = options[active];
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      setOpen(true);
      setActive(nextOption(key, active, options.length));
    } else if (key === 'Enter' && option) choose(option);
    else if (key === 'Escape' && options.length > 0) close();
    else return;
    event.preventDefault();
  };
  const open = () => {
    setOpen(true);
    setActive(-1);
  };
  return { options, active, open, close, choose, onKeyDown };
}

export function SearchBox(props: SearchBoxProps): JSX.Element {
  const { say, to } = useSpeech();
  const { route } = useLocation();
  const { text, type, choose } = useTyped(props);
  const onChoose = (option: Option) => {
    if (option.kind === 'register') route(to(`/registers/${encodeURIComponent(option.id)}`));
    else choose(option.text);
  };
  const list = useSuggesting({ q: props.q, onChoose });
  const { options, active } = list;
  const submit = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    list.close();
    choose(text);
  };
  const input = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    list.open();
    type(currentTarget.value);
  };
  return (
    <search class="map-search">
      <form onSubmit={submit}>
        <label class="form-label" for="q">
          {say('map.search')}
        </label>
        <p class="form-hint" id="q-hint">
          {say('map.search.hint')}
        </p>
        <div class="search map-search-box">
          <input
            class="form-input"
            id="q"
            type="search"
            // biome-ignore lint/a11y/noRedundantRoles: it has no list of the browser, which alone would make it one.
            role="combobox"
            list={undefined}
            autocomplete="off"
            spellcheck={false}
            maxLength={QUESTION_LENGTH}
            value={text}
            aria-describedby="q-hint"
            aria-autocomplete="list"
            aria-expanded={options.length > 0}
            aria-controls="suggestions"
            aria-activedescendant={active >= 0 ? optionId(active) : undefined}
            onInput={input}
            onKeyDown={list.onKeyDown}
            onBlur={list.close}
          />
          <button class="button button-search" type="submit">
            {say('map.search.button')}
          </button>
          <SuggestionList options={options} active={active} onChoose={list.choose} />
        </div>
      </form>
    </search>
  );
}
