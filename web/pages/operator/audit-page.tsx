/** Who did what, when, and what it changed. */
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import type { paths } from '#client/api-types.ts';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { English } from '../../parts/english.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { ConsoleFrame } from './console-frame.tsx';
import { PagedView } from './paged-view.tsx';
import { valueText } from './value-text.ts';

type Act = paths['/v1/audit']['get']['responses'][200]['content']['application/json']['items'][number];

function ActDetails({ act }: { readonly act: Act }): JSX.Element | null {
  const { say } = useSpeech();
  const { request, before, after } = act;
  const parts = [
    [say('op.details'), request],
    [say('op.audit.before'), before],
    [say('op.audit.after'), after],
  ] as const;
  const present = parts.filter(([, value]) => valueText(value) !== '');
  if (present.length === 0) return null;
  return (
    <details>
      <summary>{say('op.details')}</summary>
      {present.map(([label, value]) => (
        <div key={label}>
          <strong>{label}</strong>
          <p class="value-text">{valueText(value)}</p>
        </div>
      ))}
    </details>
  );
}

export function AuditPage(): JSX.Element {
  const { say, dateTime } = useSpeech();
  const { query, path } = useLocation();
  const { actor } = query;
  const pages = usePages(`audit ${actor}`, (cursor, signal) =>
    answerOf(
      api.GET('/v1/audit', {
        params: { query: { ...(actor !== undefined && { actor }), ...(cursor !== undefined && { cursor }) } },
        signal: signal ?? null,
      }),
    ),
  );
  const heads = ['actor', 'action', 'target', 'outcome'] as const;
  return (
    <ConsoleFrame>
      <PageHead title={say('op.nav.audit')} />
      <PagedView pages={pages} empty={say('op.audit.none')}>
        {(items) => (
          <ScrollTable
            label={say('op.nav.audit')}
            heads={[say('op.at'), ...heads.map((head) => say(`op.audit.${head}`)), say('op.details')]}
          >
            {items.map((act) => (
              <tr key={act.id}>
                <th scope="row">{dateTime(act.at)}</th>
                <td>
                  <a href={`${path}?actor=${encodeURIComponent(act.actor)}`}>{act.actor}</a>
                </td>
                <td>
                  <English>{act.action}</English>
                </td>
                <td>{valueText(act.target)}</td>
                <td>
                  <English>{act.outcome}</English>
                </td>
                <td>
                  <ActDetails act={act} />
                </td>
              </tr>
            ))}
          </ScrollTable>
        )}
      </PagedView>
    </ConsoleFrame>
  );
}
