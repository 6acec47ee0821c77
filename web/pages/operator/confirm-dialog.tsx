/** Asks before something that cannot be taken back lightly: what will happen, in words, before the button that does it. */
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useSpeech } from '../../language.tsx';

export interface Question {
  readonly title: string;
  /** What will happen. */
  readonly text: string;
  /** The button that does it. */
  readonly label: string;
}

interface ConfirmDialogProps {
  /** Open while there is one. */
  readonly question: Question | undefined;
  readonly onAnswer: (isConfirmed: boolean) => void;
}

/** The browser's own dialog: it holds the focus, Escape cancels, and the focus goes back to where it was. */
export function ConfirmDialog({ question, onAnswer }: ConfirmDialogProps): JSX.Element {
  const { say } = useSpeech();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (question) dialog.current?.showModal();
  }, [question]);
  const answer = (isConfirmed: boolean) => {
    dialog.current?.close();
    onAnswer(isConfirmed);
  };
  const cancel = (event: Event) => {
    event.preventDefault();
    answer(false);
  };
  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={cancel}
    >
      {question && (
        <>
          <h2 id={`${id}-title`}>{question.title}</h2>
          <p id={`${id}-text`}>{question.text}</p>
          <div class="button-row">
            <button type="button" class="button button-secondary" onClick={() => answer(false)}>
              {say('op.cancel')}
            </button>
            <button type="button" class="button button-primary" onClick={() => answer(true)}>
              {question.label}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}
