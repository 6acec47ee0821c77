/** Loads something of the API for a view, and keeps what was there while something newer is loaded. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { type Failure, failureOf } from './failure.ts';
import { onSession } from './session.ts';

/** A value with the time at which it was loaded (milliseconds since 1970). */
interface Held<Value> {
  readonly value: Value;
  readonly at: number;
}

export type Answer<Value> = (
  | { readonly kind: 'loading'; readonly held: Held<Value> | undefined }
  | { readonly kind: 'there'; readonly held: Held<Value> }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly held: Held<Value> | undefined }
) & {
  /** Loads it again, now. */
  readonly again: () => void;
};

export interface Asking {
  /**
   * Loads again after so many milliseconds, and after twice as long each time it fails, up to `SLOWEST_MS`. A page that nobody
   * sees asks nothing, and asks as soon as it is seen again.
   */
  readonly every?: number | undefined;
}

/** A service that is down is asked once a minute by each open page. */
const SLOWEST_MS = 60_000;

interface State<Value> {
  readonly key: string | undefined;
  readonly held: Held<Value> | undefined;
  readonly failure: Failure | undefined;
  readonly isLoading: boolean;
}

/**
 * What the API answers to a question, while the view is there.
 * @param key names the question: another key is another question, and what was held of the one before is let go.
 * `undefined` asks nothing.
 * @param load asks it; it is stopped when the view goes or asks something else.
 */
export function useAnswer<Value>(
  key: string | undefined,
  load: (signal: AbortSignal) => Promise<Value>,
  { every }: Asking = {},
): Answer<Value> {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const state = useRef<State<Value>>({ key: undefined, held: undefined, failure: undefined, isLoading: false });
  const loader = useRef(load);
  loader.current = load;
  const again = useRef<() => void>(() => undefined);

  if (state.current.key !== key) {
    state.current = { key, held: undefined, failure: undefined, isLoading: key !== undefined };
  }

  useEffect(() => {
    if (key === undefined) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = every;
    let asking = new AbortController();
    const set = (change: Partial<State<Value>>) => {
      if (stopped) return;
      state.current = { ...state.current, ...change };
      redraw(undefined as never);
    };
    const ask = async () => {
      clearTimeout(timer);
      asking.abort();
      const controller = new AbortController();
      asking = controller;
      set({ isLoading: true });
      try {
        const value = await loader.current(controller.signal);
        if (controller.signal.aborted) return;
        set({ held: { value, at: Date.now() }, failure: undefined, isLoading: false });
        wait = every;
      } catch (error) {
        if (controller.signal.aborted) return;
        set({ failure: failureOf(error), isLoading: false });
        wait = wait === undefined ? undefined : Math.min(wait * 2, SLOWEST_MS);
      }
      if (!stopped && wait !== undefined) timer = setTimeout(due, wait);
    };
    const now = () => void ask();
    const due = () => {
      if (document.hidden) document.addEventListener('visibilitychange', now, { once: true });
      else now();
    };
    again.current = now;
    now();
    addEventListener('online', now);
    const endSession = onSession(now);
    return () => {
      stopped = true;
      clearTimeout(timer);
      asking.abort();
      removeEventListener('online', now);
      document.removeEventListener('visibilitychange', now);
      endSession();
    };
  }, [key, every]);

  const { held, failure, isLoading } = state.current;
  const common = { again: () => again.current() };
  if (failure && !isLoading) return { kind: 'failed', failure, held, ...common };
  if (held && !isLoading) return { kind: 'there', held, ...common };
  return { kind: 'loading', held, ...common };
}
