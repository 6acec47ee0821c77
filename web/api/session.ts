/**
 * Who is signed in: a token, and of a person whom a provider vouches for the name, kept for as long as the tab is open. It is never
 * written to a place that outlives the tab, and no page puts it into an address of ours. What gets a new token is kept in memory alone.
 */
import { isObject } from './is-object.ts';

const TOKEN = 'datalandkort.token';
const PERSON = 'datalandkort.person';

/** Where a person signs out at the provider, and by which parameter he is led back. */
interface Logout {
  readonly endpoint: string;
  readonly returnParameter: 'post_logout_redirect_uri' | 'logout_uri';
  readonly clientId: string;
}

/** Somebody who signed in at a provider. */
export interface Person {
  readonly name: string;
  /** When the token ends, in milliseconds since 1970 by this machine's clock. */
  readonly endsAt: number;
  /** What the provider told of the person, which it takes back as a hint of whom to sign out. */
  readonly idToken: string;
  readonly logout: Logout | null;
}

/** What a provider gave: a token for the API, whose it is, and the way to a new one, where it gives any. */
export interface Session {
  readonly token: string;
  readonly person: Person;
  /** @returns undefined when the provider gives no more of them. @throws when it cannot be reached. */
  readonly renew: (() => Promise<Session | undefined>) | undefined;
}

/** A token is renewed this long before it ends: longer than a call may be under way. */
const EARLY_MS = 60_000;

const listeners = new Set<() => void>();
let renew: Session['renew'];
let renewing: Promise<void> | undefined;
let isOver = false;

const tell = (): void => {
  for (const listener of listeners) listener();
};

/** The token of who is signed in, as it is now. */
export const tokenOf = (): string | undefined => sessionStorage.getItem(TOKEN) ?? undefined;

const isPerson = (value: unknown): value is Person =>
  isObject(value) &&
  typeof value.name === 'string' &&
  typeof value.endsAt === 'number' &&
  typeof value.idToken === 'string';

/** Who signed in at a provider; undefined for who pasted a token, and for nobody. */
export function personOf(): Person | undefined {
  const written = sessionStorage.getItem(PERSON);
  const person: unknown = written === null ? undefined : JSON.parse(written);
  return isPerson(person) ? person : undefined;
}

function write({ token, person, renew: next }: Session): void {
  sessionStorage.setItem(TOKEN, token);
  sessionStorage.setItem(PERSON, JSON.stringify(person));
  renew = next;
}

function forget(): void {
  sessionStorage.removeItem(TOKEN);
  sessionStorage.removeItem(PERSON);
  renew = undefined;
}

/** Signs in with a token, or out with none. */
export function keepToken(token: string | undefined): void {
  forget();
  isOver = false;
  if (token !== undefined) sessionStorage.setItem(TOKEN, token);
  tell();
}

/** Signs in with what a provider gave. */
export function keepSession(session: Session): void {
  isOver = false;
  write(session);
  tell();
}

/** Signs out because the token lets nobody in any more. */
export function endSession(): void {
  forget();
  isOver = true;
  tell();
}

/** Whether who was signed in is so no more, without having asked for it. */
export const hasEnded = (): boolean => isOver;

/** Has a new token in place of one that ends. The pages are not told: who is signed in is the same. */
async function renewed(way: NonNullable<Session['renew']>, token: string): Promise<void> {
  try {
    const session = await way();
    // Who signed out meanwhile stays so.
    if (tokenOf() !== token) return;
    if (session) write(session);
    else renew = undefined;
  } catch {
    // The provider cannot be reached: the token is good for what is left of it, and the next call tries again.
  }
}

/** The token to show with a call: a new one when the one at hand is about to end and the provider gives another. */
export async function freshToken(): Promise<string | undefined> {
  const token = tokenOf();
  const person = personOf();
  if (token === undefined || !person || !renew || Date.now() < person.endsAt - EARLY_MS) return token;
  renewing ??= renewed(renew, token).finally(() => {
    renewing = undefined;
  });
  await renewing;
  return tokenOf();
}

/** Calls whenever somebody signs in or out. @returns what ends it. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
