/** The figures of a run beside those of another run of its source. */
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { comparedCounts } from './balance.ts';
import type { Run } from './types.ts';

/** Who compares does so with one of the latest; an older one can be named in the address. */
const OFFERED = 20;

function Choice({ run, against }: { readonly run: Run; readonly against: string | undefined }): JSX.Element {
  const { say, dateTime } = useSpeech();
  const { path, route } = useLocation();
  const answer = useAnswer(`offered ${run.source}`, (signal) =>
    answerOf(
      api.GET('/v1/sources/{id}/runs', { params: { path: { id: run.source }, query: { limit: OFFERED } }, signal }),
    ),
  );
  const others = (answer.held?.value.items ?? []).filter(({ id }) => id !== run.id);
  const choose = (id: string) => route(id === '' ? path : `${path}?against=${id}`);
  return (
    <div class="form-group">
      <label class="form-label" for="against">
        {say('op.balance.against')}
      </label>
      <select
        class="form-select"
        id="against"
        value={against ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">{say('op.balance.against.none')}</option>
        {others.map(({ id, startedAt, state }) => (
          <option key={id} value={id}>
            {dateTime(startedAt)}, {say(`op.state.${state}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Compared({ run, against }: { readonly run: Run; readonly against: string }): JSX.Element {
  const { say, number } = useSpeech();
  const answer = useAnswer(`run ${against}`, (signal) =>
    answerOf(api.GET('/v1/runs/{id}', { params: { path: { id: against } }, signal })),
  );
  const heads = ['number', 'this', 'other', 'difference'] as const;
  return (
    <AnswerView answer={answer}>
      {(other) => (
        <ScrollTable label={say('op.balance.against')} heads={heads.map((head) => say(`op.balance.${head}`))}>
          {comparedCounts(run.counts, other.counts).map((row) => (
            <tr key={row.part}>
              <th scope="row">{say(`op.outcome.${row.part}`)}</th>
              <td class="number">{number(row.one)}</td>
              <td class="number">{number(row.other)}</td>
              <td class="number">{number(row.difference)}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </AnswerView>
  );
}

/** Which other run stands in the address. */
export function RunComparison({ run }: { readonly run: Run }): JSX.Element {
  const { against } = useLocation().query;
  return (
    <section>
      <Choice run={run} against={against} />
      {against !== undefined && <Compared run={run} against={against} />}
    </section>
  );
}
