/** The log, what follows it, what lies aside, and what it all costs. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { usdText } from './measures.ts';
import type { Overview } from './types.ts';

/** The API counts no further. */
const MOST_DEAD_LINKS = 500;

function Following({ overview: { views, webhooks } }: { readonly overview: Overview }): JSX.Element {
  const { say } = useSpeech();
  const behind = views.filter(({ lag }) => lag > 0);
  return (
    <>
      <dt>{say('op.overview.views')}</dt>
      <dd>
        {behind.length === 0
          ? say('op.overview.views.none')
          : behind.map(({ name, lag }) => say('op.overview.view', { name, lag })).join('; ')}
      </dd>
      <dt>{say('op.overview.webhooks')}</dt>
      <dd>
        {say('op.overview.webhooks.text', {
          active: webhooks.active,
          failing: webhooks.failing,
          behind: webhooks.furthestBehind,
        })}
      </dd>
    </>
  );
}

function Aside({ overview: { deadLetters, deadLinks } }: { readonly overview: Overview }): JSX.Element {
  const { say, to, number } = useSpeech();
  const links = deadLinks === null ? say('op.overview.links.unknown') : number(deadLinks);
  return (
    <>
      <dt>{say('op.overview.letters')}</dt>
      <dd>
        <a href={to('/operator/dead-letters')}>
          {number(deadLetters.waiting)}
          {deadLetters.more && '+'}
        </a>
      </dd>
      <dt>{say('op.overview.links')}</dt>
      <dd>
        <a href={to('/operator/links')}>
          {links}
          {deadLinks === MOST_DEAD_LINKS && '+'}
        </a>
      </dd>
    </>
  );
}

export function EngineRoom({ overview }: { readonly overview: Overview }): JSX.Element {
  const { say, language } = useSpeech();
  const { ledger, cost } = overview;
  const usd = usdText(cost.usd, language);
  return (
    <dl class="facts">
      <dt>{say('op.overview.ledger')}</dt>
      <dd>
        {say('op.overview.ledger.rate', {
          head: ledger.head,
          hour: ledger.changesLastHour,
          day: ledger.changesLastDay,
        })}
      </dd>
      <Following overview={overview} />
      <Aside overview={overview} />
      <dt>{say('op.overview.cost', { month: cost.month })}</dt>
      <dd>
        {!cost.complete && `${say('op.overview.cost.low')} `}
        {say('op.overview.cost.text', { usd, runs: cost.runs })}
      </dd>
    </dl>
  );
}
