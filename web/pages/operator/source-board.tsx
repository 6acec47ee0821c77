/** All sources by how they are, those that need somebody first. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { everyText } from './measures.ts';
import { StateMark } from './state-mark.tsx';
import type { BoardSource } from './types.ts';

/** Worst first. */
const ORDER: readonly BoardSource['state'][] = [
  'failing',
  'held',
  'awaiting',
  'overdue',
  'running',
  'new',
  'well',
  'paused',
];

/** Sources in the order in which they need somebody; those alike as they were. */
const byNeed = (sources: readonly BoardSource[]): readonly BoardSource[] =>
  sources.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));

function Row({ source }: { readonly source: BoardSource }): JSX.Element {
  const { say, read, langOf, ago, to, number, language } = useSpeech();
  const { id, title, state, lastGood, every, dueAt, live } = source;
  const good = lastGood?.endedAt;
  return (
    <tr>
      <th scope="row">
        <a href={to(`/operator/sources/${id}`)} lang={langOf(title)}>
          {read(title) || id}
        </a>
      </th>
      <td>
        <StateMark state={state} />
      </td>
      <td>
        {say('op.overview.board.age', {
          age: good ? ago(good) : say('op.overview.board.never'),
          every: everyText(every, language),
        })}
      </td>
      <td>{dueAt === null ? say('op.none') : ago(dueAt)}</td>
      <td class="number">{number(live)}</td>
    </tr>
  );
}

export function SourceBoard({ sources }: { readonly sources: readonly BoardSource[] }): JSX.Element {
  const { say } = useSpeech();
  return (
    <ScrollTable
      label={say('op.overview.board')}
      heads={[
        say('op.source'),
        say('op.state'),
        say('op.overview.board.last-good'),
        say('op.overview.board.due'),
        say('op.overview.board.live'),
      ]}
    >
      {byNeed(sources).map((source) => (
        <Row key={source.id} source={source} />
      ))}
    </ScrollTable>
  );
}
