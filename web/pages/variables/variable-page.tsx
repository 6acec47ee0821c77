/** One variable: which registers hold it, as what, and since when. */
import type { JSX } from 'preact';
import { useRoute } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { periodText } from '../../parts/period-text.ts';
import { Said } from '../../parts/said.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import type { Span } from '../../parts/timeline.ts';
import { TimelineMark } from '../../parts/timeline-mark.tsx';

/** A register may hold it in several tables. */
const HOLDINGS = 100;

const useVariable = (name: string) =>
  usePages(`variable ${name}`, async (cursor, signal) => {
    const query = { limit: HOLDINGS, ...(cursor && { cursor }) };
    const page = await answerOf(api.GET('/v1/variables/{name}', { params: { path: { name }, query }, signal }));
    return { ...page, items: page.holdings };
  });

type Holding = ReturnType<typeof useVariable>['items'][number];

interface HoldingRowProps {
  readonly holding: Holding;
  readonly all: readonly Span[];
}

function HoldingRow({ holding, all }: HoldingRowProps): JSX.Element {
  const speech = useSpeech();
  const { dataset, title, description, since, until } = holding;
  const spans = [{ from: since, until }];
  return (
    <tr>
      <th scope="row">
        <a href={speech.to(`/registers/${dataset.id}`)}>
          <Said text={dataset.title} />
        </a>
      </th>
      <td>
        <Said text={title} /> <Said text={description} />
      </td>
      <td>
        {periodText({ from: since, until }, speech)}
        <TimelineMark spans={spans} among={all} />
      </td>
    </tr>
  );
}

/** The page of a name: names are the owners' own, so two registers may mean two things by one. */
export function VariablePage(): JSX.Element {
  const { say, to } = useSpeech();
  const { name = '' } = useRoute().params;
  const pages = useVariable(name);
  const spans = pages.items.map(({ since, until }) => ({ from: since, until }));
  const heads = [say('variable.register'), say('variable.description'), say('variable.years')];
  return (
    <AnswerView answer={pages.first}>
      {({ datasets }) => (
        <>
          <PageHead title={name} />
          <p>{say('variable.in', { count: datasets })}</p>
          <TimelineMark spans={spans} />
          <ScrollTable label={say('variables.registers')} heads={heads}>
            {pages.items.map((holding, place) => (
              // By its place: a register may hold the name twice.
              <HoldingRow key={place} holding={holding} all={spans} />
            ))}
          </ScrollTable>
          <ShowMore pages={pages} />
          <p>
            <a href={to('/variables')}>{say('variable.back')}</a>
          </p>
        </>
      )}
    </AnswerView>
  );
}
