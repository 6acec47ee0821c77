/** What somebody types, before it is asked. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** As long as a quick hand takes from one letter to the next: each of them asked the API would be asked in vain. */
const TYPING_MS = 180;

interface Typing {
  /** The question of the address. */
  readonly q: string;
  /** @param isChosen told for a question that is complete, as one to come back to. */
  readonly onSearch: (q: string, isChosen: boolean) => void;
}

interface Typed {
  readonly text: string;
  /** A letter more or less. */
  type(value: string): void;
  /** Asks at once. */
  choose(value: string): void;
}

/** What is typed, ahead of the address by the time of a letter; the address leads when it changes by other means. */
export function useTyped({ q, onSearch }: Typing): Typed {
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
  // The page may have been drawn with other choices since the letter was typed: asked is what it would ask now.
  const ask = useRef(onSearch);
  ask.current = onSearch;
  const send = (value: string, isChosen: boolean) => {
    clearTimeout(timer.current);
    if (value === sent.current) return;
    sent.current = value;
    ask.current(value, isChosen);
  };
  const type = (value: string) => {
    setText(value);
    clearTimeout(timer.current);
    const page = location.pathname;
    // This page is still drawn while the next one is fetched: a question asked then would lead back from it.
    timer.current = setTimeout(() => location.pathname === page && send(value, false), TYPING_MS);
  };
  const choose = (value: string) => {
    setText(value);
    send(value, true);
  };
  return { text, type, choose };
}
