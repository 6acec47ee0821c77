/** How a register's grade went, and what made it another. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { GradeMark } from '../../parts/grade-mark.tsx';
import { rowsOf } from '../../parts/property-rows.ts';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { ShareChart } from '../../parts/share-chart.tsx';
import type { Quality } from './load-quality.ts';
import { useTold } from './told.tsx';

type Point = Quality['history'][number];
type Cause = Point['causes'][number];

/** Names as they stand everywhere else; one that the table of properties does not have stands as it is. */
function CauseText({ cause }: { readonly cause: Cause }): JSX.Element {
  const { say, read } = useSpeech();
  const { properties } = useTold();
  if (cause.kind !== 'changed' || cause.properties.length === 0) return <>{say(`quality.cause.${cause.kind}`)}</>;
  const rows = rowsOf(properties, 'Dataset');
  const names = cause.properties.map((name) => {
    const row = rows.get(name);
    return row ? read(row.label) : name;
  });
  return (
    <>
      {say('quality.cause.changed')} {names.join(', ')}
    </>
  );
}

function Points({ history }: { readonly history: readonly Point[] }): JSX.Element {
  const { say, number, date } = useSpeech();
  const heads = [say('quality.day'), say('grade.label'), say('quality.share'), say('quality.causes')];
  return (
    <ScrollTable label={say('quality.history')} heads={heads}>
      {history.toReversed().map(({ day, letter, share, causes }) => (
        <tr key={day}>
          <th scope="row">{date(day)}</th>
          <td>
            <GradeMark letter={letter} />
          </td>
          <td>{number(Math.round(share * 1000) / 10)} %</td>
          <td>
            {causes.map((cause, index) => (
              <p key={`${index} ${cause.kind}`}>
                <CauseText cause={cause} />
              </p>
            ))}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

/** @param history oldest first: the days on which the grade became another. */
export function QualityHistory({ history }: { readonly history: readonly Point[] }): JSX.Element | null {
  const { say, date } = useSpeech();
  const [first] = history;
  if (!first) return null;
  return (
    <>
      <h3>{say('quality.history')}</h3>
      {history.length === 1 && <p>{say('quality.steady', { since: date(first.day) })}</p>}
      <ShareChart points={history} />
      {history.length > 1 && <Points history={history} />}
    </>
  );
}
