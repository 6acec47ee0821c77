/** Leads further in a list that is loaded page by page. */
import type { JSX } from 'preact';
import type { Pages } from '../api/use-pages.ts';
import { useSpeech } from '../language.tsx';

interface ShowMoreProps {
  readonly pages: Pages<{ readonly items: readonly unknown[] }>;
  /** How many there are in all, where that is known. */
  readonly total?: number | undefined;
}

/** The button stays where it is while it loads: the focus stays on it. */
export function ShowMore({ pages, total }: ShowMoreProps): JSX.Element {
  const { say } = useSpeech();
  const shown = pages.items.length;
  const values = { shown, total: total ?? shown, count: shown };
  return (
    <div class="show-more">
      <p role="status">
        {pages.failure ? say('more.failed') : say(total === undefined ? 'more.shown' : 'more.shown.of', values)}
      </p>
      {pages.hasMore && (
        <button type="button" class="button button-secondary" onClick={pages.more} aria-disabled={pages.isLoading}>
          {say(pages.isLoading ? 'state.loading' : 'more.more')}
        </button>
      )}
    </div>
  );
}
