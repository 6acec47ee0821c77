/** A part of a register's page, with its heading, and the list of all of them. */
import type { ComponentChildren, JSX } from 'preact';
import { useSpeech } from '../../language.tsx';

/** In the order of the page. */
export const parts = [
  'what',
  'population',
  'period',
  'variables',
  'data',
  'access',
  'law',
  'more',
  'quality',
  'same',
  'history',
  'downloads',
] as const;

export type Part = (typeof parts)[number];

interface SectionProps {
  readonly part: Part;
  readonly children: ComponentChildren;
}

/** Its id is its name: an address may lead to it. */
export function Section({ part, children }: SectionProps): JSX.Element {
  const { say } = useSpeech();
  return (
    <section class="register-section" aria-labelledby={part}>
      <h2 id={part} tabIndex={-1}>
        {say(`register.${part}`)}
      </h2>
      {children}
    </section>
  );
}

/** Leads to the parts; beside them where there is room. */
export function Contents({ shown }: { readonly shown: readonly Part[] }): JSX.Element {
  const { say } = useSpeech();
  return (
    <nav class="contents" aria-label={say('register.contents')}>
      <p class="contents-title">{say('register.contents')}</p>
      <ul>
        {shown.map((part) => (
          <li key={part}>
            <a href={`#${part}`}>{say(`register.${part}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
