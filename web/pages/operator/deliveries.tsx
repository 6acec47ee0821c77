/** Every try to deliver of late, and sending again from one. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { English } from '../../parts/english.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { PagedView } from './paged-view.tsx';
import { replay } from './subscription-replay.tsx';

/** Looked at again as long as somebody does: a replay shows here what came of it. */
const EVERY_MS = 5_000;

const loadPage = (id: string) => (cursor: string | undefined, signal: AbortSignal) =>
  answerOf(
    api.GET('/v1/subscriptions/{id}/deliveries', {
      params: { path: { id }, query: { ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );

type Delivery = Awaited<ReturnType<ReturnType<typeof loadPage>>>['items'][number];

interface RowProps {
  readonly delivery: Delivery;
  readonly onReplay: (since: string) => void;
}

function Row({ delivery, onReplay }: RowProps): JSX.Element {
  const { say, dateTime, number } = useSpeech();
  const { at, webhookId, type, attempt, outcome, status, detail, durationMs, since } = delivery;
  return (
    <tr>
      <th scope="row">{dateTime(at)}</th>
      <td>
        <English>{type}</English>
        <span class="fault-line">{webhookId}</span>
      </td>
      <td class="number">{number(attempt)}</td>
      <td>{say(`op.deliveries.${outcome}`)}</td>
      <td>
        {status} <English>{detail}</English>
      </td>
      <td class="number">{number(durationMs)} ms</td>
      <td>
        {since !== undefined && (
          <button type="button" class="button button-tertiary" onClick={() => onReplay(since)}>
            {say('op.deliveries.again')}
            <span class="visually-hidden"> {webhookId}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

export function Deliveries({ id, onDone }: { readonly id: string; readonly onDone: () => void }): JSX.Element {
  const { say } = useSpeech();
  const [asked, ask] = useState<string>();
  const pages = usePages(`deliveries ${id}`, loadPage(id), { every: EVERY_MS });
  const act = useAct(replay(id), () => {
    pages.first.again();
    onDone();
  });
  const heads = ['which', 'attempt', 'outcome', 'status'] as const;
  const question = {
    title: say('op.deliveries.again.title'),
    text: say('op.deliveries.again.text'),
    label: say('op.subscription.replay'),
  };
  return (
    <section>
      <h2>{say('op.deliveries')}</h2>
      <ActResult state={act.state}>{() => <p>{say('op.subscription.replayed')}</p>}</ActResult>
      <PagedView pages={pages} empty={say('op.deliveries.none')}>
        {(items) => (
          <ScrollTable
            label={say('op.deliveries')}
            heads={[
              say('op.at'),
              ...heads.map((head) => say(`op.deliveries.${head}`)),
              say('op.requests.time'),
              say('op.deliveries.act'),
            ]}
          >
            {items.map((delivery) => (
              <Row key={`${delivery.at} ${delivery.webhookId}`} delivery={delivery} onReplay={ask} />
            ))}
          </ScrollTable>
        )}
      </PagedView>
      <ConfirmDialog
        question={asked === undefined ? undefined : question}
        onAnswer={(isConfirmed) => {
          if (isConfirmed && asked !== undefined) act.run(asked);
          ask(undefined);
        }}
      />
    </section>
  );
}
