/** Why something that was asked of the API did not come about, and what to do about it. */
import type { ComponentChildren, JSX } from 'preact';
import type { Failure } from '../api/failure.ts';
import { type Speech, useSpeech } from '../language.tsx';
import { English } from './english.tsx';
import { Notice } from './notice.tsx';

interface Told {
  readonly title: string;
  readonly text: string;
  /** The text is the API's own, which it writes in English. */
  readonly isEnglish?: boolean;
}

function refusalText({ status, problem }: Extract<Failure, { kind: 'refused' }>, { say }: Speech): Told {
  const detail = { text: problem.detail ?? problem.title, isEnglish: true };
  if (status === 401) return { title: say('state.unauthorised.title'), ...detail };
  if (status === 403) return { title: say('state.forbidden.title'), ...detail };
  if (status === 404) return { title: say('state.missing.title'), ...detail };
  if (status === 410) return { title: say('state.removed.title'), ...detail };
  if (status === 503) return { title: say('state.busy.title'), text: say('state.busy.text') };
  if (status >= 500) {
    return { title: say('state.failed.title'), text: say('state.failed.text', { id: problem.requestId ?? '–' }) };
  }
  return { title: say('state.failed.title'), ...detail };
}

/** What a failure is called, and what to do. */
function failureText(failure: Failure, speech: Speech): Told {
  const { say } = speech;
  if (failure.kind === 'offline') return { title: say('state.offline.title'), text: say('state.offline.text') };
  if (failure.kind === 'unreachable') {
    return { title: say('state.unreachable.title'), text: say('state.unreachable.text') };
  }
  return refusalText(failure, speech);
}

interface FailureNoticeProps {
  readonly failure: Failure;
  /** Said in place of what the API says, where the page knows better what to do. */
  readonly advice?: string | undefined;
  /** What can be done, as a button. */
  readonly children?: ComponentChildren;
}

/** Read out as soon as it is there. */
export function FailureNotice({ failure, advice, children }: FailureNoticeProps): JSX.Element {
  const { title, text, isEnglish = false } = failureText(failure, useSpeech());
  const said = isEnglish ? <English>{text}</English> : text;
  return (
    <Notice kind="error" title={title} isNews>
      <p>{advice ?? said}</p>
      {children}
    </Notice>
  );
}
