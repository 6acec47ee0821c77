/** Shows a list that comes page by page, with a button for more. */
import type { ComponentChildren, JSX } from 'preact';
import type { Page, Pages } from '../../api/use-pages.ts';
import { AnswerView } from '../../parts/answer-view.tsx';
import { ShowMore } from '../../parts/show-more.tsx';

interface PagedViewProps<Value extends Page> {
  readonly pages: Pages<Value>;
  /** Said when there is nothing. */
  readonly empty: string;
  readonly children: (items: readonly Value['items'][number][]) => ComponentChildren;
}

export function PagedView<Value extends Page>({ pages, empty, children }: PagedViewProps<Value>): JSX.Element {
  const { first, items } = pages;
  return (
    <AnswerView answer={first}>
      {() => (
        <>
          {items.length === 0 ? <p>{empty}</p> : children(items)}
          {items.length > 0 && <ShowMore pages={pages} />}
        </>
      )}
    </AnswerView>
  );
}
