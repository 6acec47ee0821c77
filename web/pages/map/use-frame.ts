/** The room that there is for a drawing, in pixels. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Measured before anything is painted, and again when it changes. */
export function useFrame(ref: RefObject<HTMLElement | null>): FrameSize {
  const [frame, setFrame] = useState<FrameSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const next = { width: element.clientWidth, height: element.clientHeight };
      setFrame((now) => (now.width === next.width && now.height === next.height ? now : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return frame;
}
