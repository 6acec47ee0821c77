/** Facts of a register, each with where it comes from. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { OuterLink } from '../../parts/outer-link.tsx';
import { Said } from '../../parts/said.tsx';
import { type Fact, writtenFor } from './description.ts';
import { useTold } from './told.tsx';
import { Value } from './value.tsx';

/** What the owner wrote, where the catalogue has something else. */
function AsWritten({ property }: { readonly property: string }): JSX.Element | null {
  const { say } = useSpeech();
  const written = writtenFor(useTold().dataset.written, property);
  if (written.length === 0) return null;
  return (
    <>
      <p>{say('source.written')}</p>
      <ul>
        {written.map(({ property: path, written: text, mapped }) => (
          <li key={`${path} ${text}`}>
            <q>{text}</q>
            {mapped !== '' && <span class="mapped"> → {mapped}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which page of which owner a fact was read from, and when. */
export function Source({ property, label }: { readonly property: string; readonly label: string }): JSX.Element {
  const { say, dateTime } = useSpeech();
  const { origin, source } = useTold().dataset;
  return (
    <details class="fact-source">
      <summary>
        {say('source.label')}
        <span class="visually-hidden">: {label}</span>
      </summary>
      <div>
        <p>
          <Said text={source.title} />: <OuterLink href={origin.page} />
          {origin.place !== null && ` (${origin.place})`}
        </p>
        <p>{say('source.fetched', { when: dateTime(origin.observedAt) })}</p>
        <AsWritten property={property} />
      </div>
    </details>
  );
}

/** A list of facts; nothing where there are none. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): JSX.Element | null {
  const { read } = useSpeech();
  if (facts.length === 0) return null;
  return (
    <dl class="told-facts">
      {facts.map(({ row, value }) => (
        <div key={row.key} class="fact">
          <dt>{read(row.label)}</dt>
          <dd>
            <Value row={row} value={value} />
            <Source property={row.key} label={read(row.label)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
