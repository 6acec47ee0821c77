/** One stop of the tab key for all areas, and the arrow keys from one to the next (roving tabindex of the ARIA authoring practices). */
import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function targetOf(key: string, place: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, place + step));
}

/**
 * Links are drawn out of the tab key's way; which of them is in it is set on the elements and not through the view: a thousand
 * links drawn anew for each press of a key would be felt.
 * @param drawn what the links are drawn from; when it changes, the first is where the tab key comes to.
 */
export function useRoving(ref: RefObject<HTMLElement | null>, drawn: unknown) {
  const links = () => [...(ref.current?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
  const hold = (link: HTMLAnchorElement | undefined) => {
    for (const held of ref.current?.querySelectorAll<HTMLAnchorElement>('a[tabindex="0"]') ?? []) held.tabIndex = -1;
    if (link) link.tabIndex = 0;
  };
  useLayoutEffect(() => {
    const all = links();
    hold(all.find((link) => link === document.activeElement) ?? all[0]);
    // Whoever went into an area goes on at the first one in it.
    if (ref.current && ref.current === document.activeElement) all[0]?.focus({ preventScroll: true });
  }, [drawn]);
  return {
    /**
     * The link that is followed into an area is gone when the area is drawn, and the focus with it. The set of links keeps it until
     * then; a browser also takes tenths of a second to remove what has the focus, as it lays out the whole page for that.
     */
    onClick: ({ target }: MouseEvent) => {
      const isInto = target instanceof Element && target.closest('.area-owner') !== null;
      if (isInto) ref.current?.focus({ preventScroll: true });
    },
    onFocusIn: (event: FocusEvent) => {
      if (event.target instanceof HTMLAnchorElement) hold(event.target);
    },
    onKeyDown: (event: TargetedKeyboardEvent<HTMLDivElement>) => {
      const all = links();
      const place = all.findIndex((link) => link.matches(':focus'));
      const target = targetOf(event.key, place, all.length);
      if (target === undefined) return;
      event.preventDefault();
      all[target]?.focus();
    },
  };
}
