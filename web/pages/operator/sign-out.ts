/** Signing out: here, and at the provider for who signed in there. */
import { keepToken, type Person, personOf } from '../../api/session.ts';

/** Where a person signs out at the provider and is led back from; undefined where it has no such place. */
export function signOutAddress({ logout, idToken }: Person, home: string): string | undefined {
  if (!logout) return undefined;
  const address = new URL(logout.endpoint);
  address.searchParams.set('client_id', logout.clientId);
  address.searchParams.set(logout.returnParameter, home);
  // By it the provider knows whom to sign out without asking (OpenID Connect RP-Initiated Logout § 2); Cognito knows no such thing.
  if (logout.returnParameter === 'post_logout_redirect_uri') address.searchParams.set('id_token_hint', idToken);
  return address.href;
}

/** Forgets who is signed in, and goes on to the provider: otherwise the next to press the button would be let in without a word. */
export function signOut(language: 'da' | 'en'): void {
  const person = personOf();
  const address = person && signOutAddress(person, `${location.origin}/${language}/operator`);
  keepToken(undefined);
  if (address !== undefined) location.assign(address);
}
