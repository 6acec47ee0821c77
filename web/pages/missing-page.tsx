/** An address that is no page. */
import type { JSX } from 'preact';
import { useSpeech } from '../language.tsx';
import { PageHead } from '../parts/page-head.tsx';

export function MissingPage(): JSX.Element {
  const { say, to } = useSpeech();
  return (
    <>
      <PageHead title={say('page.missing.title')} />
      <p>{say('page.missing.text')}</p>
      <p>
        <a href={to('/')}>{say('nav.map')}</a>
      </p>
    </>
  );
}
