/** Whether there is room for two columns. */
import { useEffect, useState } from 'preact/hooks';

const WIDE = '(min-width: 768px)';

/** Follows the width of the window. */
export function useWide(): boolean {
  const [isWide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const media = matchMedia(WIDE);
    const follow = () => setWide(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return isWide;
}
