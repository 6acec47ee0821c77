/** Runs as a table: the figures of each, and how it went. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { secondsText } from './measures.ts';
import { StateMark } from './state-mark.tsx';
import type { Run } from './types.ts';

const SHOWN = ['listed', 'created', 'updated', 'removed', 'held', 'rejected'] as const;

interface RunTableProps {
  readonly label: string;
  readonly runs: readonly Run[];
  /** Said of each run where they are of several sources. */
  readonly withSource?: boolean;
}

export function RunTable({ label, runs, withSource = false }: RunTableProps): JSX.Element {
  const { say, to, dateTime, number, language } = useSpeech();
  const heads = [
    say('op.run.started'),
    ...(withSource ? [say('op.source')] : []),
    say('op.state'),
    ...SHOWN.map((outcome) => say(`op.outcome.${outcome}`)),
    say('op.run.took'),
  ];
  return (
    <ScrollTable label={label} heads={heads}>
      {runs.map(({ id, source, state, startedAt, counts, seconds }) => (
        <tr key={id}>
          <th scope="row">
            <a href={to(`/operator/runs/${id}`)}>{dateTime(startedAt)}</a>
          </th>
          {withSource && (
            <td>
              <a href={to(`/operator/sources/${source}`)}>{source}</a>
            </td>
          )}
          <td>
            <StateMark state={state} />
          </td>
          {SHOWN.map((outcome) => (
            <td key={outcome} class="number">
              {number(counts[outcome])}
            </td>
          ))}
          <td class="number">{seconds === null ? say('op.none') : secondsText(seconds, language)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
