/** The runs of all sources, newest first. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ConsoleFrame } from './console-frame.tsx';
import { PagedView } from './paged-view.tsx';
import { RunTable } from './run-table.tsx';

const SHOWN = 50;

export function RunsPage(): JSX.Element {
  const { say } = useSpeech();
  const pages = usePages('runs', (cursor, signal) =>
    answerOf(
      api.GET('/v1/runs', {
        params: { query: { limit: SHOWN, ...(cursor !== undefined && { cursor }) } },
        signal: signal ?? null,
        cache: 'no-cache',
      }),
    ),
  );
  return (
    <ConsoleFrame>
      <PageHead title={say('op.nav.runs')} />
      <PagedView pages={pages} empty={say('op.runs.none')}>
        {(runs) => <RunTable label={say('op.nav.runs')} runs={runs} withSource />}
      </PagedView>
    </ConsoleFrame>
  );
}
