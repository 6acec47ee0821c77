/** Something that a person has the API do: at work once at a time, and told how it ended. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Failure, failureOf } from './failure.ts';

export type ActState<Value> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Act<Input, Value> {
  readonly state: ActState<Value>;
  /** Does it, unless it is at work. */
  readonly run: (input: Input) => void;
  /** Forgets how it ended. */
  readonly forget: () => void;
}

/**
 * @param work asks the API; what it throws is told as a failure.
 * @param then what the page does once it is done, such as loading anew.
 */
export function useAct<Input, Value>(
  work: (input: Input) => Promise<Value>,
  then: (value: Value) => void = () => undefined,
): Act<Input, Value> {
  const [state, set] = useState<ActState<Value>>({ kind: 'idle' });
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const act = async (input: Input) => {
    set({ kind: 'working' });
    try {
      const value = await work(input);
      if (!isThere.current) return;
      set({ kind: 'done', value });
      then(value);
    } catch (error) {
      if (isThere.current) set({ kind: 'failed', failure: failureOf(error) });
    }
  };
  return {
    state,
    run: (input) => {
      if (state.kind !== 'working') void act(input);
    },
    forget: () => set({ kind: 'idle' }),
  };
}
