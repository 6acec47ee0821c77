/** How far the pages can be used by everybody, as the law on the accessibility of public bodies' web sites asks. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { OuterLink } from '../../parts/outer-link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { dateText } from '../../parts/period-text.ts';

/** When the statement was last gone through; it is to be gone through again with every larger change of the pages. */
const REVIEWED = '2026-11-26';

const SHORTCOMINGS = [
  'accessibility.short.tables',
  'accessibility.short.owners',
  'accessibility.short.reports',
  'accessibility.short.script',
] as const;

/** Says what was tested and what was not; nobody outside has audited the pages. */
export function AccessibilityPage(): JSX.Element {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <div class="prose">
      <PageHead title={say('accessibility.title')} />
      <p>{say('accessibility.lead')}</p>
      <h2>{say('accessibility.status')}</h2>
      <p>{say('accessibility.status.text')}</p>
      <h2>{say('accessibility.tested')}</h2>
      <p>{say('accessibility.tested.text')}</p>
      <h2>{say('accessibility.short')}</h2>
      <ul>
        {SHORTCOMINGS.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
      <h2>{say('accessibility.contact')}</h2>
      <p>
        {say('accessibility.contact.text')} <a href="/v1/oai?verb=Identify">{say('accessibility.contact.link')}</a>.
      </p>
      <h2>{say('accessibility.enforcement')}</h2>
      <p>
        {say('accessibility.enforcement.text')}{' '}
        <OuterLink href="https://www.was.digst.dk/">{say('accessibility.enforcement.link')}</OuterLink>.
      </p>
      <p>{say('accessibility.date', { when: dateText(REVIEWED, speech) })}</p>
    </div>
  );
}
