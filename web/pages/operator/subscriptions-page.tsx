/** Who is told of changes by webhook, and how that goes. */
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { ConsoleFrame } from './console-frame.tsx';
import { PagedView } from './paged-view.tsx';

export function SubscriptionsPage(): JSX.Element {
  const { say, to, number, dateTime } = useSpeech();
  const { query } = useLocation();
  const pages = usePages('subscriptions', (cursor, signal) =>
    answerOf(
      api.GET('/v1/subscriptions', {
        params: { query: { ...(cursor !== undefined && { cursor }) } },
        signal: signal ?? null,
      }),
    ),
  );
  const heads = [
    say('op.subscription.url'),
    say('op.subscription.who'),
    say('op.state'),
    say('op.subscription.attempts'),
    say('op.subscription.since'),
  ];
  return (
    <ConsoleFrame>
      <PageHead title={say('op.nav.subscriptions')}>
        {query.deleted && <Notice kind="success" title={say('op.subscription.deleted')} isNews />}
        <p>
          <a class="button button-primary" href={to('/operator/subscriptions/new')}>
            {say('op.subscriptions.add')}
          </a>
        </p>
      </PageHead>
      <PagedView pages={pages} empty={say('op.subscriptions.none')}>
        {(items) => (
          <ScrollTable label={say('op.nav.subscriptions')} heads={heads}>
            {items.map(({ id, url, description, state, delivery }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={to(`/operator/subscriptions/${id}`)}>{url}</a>
                </th>
                <td>{description ?? say('op.none')}</td>
                <td>{say(`op.subscription.state.${state}`)}</td>
                <td class="number">{number(delivery?.failedAttempts ?? 0)}</td>
                <td>{delivery?.failingSince ? dateTime(delivery.failingSince) : say('op.none')}</td>
              </tr>
            ))}
          </ScrollTable>
        )}
      </PagedView>
    </ConsoleFrame>
  );
}
