/**
 * Who is signed in: a token, kept for as long as the tab is open. It is never written to a place that outlives the tab, and
 * no page puts it into an address.
 */
const KEY = 'datalandkort.token';

const listeners = new Set<() => void>();

/** The token of who is signed in. */
export const tokenOf = (): string | undefined => sessionStorage.getItem(KEY) ?? undefined;

/** Signs in with a token, or out with none. */
export function keepToken(token: string | undefined): void {
  if (token === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token);
  for (const listener of listeners) listener();
}

/** Calls whenever somebody signs in or out. @returns what ends it. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
