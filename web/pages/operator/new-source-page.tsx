/** Adding a source. */
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { useSpeech } from '../../language.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ConsoleFrame } from './console-frame.tsx';
import { SourceForm } from './source-form.tsx';

export function NewSourcePage(): JSX.Element {
  const { say, to } = useSpeech();
  const { route } = useLocation();
  return (
    <ConsoleFrame>
      <PageHead title={say('op.sources.add')} />
      <SourceForm base={undefined} etag={undefined} onKept={(id) => route(to(`/operator/sources/${id}`))} />
    </ConsoleFrame>
  );
}
