/** The balance of a run, drawn: what became of each record on its list, and of the catalogue. */
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { useSpeech } from '../../language.tsx';
import { besideParts, listedParts, segmentsOf } from './balance.ts';
import type { Outcome, Run } from './types.ts';

const WIDTH = 1000;
const HEIGHT = 32;

function Bar({ run }: { readonly run: Run }): JSX.Element {
  const { say } = useSpeech();
  const { counts } = run;
  return (
    <svg
      class="balance-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say('op.balance.text', counts)}
    >
      {segmentsOf(counts, WIDTH).map(({ part, x, width }) => (
        <rect key={part} class={`bar-${part}`} x={x} y="0" width={width} height={HEIGHT} />
      ))}
    </svg>
  );
}

/** A figure, which leads to the records behind it. */
function Figure({ count, outcome }: { readonly count: number; readonly outcome: Outcome }): JSX.Element {
  const { say, number } = useSpeech();
  const { path } = useLocation();
  const text = `${number(count)} ${say(`op.outcome.${outcome}`)}`;
  if (count === 0) return <span>{text}</span>;
  return <a href={`${path}?outcome=${outcome}`}>{text}</a>;
}

function Swatch({ part }: { readonly part: string }): JSX.Element {
  return (
    <svg class="balance-swatch" viewBox="0 0 1 1" aria-hidden="true">
      <rect class={`bar-${part}`} width="1" height="1" />
    </svg>
  );
}

function ListedSum({ counts }: Pick<Run, 'counts'>): JSX.Element {
  const { say, number } = useSpeech();
  return (
    <ul class="balance-sum">
      <li>
        <strong>
          {number(counts.listed)} {say('op.outcome.listed')}
        </strong>{' '}
        =
      </li>
      {listedParts.map((part, index) => (
        <li key={part}>
          {index > 0 && '+ '}
          <Swatch part={part} /> <Figure count={counts[part]} outcome={part} />
        </li>
      ))}
    </ul>
  );
}

/** live before + created + returned − removed = live after. */
function LiveSum({ run: { counts, live } }: { readonly run: Run }): JSX.Element {
  const { say, number } = useSpeech();
  return (
    <p>
      {say('op.balance.live')}: {number(live.before)} {say('op.balance.before')} + {number(counts.created)}{' '}
      {say('op.outcome.created')} + {number(counts.returned)} {say('op.outcome.returned')} − {number(counts.removed)}{' '}
      {say('op.outcome.removed')} ={' '}
      <strong>
        {number(live.after)} {say('op.balance.after')}
      </strong>
    </p>
  );
}

export function RunBalance({ run }: { readonly run: Run }): JSX.Element {
  const { say } = useSpeech();
  const { counts } = run;
  return (
    <section>
      <h2>{say('op.balance')}</h2>
      {counts.listed > 0 && <Bar run={run} />}
      <ListedSum counts={counts} />
      <p>
        {say('op.balance.beside')}:{' '}
        {besideParts.map((part, index) => (
          <span key={part}>
            {index > 0 && ', '}
            <Figure count={counts[part]} outcome={part} />
          </span>
        ))}
      </p>
      {!run.preview && run.waiting === undefined && <LiveSum run={run} />}
    </section>
  );
}
