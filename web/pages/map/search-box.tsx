/** The question: results follow while it is typed, and suggestions go on from it (the combobox of the ARIA authoring practices). */
import type { JSX, TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useSpeech } from '../../language.tsx';
import { QUESTION_LENGTH } from './address.ts';
import { nextOption, type Option, optionsOf } from './options.ts';
import { optionId, SuggestionList } from './suggestion-list.tsx';
import { useSuggestions } from './use-search.ts';

/** As long as a quick hand takes from one letter to the next: each of them asked the API would be asked in vain. */
const TYPING_MS = 180;

interface SearchBoxProps {
  readonly q: string;
  /** @param isChosen told for a question that is complete, as one to come back to. */
  readonly onSearch: (q: string, isChosen: boolean) => void;
}

/** What is typed, ahead of the address by the time of a letter; the address leads when it changes by other means. */
function useTyped({ q, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(q);
  const sent = useRef(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (q === sent.current) return;
    clearTimeout(timer.current);
    sent.current = q;
    setText(q);
  }, [q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (value: string, isChosen: boolean) => {
    clearTimeout(timer.current);
    if (value === sent.current) return;
    sent.current = value;
    onSearch(value, isChosen);
  };
  const type = (value: string) => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(value, false), TYPING_MS);
  };
  const choose = (value: string) => {
    setText(value);
    send(value, true);
  };
  return { text, type, choose };
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
