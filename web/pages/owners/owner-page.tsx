/** One owner: the registers, how well they are described, and how that went. */
import type { JSX } from 'preact';
import { useRoute } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { GradeMark } from '../../parts/grade-mark.tsx';
import { OuterLink } from '../../parts/outer-link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Said } from '../../parts/said.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { ShareChart } from '../../parts/share-chart.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { GradeCounts } from './grade-counts.tsx';

const REGISTERS = 100;

const loadOwner = async (id: string, signal: AbortSignal) => {
  const query = { by: 'owner' as const, id };
  const [owner, summary] = await Promise.all([
    answerOf(api.GET('/v1/owners/{id}', { params: { path: { id } }, signal })),
    answerOf(api.GET('/v1/quality/summary', { params: { query }, signal })),
  ]);
  return { owner, history: summary.history ?? [] };
};

type Loaded = Awaited<ReturnType<typeof loadOwner>>;

function Registers({ id }: { readonly id: string }): JSX.Element {
  const { to } = useSpeech();
  const pages = usePages(`registers of ${id}`, (cursor, signal) => {
    const query = { owner: id, limit: REGISTERS, ...(cursor && { cursor }) };
    return answerOf(api.GET('/v1/datasets', { params: { query }, signal }));
  });
  return (
    <AnswerView answer={pages.first}>
      {({ total }) => (
        <>
          <ul class="found-list">
            {pages.items.map((item) => (
              <li key={item.id}>
                <a href={to(`/registers/${item.id}`)}>
                  <Said text={item.title} />
                </a>{' '}
                <GradeMark letter={item.quality?.letter} />
              </li>
            ))}
          </ul>
          <ShowMore pages={pages} total={total} />
        </>
      )}
    </AnswerView>
  );
}

/** Day by day, as far as the grades became others. */
function Trend({ history }: { readonly history: Loaded['history'] }): JSX.Element {
  const { say, number, date } = useSpeech();
  const heads = [say('owner.day'), say('owner.share'), say('owners.datasets'), say('owners.grades')];
  return (
    <ScrollTable label={say('owner.trend')} heads={heads}>
      {history.toReversed().map(({ day, share, datasets, letters }) => (
        <tr key={day}>
          <th scope="row">{date(day)}</th>
          <td>
            {number(Math.round(share * 100))} % <meter min={0} max={1} value={share} aria-hidden="true" />
          </td>
          <td>{number(datasets)}</td>
          <td>
            <GradeCounts letters={letters} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

function OwnerView({ owner, history }: Loaded): JSX.Element {
  const { say, read, langOf, language, number } = useSpeech();
  const { id, name, homepage, datasets, quality } = owner;
  const report = (suffix: string) => `/v1/owners/${id}/report.${suffix}?lang=${language}`;
  return (
    <>
      <PageHead title={read(name)} lang={langOf(name)}>
        {homepage !== null && (
          <p>
            <OuterLink href={homepage} />
          </p>
        )}
      </PageHead>
      <p>
        {say('owner.registers', { count: datasets })}{' '}
        {quality && say('owner.quality', { share: number(Math.round(quality.share * 100)) })}
      </p>
      <p>
        {say('owner.report')} <a href={report('html')}>{say('owner.report.page')}</a>, <a href={report('pdf')}>PDF</a>,{' '}
        <a href={report('csv')}>CSV</a>
      </p>
      <h2>{say('owners.datasets')}</h2>
      <Registers id={id} />
      {history.length > 0 && (
        <>
          <h2>{say('owner.trend')}</h2>
          <ShareChart points={history} />
          <Trend history={history} />
        </>
      )}
    </>
  );
}

/** The page of an owner. */
export function OwnerPage(): JSX.Element {
  const { id = '' } = useRoute().params;
  const answer = useAnswer(`owner ${id}`, (signal) => loadOwner(id, signal));
  return <AnswerView answer={answer}>{(loaded) => <OwnerView {...loaded} />}</AnswerView>;
}
