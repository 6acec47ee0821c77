/** What an operator should look at, worst first; one calm line when there is nothing. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import type { WordKey } from '../../words/table.ts';
import type { Overview } from './types.ts';

type Trouble = Overview['troubles'][number];

interface Way {
  readonly path: string;
  readonly label: WordKey;
}

const DECIDED: ReadonlySet<Trouble['kind']> = new Set(['run-held', 'run-waiting', 'source-drift']);

/** Where to do something about a trouble, the nearest first. */
function waysOf({ kind, run, source }: Trouble): readonly Way[] {
  if (kind === 'dead-letters') return [{ path: '/dead-letters', label: 'op.overview.go.letters' }];
  if (kind === 'webhooks-failing') return [{ path: '/subscriptions', label: 'op.overview.go.subscriptions' }];
  const label = DECIDED.has(kind) ? 'op.overview.go.decide' : 'op.overview.go.run';
  return [
    ...(run === undefined ? [] : [{ path: `/runs/${run}`, label } as const]),
    ...(source === undefined ? [] : [{ path: `/sources/${source}`, label: 'op.overview.go.source' } as const]),
  ];
}

function TroubleItem({ trouble }: { readonly trouble: Trouble }): JSX.Element {
  const { say, read, to, dateTime } = useSpeech();
  const { severity, text, since } = trouble;
  return (
    <li class={`trouble-${severity}`}>
      <p>
        <strong>{say(`op.overview.severity.${severity}`)}</strong>
        {since !== undefined && `, ${say('op.overview.since', { time: dateTime(since) })}`}
      </p>
      <p>{read(text)}</p>
      <ul class="balance-sum">
        {waysOf(trouble).map(({ path, label }) => (
          <li key={path}>
            <a href={to(`/operator${path}`)}>{say(label)}</a>
          </li>
        ))}
      </ul>
    </li>
  );
}

export function Troubles({ overview }: { readonly overview: Overview }): JSX.Element {
  const { say } = useSpeech();
  const { troubles } = overview;
  return (
    <div aria-live="polite">
      {troubles.length === 0 ? (
        <p class="all-well">{say('op.overview.well')}</p>
      ) : (
        <>
          <h2>{say('op.overview.troubles', { count: troubles.length })}</h2>
          <ul class="trouble-list">
            {troubles.map((trouble) => (
              <TroubleItem key={`${trouble.kind} ${trouble.source} ${trouble.run}`} trouble={trouble} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
