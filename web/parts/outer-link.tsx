/** A link that somebody else wrote. */
import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { useSpeech } from '../language.tsx';
import { followedAddress } from './web-address.ts';

/** What is known of an address: since when it does not work. */
export interface DeadLink {
  readonly says: { readonly da?: string; readonly en?: string };
  readonly since: string | null;
}

/** The addresses on the page that do not work, as they were found by the catalogue's own checks. */
export const DeadLinks = createContext<ReadonlyMap<string, DeadLink>>(new Map());

interface OuterLinkProps {
  readonly href: string | null | undefined;
  readonly lang?: string | undefined;
  /** The address itself where there is none. */
  readonly children?: ComponentChildren;
}

/** Only text where the address may not be followed; marked in words where it is known not to work. */
export function OuterLink({ href, lang, children }: OuterLinkProps): JSX.Element {
  const { say, read, date } = useSpeech();
  const address = followedAddress(href);
  const dead = useContext(DeadLinks).get(href ?? '');
  const text = children ?? href?.replace(/^(?:mailto|tel):/, '');
  if (address === undefined) return <span lang={lang}>{text}</span>;
  return (
    <>
      <a href={address} lang={lang} rel="noopener noreferrer nofollow" class="outer-link">
        {text}
      </a>
      {dead && (
        <span class="dead-link">
          {' '}
          {say(dead.since === null ? 'link.dead' : 'link.dead.since', { when: dead.since ? date(dead.since) : '' })}
          {read(dead.says) !== '' && `: ${read(dead.says)}`}
        </span>
      )}
    </>
  );
}
