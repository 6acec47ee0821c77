/** Texts that machines write in English only, marked as such on Danish pages. */
import type { ComponentChildren, JSX } from 'preact';
import { useSpeech } from '../language.tsx';

export function English({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { language } = useSpeech();
  return <span lang={language === 'en' ? undefined : 'en'}>{children}</span>;
}
