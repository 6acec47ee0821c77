/** Something that the reader does: one at a time, with what came of it. */
import { useState } from 'preact/hooks';
import { type Failure, failureOf } from '../api/failure.ts';

export type Done =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Act {
  /** What came of the last one; undefined before the first, and while one is at work. */
  readonly done: Done | undefined;
  readonly isAtWork: boolean;
  /** Does it. @param text what is said when it went well. */
  readonly run: (work: () => Promise<unknown>, text: string) => void;
}

/** @param then is called after each that went well. */
export function useAct(then: () => void = () => undefined): Act {
  const [done, setDone] = useState<Done>();
  const [isAtWork, setAtWork] = useState(false);
  const run = async (work: () => Promise<unknown>, text: string) => {
    setAtWork(true);
    setDone(undefined);
    try {
      await work();
      setDone({ kind: 'done', text });
      then();
    } catch (error) {
      setDone({ kind: 'failed', failure: failureOf(error) });
    } finally {
      setAtWork(false);
    }
  };
  return { done, isAtWork, run: (work, text) => void run(work, text) };
}
