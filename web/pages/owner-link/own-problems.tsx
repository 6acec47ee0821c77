/** What was wrong when the owner's site was read, and which of their links are dead. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import type { OwnerReport } from './owner-view.ts';

type Problems = OwnerReport['problems'][number];

/** Problems of a kind that are shown; the report has all. */
const SHOWN = 10;

const placeText = ({ page, line, column }: NonNullable<Problems['problems'][number]['place']>): string =>
  [page, line, column].filter((part) => part !== undefined && part !== null).join(':');

function ProblemKind({ kind }: { readonly kind: Problems }): JSX.Element {
  const { say } = useSpeech();
  const { code, count, problems } = kind;
  return (
    <li>
      <details>
        <summary>
          <a href={`/problems/${code}`}>{code}</a> – {say('ol.problem.count', { count })}
        </summary>
        <ul>
          {problems.slice(0, SHOWN).map(({ message, place, excerpt }, index) => (
            // The same problem may be at the same place twice.
            <li key={index}>
              {message} {place && <span class="soft">{placeText(place)}</span>}
              {excerpt && <pre class="excerpt">{excerpt}</pre>}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

export function OwnProblems({ report: { problems, deadLinks } }: { readonly report: OwnerReport }): JSX.Element {
  const { say, read, date } = useSpeech();
  return (
    <>
      <h3>{say('ol.problems')}</h3>
      {problems.length === 0 ? (
        <p>{say('ol.problems.none')}</p>
      ) : (
        <ul class="plain">
          {problems.map((kind) => (
            <ProblemKind key={kind.code} kind={kind} />
          ))}
        </ul>
      )}
      {deadLinks.length > 0 && (
        <>
          <h3>{say('ol.dead')}</h3>
          <ul>
            {deadLinks.map(({ url, text, since, register }) => (
              <li key={`${register.id} ${url}`}>
                <code>{url}</code> – {read(text)} ({date(since)})
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
