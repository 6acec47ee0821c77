/** Since when, and where years are missing. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { rowsOf } from '../../parts/property-rows.ts';
import { breaksOf, type Span } from '../../parts/timeline.ts';
import { TimelineMark } from '../../parts/timeline-mark.tsx';
import { factsOfSection } from './description.ts';
import { Facts } from './facts.tsx';
import { Section } from './section.tsx';
import { useTold } from './told.tsx';

/** The periods that a record covers. */
export function PeriodSection(): JSX.Element {
  const { say } = useSpeech();
  const { dataset, properties } = useTold();
  const spans: readonly Span[] = (dataset.record.temporal ?? []).map((period) => ({
    from: period.startDate ?? period.hasBeginning?.inXSDDate,
    until: period.endDate ?? period.hasEnd?.inXSDDate,
  }));
  return (
    <Section part="period">
      <TimelineMark spans={spans} />
      <Facts facts={factsOfSection(dataset.record, 'period', rowsOf(properties, 'Dataset'))} />
      {breaksOf(spans).map(({ from, until }) => (
        <p key={from}>{say('period.break', { years: from === until ? `${from}` : `${from}–${until}` })}</p>
      ))}
    </Section>
  );
}
