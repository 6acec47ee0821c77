/** Draws what is much in portions, so that a key that is let go meanwhile does not wait for all of it. */
import { useEffect, useState } from 'preact/hooks';

/** Links that are drawn and laid out within some tens of milliseconds on a slow telephone. */
const PORTION = 40;

/**
 * @param drawn what the items are drawn from; another one begins anew.
 * @param count how many items there are.
 * @returns how many are drawn by now.
 */
export function usePortions(drawn: object, count: number): number {
  const [state, setState] = useState({ drawn, shown: PORTION });
  const shown = state.drawn === drawn ? state.shown : PORTION;
  useEffect(() => {
    if (shown >= count) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Behind the picture of the portion before.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setState({ drawn, shown: shown + PORTION }));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [drawn, shown, count]);
  return shown;
}
