/** The page of a register that is there. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useSpeech } from '../../language.tsx';
import { Notice } from '../../parts/notice.tsx';
import { OuterLink } from '../../parts/outer-link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { rowsOf } from '../../parts/property-rows.ts';
import { Said } from '../../parts/said.tsx';
import { toPart } from '../../parts/to-part.ts';
import { type FactSection, factsOfSection, furtherFacts } from './description.ts';
import { DownloadsSection } from './downloads-section.tsx';
import { Facts, Source } from './facts.tsx';
import { HistorySection } from './history-section.tsx';
import { PeriodSection } from './period-section.tsx';
import { QualitySection } from './quality-section.tsx';
import { SameSection } from './same-section.tsx';
import { useStructuredData } from './search-engines.ts';
import { Contents, type Part, parts, Section } from './section.tsx';
import { useTold } from './told.tsx';
import { VariablesTable } from './variables-section.tsx';

/** A section of nothing but facts; where there are none, it says that its owner has not told any. */
function FactSectionView({ part }: { readonly part: FactSection }): JSX.Element {
  const { say } = useSpeech();
  const { dataset, properties } = useTold();
  const facts = factsOfSection(dataset.record, part, rowsOf(properties, 'Dataset'));
  return (
    <Section part={part}>
      {facts.length === 0 ? <p>{say('register.untold')}</p> : <Facts facts={facts} />}
      {part === 'access' && <AskOwner />}
    </Section>
  );
}

/** Whom to ask is always known: the owner whose page it was read from. */
function AskOwner(): JSX.Element | null {
  const { say } = useSpeech();
  const { owner } = useTold().dataset;
  if (!owner?.homepage) return null;
  return (
    <p>
      {say('access.owner')} <OuterLink href={owner.homepage}>{<Said text={owner.name} />}</OuterLink>
    </p>
  );
}

function VariablesSection(): JSX.Element {
  const { say } = useSpeech();
  const { dataset, properties } = useTold();
  return (
    <Section part="variables">
      <Facts facts={factsOfSection(dataset.record, 'variables', rowsOf(properties, 'Dataset'))} />
      {dataset.record.hasVariables ? <VariablesTable id={dataset.id} /> : <p>{say('register.untold')}</p>}
    </Section>
  );
}

/** What no other section has, and what the catalogue could not place: nothing is kept back. */
function MoreSection(): JSX.Element {
  const { say } = useSpeech();
  const { dataset, properties } = useTold();
  const { unmapped, record } = dataset;
  return (
    <Section part="more">
      <Facts facts={furtherFacts(record, rowsOf(properties, 'Dataset'))} />
      {unmapped.length > 0 && (
        <>
          <h3>{say('register.unmapped')}</h3>
          <dl class="told-facts">
            {unmapped.map(({ name, value, language }) => (
              <div key={`${name} ${value}`} class="fact">
                <dt>{name}</dt>
                <dd lang={language}>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Section>
  );
}

/** Whether there is anything to say in the part of further facts. */
function useParts(): readonly Part[] {
  const { dataset, properties } = useTold();
  const hasMore = furtherFacts(dataset.record, rowsOf(properties, 'Dataset')).length + dataset.unmapped.length > 0;
  return parts.filter((part) => part !== 'more' || hasMore);
}

function PartView({ part }: { readonly part: Part }): JSX.Element {
  const { id } = useTold().dataset;
  if (part === 'period') return <PeriodSection />;
  if (part === 'variables') return <VariablesSection />;
  if (part === 'more') return <MoreSection />;
  if (part === 'quality') return <QualitySection />;
  if (part === 'same') return <SameSection id={id} />;
  if (part === 'history') return <HistorySection id={id} />;
  if (part === 'downloads') return <DownloadsSection id={id} />;
  return <FactSectionView part={part} />;
}

function Head(): JSX.Element {
  const { say, read, langOf, to, ago } = useSpeech();
  const { record, owner, kind, origin, changedAt, id } = useTold().dataset;
  const title = read(record.title) || id;
  return (
    <>
      <PageHead title={title} lang={langOf(record.title)}>
        <p class="register-line">
          {say(`kind.${kind}`)}
          {owner && (
            <>
              {' · '}
              <a href={to(`/owners/${owner.id}`)}>
                <Said text={owner.name} />
              </a>
            </>
          )}
          {' · '}
          {say('register.changed', { when: ago(changedAt) })}
        </p>
      </PageHead>
      {origin.example && (
        <Notice kind="info" title={say('example.title')}>
          <p>{say('example.text')}</p>
        </Notice>
      )}
      {record.description && (
        <>
          <p class="lead" lang={langOf(record.description)}>
            {read(record.description)}
          </p>
          <Source property="description" label={say('register.description')} />
        </>
      )}
    </>
  );
}

/** All parts, with the list of them. */
export function RegisterView(): JSX.Element {
  const shown = useParts();
  const { id } = useTold().dataset;
  useStructuredData(id);
  // The parts are there only now that the register is.
  useEffect(() => void toPart(), []);
  return (
    <article>
      <Head />
      <div class="with-contents">
        <Contents shown={shown} />
        <div class="contents-main">
          {shown.map((part) => (
            <PartView key={part} part={part} />
          ))}
        </div>
      </div>
    </article>
  );
}
