/** Tells what came of something that the reader did; read out when it is there. */
import type { JSX } from 'preact';
import { useSpeech } from '../language.tsx';
import { failureText } from './answer-view.tsx';
import { Notice } from './notice.tsx';
import type { Act } from './use-act.ts';

export function ActNotice({ act: { done } }: { readonly act: Act }): JSX.Element {
  const speech = useSpeech();
  if (!done) return <div aria-live="polite" />;
  if (done.kind === 'done') {
    return (
      <Notice kind="success" isNews>
        <p>{done.text}</p>
      </Notice>
    );
  }
  const { title, text } = failureText(done.failure, speech);
  return (
    <Notice kind="error" title={title} isNews>
      <p>{text}</p>
    </Notice>
  );
}
