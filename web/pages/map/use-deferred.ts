/** Lets the browser show what somebody has just pressed before what follows from it is drawn. */
import { useEffect, useState } from 'preact/hooks';

/** A value one picture late: thousands of areas take longer to draw than a key or a box may seem to hang. */
export function useDeferred<Value extends object>(value: Value): Value {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (value === shown) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Behind the next picture, which a frame alone would still be part of.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setShown(value));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, shown]);
  return shown;
}
