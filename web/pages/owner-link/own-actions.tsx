/** What to mend, what gains most for its effort first. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import type { OwnerReport } from './owner-view.ts';

type Action = OwnerReport['actions'][number];

function ActionItem({ action }: { readonly action: Action }): JSX.Element {
  const { say, read, langOf, to, number } = useSpeech();
  const { text, effort, gain, registers, shouldBe, example } = action;
  const points = Math.round(gain.grade * 1000) / 10;
  return (
    <li class="own-action">
      <h3>{read(text)}</h3>
      <p class="own-action-facts">
        <span class="badge badge-info">{say(`ol.effort.${effort}`)}</span>{' '}
        {say('ol.action.gain', { points: `+${number(points)}` })}
      </p>
      <dl>
        {shouldBe && (
          <>
            <dt>{say('ol.action.should')}</dt>
            <dd>{read(shouldBe)}</dd>
          </>
        )}
        {example && (
          <>
            <dt>{say('ol.action.example')}</dt>
            <dd>
              <code>{read(example)}</code>
            </dd>
          </>
        )}
      </dl>
      <details>
        <summary>{say('ol.action.fields', { count: registers.length })}</summary>
        <ul>
          {registers.map(({ id, title }) => (
            <li key={id}>
              <a href={to(`/registers/${id}`)} lang={langOf(title)}>
                {read(title)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

export function OwnActions({ report: { actions, furtherActions } }: { readonly report: OwnerReport }): JSX.Element {
  const { say } = useSpeech();
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{say('ol.actions')}</h2>
      {actions.length === 0 ? (
        <p>{say('ol.actions.none')}</p>
      ) : (
        <ol class="own-actions">
          {actions.map((action) => (
            <ActionItem key={`${action.property} ${action.fault}`} action={action} />
          ))}
        </ol>
      )}
      {furtherActions > 0 && <p>{say('ol.further', { count: furtherActions })}</p>}
    </section>
  );
}
