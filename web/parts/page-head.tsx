/** The heading of a page, which is also its title in the browser. */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useSpeech } from '../language.tsx';

interface PageHeadProps {
  readonly title: string;
  /** The language of the title where it is not the page's. */
  readonly lang?: string | undefined;
  /** What stands under the heading. */
  readonly children?: ComponentChildren;
}

/** Each page has one; it takes the focus when the page is gone to. */
export function PageHead({ title, lang, children }: PageHeadProps): JSX.Element {
  const { say } = useSpeech();
  useLayoutEffect(() => {
    document.title = `${title} – ${say('site.name')}`;
  }, [title, say]);
  return (
    <div class="page-head">
      <h1 tabIndex={-1} lang={lang}>
        {title}
      </h1>
      {children}
    </div>
  );
}
