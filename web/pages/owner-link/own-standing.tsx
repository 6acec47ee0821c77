/** How good the descriptions are by now, and which way it goes. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { GradeMark } from '../../parts/grade-mark.tsx';
import type { OwnerReport } from './owner-view.ts';

const percent = (share: number): number => Math.round(share * 100);

function Trend({ trend }: { readonly trend: OwnerReport['trend'] }): JSX.Element {
  const { say, date, number } = useSpeech();
  const { direction, points } = trend;
  if (points.length < 2) return <p>{say('ol.trend.none')}</p>;
  return (
    <>
      <p>{say(direction === null ? 'ol.trend.steady' : `ol.trend.${direction}`)}</p>
      <details>
        <summary>{say('ol.trend.caption')}</summary>
        <table class="table table--compact">
          <caption class="visually-hidden">{say('ol.trend.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('ol.day')}</th>
              <th scope="col">{say('ol.grade')}</th>
              <th scope="col">{say('ol.share')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ day, letter, share }) => (
              <tr key={day}>
                <th scope="row">{date(day)}</th>
                <td>
                  <GradeMark letter={letter} />
                </td>
                <td>{number(percent(share))} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

export function OwnStanding({ report }: { readonly report: OwnerReport }): JSX.Element {
  const { say, language } = useSpeech();
  const { standing, trend, owner } = report;
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{say('ol.standing')}</h2>
      {standing && (
        <p class="own-standing">
          <GradeMark letter={standing.letter} /> {say('ol.average', { share: percent(standing.share) })}
        </p>
      )}
      <Trend trend={trend} />
      <p>
        {say('ol.report')}: <a href={`/v1/owners/${owner.id}/report.html?lang=${language}`}>HTML</a>{' '}
        <a href={`/v1/owners/${owner.id}/report.pdf?lang=${language}`}>PDF</a>{' '}
        <a href={`/v1/owners/${owner.id}/report.csv?lang=${language}`}>CSV</a>
      </p>
    </section>
  );
}
