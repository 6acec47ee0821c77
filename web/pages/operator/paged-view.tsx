/** Shows a list that comes page by page, with a button for more. */
import type { ComponentChildren, JSX } from 'preact';
import type { Pages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { ActResult } from './act-result.tsx';

interface PagedViewProps<Item> {
  readonly pages: Pages<Item>;
  /** Said when there is nothing. */
  readonly empty: string;
  readonly children: (items: readonly Item[]) => ComponentChildren;
}

export function PagedView<Item>({ pages, empty, children }: PagedViewProps<Item>): JSX.Element {
  const { say } = useSpeech();
  const { first, items, hasMore, next } = pages;
  return (
    <AnswerView answer={first}>
      {() => (
        <>
          {items.length === 0 ? <p>{empty}</p> : children(items)}
          {hasMore && (
            <button
              type="button"
              class="button button-secondary"
              disabled={next.state.kind === 'working'}
              onClick={() => next.run()}
            >
              {say('op.more')}
            </button>
          )}
          <ActResult state={next.state}>{() => null}</ActResult>
        </>
      )}
    </AnswerView>
  );
}
