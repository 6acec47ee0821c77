/** A sign-in that was begun: what only this tab knows, until the provider leads back to it. */
import { isObject } from '../../api/is-object.ts';

const KEY = 'datalandkort.sign-in';

export interface PendingSignIn {
  /** Comes back with the code: whoever else leads here with a code of his own does not have it. */
  readonly state: string;
  /** Stands in the ID token that the code is changed for. */
  readonly nonce: string;
  /** What the code is worth nothing without (RFC 7636). */
  readonly verifier: string;
  /** Where the provider was told to lead back to. */
  readonly redirectUri: string;
  /** The page that was asked for first. */
  readonly next: string;
}

const isPending = (value: unknown): value is PendingSignIn =>
  isObject(value) &&
  ['state', 'nonce', 'verifier', 'redirectUri', 'next'].every((name) => typeof value[name] === 'string');

export const keepPending = (pending: PendingSignIn): void => sessionStorage.setItem(KEY, JSON.stringify(pending));

/** Takes what was begun: it is over with the first who comes back, whatever comes of it. */
export function takePending(): PendingSignIn | undefined {
  const written = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const pending: unknown = written === null ? undefined : JSON.parse(written);
  return isPending(pending) ? pending : undefined;
}
