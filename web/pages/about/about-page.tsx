/** How the map is made: where a description comes from, how it is graded, and how to follow or copy it. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Scores } from './scores.tsx';

const STEPS = [
  'about.step.page',
  'about.step.read',
  'about.step.compare',
  'about.step.grade',
  'about.step.tell',
] as const;

/** Addresses for whoever wants all of it, or all that changes. */
const ADDRESSES = [
  ['/docs', 'footer.api'],
  ['/v1/catalog.ttl', 'footer.catalog'],
  ['/v1/snapshots/latest', 'about.snapshot'],
  ['/v1/feeds/dcat-ap', 'about.ldes'],
  ['/v1/feeds/atom.xml', 'footer.atom'],
  ['/v1/oai?verb=Identify', 'about.oai'],
] as const;

/** The method, in words first. */
export function AboutPage(): JSX.Element {
  const { say } = useSpeech();
  return (
    <>
      <PageHead title={say('about.title')} />
      <p class="lead">{say('about.lead')}</p>
      <h2>{say('about.way')}</h2>
      <ol class="prose">
        {STEPS.map((step) => (
          <li key={step}>{say(step)}</li>
        ))}
      </ol>
      <h2 id="scores" tabIndex={-1}>
        {say('about.scores')}
      </h2>
      <Scores />
      <h2>{say('about.join')}</h2>
      <p class="prose">{say('about.join.text')}</p>
      <h2>{say('about.follow')}</h2>
      <p class="prose">{say('about.follow.text')}</p>
      <ul class="prose">
        {ADDRESSES.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{say(label)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
