/** Whose registers are described here. */
import type { JSX, TargetedEvent } from 'preact';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { OuterLink } from '../../parts/outer-link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Said } from '../../parts/said.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { withQuery } from '../../parts/with-query.ts';
import { GradeCounts } from './grade-counts.tsx';
import { orderOf, orders, sortOwners } from './sort-owners.ts';

const loadOwners = (signal: AbortSignal) => answerOf(api.GET('/v1/owners', { signal }));

type Owner = Awaited<ReturnType<typeof loadOwners>>['items'][number];

function OwnerRow({ owner }: { readonly owner: Owner }): JSX.Element {
  const { say, to, number, date } = useSpeech();
  const { id, name, homepage, datasets, quality, changedAt } = owner;
  return (
    <tr>
      <th scope="row">
        <a href={to(`/owners/${id}`)}>
          <Said text={name} />
        </a>
      </th>
      <td>{number(datasets)}</td>
      <td>{quality ? <GradeCounts letters={quality.letters} /> : say('grade.none')}</td>
      <td>{changedAt === null ? say('value.unknown') : date(changedAt)}</td>
      <td>{homepage !== null && <OuterLink href={homepage} />}</td>
    </tr>
  );
}

function OrderField(): JSX.Element {
  const { say } = useSpeech();
  const { query, path, url, route } = useLocation();
  const choose = (event: TargetedEvent<HTMLSelectElement>) =>
    route(withQuery(path, url, { sort: event.currentTarget.value }), true);
  return (
    <div class="form-group">
      <label class="form-label" for="owners-sort">
        {say('owners.sort')}
      </label>
      <select class="form-select" id="owners-sort" value={orderOf(query.sort)} onChange={choose}>
        {orders.map((order) => (
          <option key={order} value={order}>
            {say(`owners.sort.${order}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** All owners, in the order that the reader chooses. */
export function OwnersPage(): JSX.Element {
  const { say, read } = useSpeech();
  const { sort } = useLocation().query;
  const answer = useAnswer('owners', loadOwners);
  const heads = (['name', 'datasets', 'grades', 'changed', 'homepage'] as const).map((key) => say(`owners.${key}`));
  return (
    <>
      <PageHead title={say('owners.title')} />
      <p class="lead">{say('owners.lead')}</p>
      <OrderField />
      <AnswerView answer={answer}>
        {({ items }) => (
          <ScrollTable label={say('owners.title')} heads={heads}>
            {sortOwners(items, orderOf(sort), ({ name }) => read(name)).map((owner) => (
              <OwnerRow key={owner.id} owner={owner} />
            ))}
          </ScrollTable>
        )}
      </AnswerView>
    </>
  );
}
